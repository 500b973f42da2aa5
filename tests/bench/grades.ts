/* oxlint-disable unicorn/consistent-function-scoping -- what runs in the page has to be whole */
import type { Page } from '@playwright/test'
import { open } from './collections.ts'
import type { Collection } from './collections.ts'

interface Grades {
  /** From the key to the second frame after the next card is in the page, in milliseconds. */
  readonly samples: readonly number[]
  /** What two frames take when nothing happens: no sample can be below it. */
  readonly floor: readonly number[]
}

/** Grades cards as they come, with half a second to read each answer. */
export async function measureGrades(
  collection: Collection,
  origin: string,
  count: number,
  slowDown = 1,
): Promise<Grades> {
  const context = await open(collection, origin)
  const page = await context.newPage()
  await page.goto('/study')
  await page.locator('section[aria-label="Your answer"]').waitFor()
  await slow(page, slowDown)
  const floor = await page.evaluate(measureFloor)
  const samples = await page.evaluate(gradeCards, count)
  await context.close()
  return { samples, floor }
}

/** Makes the page's processor slower by a factor, as a phone's is. */
export async function slow(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
}

async function measureFloor(): Promise<number[]> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const times: number[] = []
  for (let index = 0; index < 40; index++) {
    await new Promise((resolve) => setTimeout(resolve, 7 * (index % 5)))
    const start = performance.now()
    await frame()
    await frame()
    times.push(performance.now() - start)
  }
  return times
}

/** Runs in the page. Stops early where no card is left. */
async function gradeCards(count: number): Promise<number[]> {
  const ASKED = 'section[aria-label="Your answer"]'
  const ANSWERED = 'section[aria-label="Answer"]'
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  const press = (key: string) => {
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  }
  const until = (isThere: () => boolean) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (!isThere()) return
        observer.disconnect()
        resolve()
      }
      const observer = new MutationObserver(check)
      observer.observe(document.body, { childList: true, subtree: true, attributes: true })
      check()
    })

  const times: number[] = []
  while (times.length < count && document.querySelector(ASKED)) {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    const isRecall = document.body.textContent.includes('Show answer')
    press(isRecall ? ' ' : 'n')
    await until(() => document.querySelector(ANSWERED) !== null)
    await pause(500)
    const start = performance.now()
    press(' ')
    await until(() => document.querySelector(ANSWERED) === null)
    await frame()
    await frame()
    times.push(performance.now() - start)
    await pause(120)
  }
  return times
}
