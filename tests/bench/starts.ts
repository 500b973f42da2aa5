import type { Site } from '../support/server.ts'
import { open } from './collections.ts'
import type { Collection } from './collections.ts'
import { slow } from './grades.ts'

interface StartConditions {
  readonly offline: boolean
  readonly slowDown: number
}

/**
 * Cold starts: a new browser process each time, straight to the study screen.
 *
 * @returns milliseconds from the navigation to the second frame after the first card is in the page
 */
export async function measureStarts(
  collection: Collection,
  site: Site,
  runs: number,
  { offline, slowDown }: StartConditions,
): Promise<number[]> {
  if (offline) await site.stop()
  const times: number[] = []
  for (let run = 0; run < runs; run++) times.push(await start(collection, site.origin, slowDown))
  if (offline) await site.start()
  return times
}

async function start(collection: Collection, origin: string, slowDown: number): Promise<number> {
  const context = await open(collection, origin)
  const page = await context.newPage()
  await slow(page, slowDown)
  await page.addInitScript(markFirstCard)
  await page.goto('/study', { waitUntil: 'commit' })
  const entry = await page.waitForFunction(
    () => performance.getEntriesByName('first card')[0]?.startTime,
  )
  const time = await entry.jsonValue()
  await context.close()
  return time ?? Number.NaN
}

function markFirstCard(): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('section[aria-label="Your answer"]')) return
    observer.disconnect()
    requestAnimationFrame(() => requestAnimationFrame(() => void performance.mark('first card')))
  })
  observer.observe(document, { childList: true, subtree: true })
}
