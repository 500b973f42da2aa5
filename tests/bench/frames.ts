import { chromium } from '@playwright/test'
import type { Page } from '@playwright/test'
import { findChromium, launchOptionsOf } from '../support/chromium.ts'

declare global {
  interface Window {
    longestPause?: number
  }
}

/** From now on notes how long the page goes without a frame. */
export async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    let last = performance.now()
    window.longestPause = 0
    const frame = () => {
      const now = performance.now()
      window.longestPause = Math.max(window.longestPause ?? 0, now - last)
      last = now
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
}

/** The longest time without a frame since then, in ms. */
export async function longestPause(page: Page): Promise<number> {
  return page.evaluate(() => window.longestPause ?? Number.NaN)
}

/**
 * A page of another browser with nothing to do, watched at the same time: what it goes without a frame is what
 * the machine does to any page, however little it has to do.
 */
export async function watchIdlePage(): Promise<{ readonly longest: () => Promise<number> }> {
  const browser = await chromium.launch(launchOptionsOf(await findChromium()))
  const page = await browser.newPage()
  await watchFrames(page)
  return {
    longest: async () => {
      const pause = await longestPause(page)
      await browser.close()
      return pause
    },
  }
}
