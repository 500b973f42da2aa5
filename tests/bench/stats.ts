import type { Page } from '@playwright/test'
import { open } from './collections.ts'
import type { Collection } from './collections.ts'
import type { Figure } from './figures.ts'

/**
 * Switches the statistics from one range to another, and opens them from Progress.
 *
 * @returns milliseconds from the click to the second frame after the plots are there
 */
export async function measureStats(
  collection: Collection,
  origin: string,
  runs: number,
): Promise<Figure[]> {
  const context = await open(collection, origin)
  const page = await context.newPage()
  await page.goto('/progress/stats')
  await page.getByRole('heading', { name: 'Memory today' }).waitFor()
  const year: number[] = []
  const all: number[] = []
  for (let run = 0; run < runs; run++) {
    year.push(await timed(page, 'A year', 'range=365'))
    all.push(await timed(page, 'All', 'range=all'))
    await timed(page, '90 days', 'stats')
  }
  await context.close()
  const target = { at: 'p95', most: 200 } as const
  return [
    { what: `Plots of a year: ${collection.name}`, samples: year, unit: 'ms', target },
    { what: `Plots of three years: ${collection.name}`, samples: all, unit: 'ms', target },
  ]
}

async function timed(page: Page, link: string, address: string): Promise<number> {
  const time = await page.evaluate(clickAndWait, { link, address })
  await page.waitForTimeout(300)
  return time
}

/** Runs in the page. The chosen link is marked in the same paint as the plots. */
function clickAndWait({ link, address }: { link: string; address: string }): Promise<number> {
  const target = [...document.querySelectorAll<HTMLAnchorElement>('main nav a')].find(
    ({ textContent }) => textContent === link,
  )
  const start = performance.now()
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!location.href.includes(address) || !target?.hasAttribute('aria-current')) return
      observer.disconnect()
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)))
    })
    observer.observe(document, { attributes: true, childList: true, subtree: true })
    target?.click()
  })
}
