import type { Page } from '@playwright/test'
import { open } from './collections.ts'
import type { Collection } from './collections.ts'

/**
 * Opens Progress from Today and goes back, as often as `runs` says.
 *
 * @returns milliseconds from the click to the second frame after the page is there
 */
export async function measureProgress(
  collection: Collection,
  origin: string,
  runs: number,
): Promise<number[]> {
  const context = await open(collection, origin)
  const page = await context.newPage()
  await page.goto('/')
  await page.getByRole('link', { name: 'Progress' }).first().waitFor()
  const times: number[] = []
  for (let run = 0; run < runs; run++) times.push(await openOnce(page))
  await context.close()
  return times
}

async function openOnce(page: Page): Promise<number> {
  const time = await page.evaluate(clickProgress)
  await page.getByRole('link', { name: 'Today' }).first().click()
  await page.waitForURL('**/')
  await page.waitForTimeout(300)
  return time
}

/** Runs in the page. */
function clickProgress(): Promise<number> {
  const link = [...document.querySelectorAll('a')].find(({ pathname }) => pathname === '/progress')
  const start = performance.now()
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!location.pathname.startsWith('/progress/')) return
      if (!document.querySelector('[data-exam] h1')) return
      observer.disconnect()
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)))
    })
    observer.observe(document, { childList: true, subtree: true })
    link?.click()
  })
}
