import type { CDPSession, Page } from '@playwright/test'

/** The middle and the 95th percentile of some measurements, in milliseconds. */
export interface Figures {
  readonly p50: number
  readonly p95: number
  readonly count: number
}

export function figuresOf(values: readonly number[]): Figures {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), count: sorted.length }
}

/**
 * Notes in every page when its first study card is painted: the first frame after the frame in which the
 * question stands in the page (two requests for an animation frame).
 */
export async function watchFirstCard(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = new MutationObserver(() => {
      if (!document.querySelector('main h1')) return
      if (!document.querySelector('main section')) return
      seen.disconnect()
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          document.documentElement.dataset['firstCardMs'] = String(performance.now())
        }),
      )
    })
    seen.observe(document, { childList: true, subtree: true })
  })
}

/** Milliseconds from the start of the navigation to the first card on the screen. */
export async function firstCardMs(page: Page): Promise<number> {
  await page.waitForFunction(() => document.documentElement.dataset['firstCardMs'] !== undefined)
  return page.evaluate(() => Number(document.documentElement.dataset['firstCardMs']))
}

/**
 * Milliseconds from the next key press, as the browser stamps it, until the next card is painted. The floor of this measure is two frames, about 30 ms at 60 Hz.
 */
export async function armNextCard(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dataset['nextCardMs'] = ''
    let pressedAt = 0
    addEventListener('keydown', (event) => (pressedAt = event.timeStamp), {
      capture: true,
      once: true,
    })
    const seen = new MutationObserver(() => {
      const answer = document.querySelector('section[aria-label="Answer"]')
      // The answer of the card before is gone, and a question stands: that is the next card.
      if (pressedAt === 0 || !document.querySelector('main h1')) return
      if (answer?.checkVisibility()) return
      seen.disconnect()
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          document.documentElement.dataset['nextCardMs'] = String(performance.now() - pressedAt)
        }),
      )
    })
    seen.observe(document, { childList: true, subtree: true, attributes: true })
  })
}

export async function nextCardMs(page: Page): Promise<number> {
  await page.waitForFunction(() => document.documentElement.dataset['nextCardMs'] !== '')
  return page.evaluate(() => Number(document.documentElement.dataset['nextCardMs']))
}

/** Makes the page's processor slower by this factor; 1 is full speed. */
export async function slowDown(page: Page, rate: number): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
  return session
}
