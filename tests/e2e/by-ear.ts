/* oxlint-disable unicorn/consistent-function-scoping -- what runs in the page has to be whole */
import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'

declare global {
  interface Window {
    /** What live regions said since it was read last. */
    said: string[]
  }
}

/** From now on notes what a screen reader would announce: the texts of live regions as they change. */
export async function hear(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.said = []
    const LIVE = 'output, [aria-live], [role=status], [role=alert]'
    const last = new WeakMap<Element, string>()
    const look = () => {
      for (const region of document.querySelectorAll(LIVE)) {
        const text = (region.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
        if (text !== (last.get(region) ?? '') && text !== '') window.said.push(text)
        last.set(region, text)
      }
    }
    new MutationObserver(look).observe(document, {
      childList: true,
      subtree: true,
      characterData: true,
    })
  })
}

/** What was announced since this was asked last. */
export async function heard(page: Page): Promise<string[]> {
  return page.evaluate(() => window.said.splice(0))
}

/** Waits for an announcement; what came with it and before it is forgotten. */
export async function expectHeard(page: Page, words: RegExp): Promise<void> {
  const all: string[] = []
  await expect
    .poll(async () => {
      all.push(...(await heard(page)))
      return all.join(' | ')
    })
    .toMatch(words)
}

interface Stop {
  readonly name: string
  /** What is wrong with it, or null. */
  readonly fault: string | null
}

/**
 * Goes once through everything that Tab reaches, from the top of the page, and gives the names. Each stop has
 * a name, comes after the one before it in the page, can be seen, and shows that it has the focus.
 */
export async function tabStops(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
    window.scrollTo(0, 0)
  })
  const stops: Stop[] = []
  for (let count = 0; count < 120; count++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(stopNow, count === 0)
    if (!stop) break
    stops.push(stop)
  }
  expect(stops.flatMap(({ name, fault }) => (fault ? [`${name}: ${fault}`] : []))).toEqual([])
  return stops.map(({ name }) => name)
}

/** Runs in the page. Null after the last stop. */
function stopNow(isFirst: boolean): Stop | null {
  const now = document.activeElement
  if (!(now instanceof HTMLElement) || now === document.body) return null
  const before: unknown = Reflect.get(window, 'stopBefore')
  Reflect.set(window, 'stopBefore', now)
  const label = 'labels' in now && now.labels instanceof NodeList ? now.labels[0] : undefined
  const labelledBy = (now.getAttribute('aria-labelledby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ')
  const names = [now.ariaLabel, labelledBy, label?.textContent, now.textContent, now.title]
  const name = names.map((each) => each?.replaceAll(/\s+/g, ' ').trim()).find(Boolean) ?? ''
  const fault = () => {
    if (name === '') return `a ${now.tagName} without a name`
    if (!isFirst && before instanceof Node) {
      // Around again: the browser's own controls may lie between.
      const isAfter = before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING
      if (!isAfter) return 'comes before the stop before it'
    }
    const box = (label instanceof HTMLElement ? label : now).getBoundingClientRect()
    const points = [0.5, 0.1, 0.9].flatMap((x) =>
      [0.5, 0.1, 0.9].map((y) => [box.left + box.width * x, box.top + box.height * y] as const),
    )
    const isSeen = points.some(([x, y]) => {
      const hit = document.elementFromPoint(x, y)
      return hit !== null && (now.contains(hit) || hit.contains(now) || label?.contains(hit))
    })
    if (!isSeen) return 'is covered, or out of sight'
    const marked = [now, label, now.parentElement].filter((each) => each instanceof HTMLElement)
    const isMarked = marked.some((each) => {
      const { outlineStyle, boxShadow } = getComputedStyle(each)
      return outlineStyle !== 'none' || boxShadow !== 'none'
    })
    return isMarked ? null : 'does not show that it has the focus'
  }
  return { name, fault: fault() }
}
