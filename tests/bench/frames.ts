import type { Page } from '@playwright/test'

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
