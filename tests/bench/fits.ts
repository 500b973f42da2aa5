import type { Page } from '@playwright/test'
import { bundlesOf } from '../support/bundles-of-build.ts'
import type { Rows } from '../support/browser-data.ts'
import { BUILD } from '../support/builds.ts'
import { learnerRows } from '../support/learner.ts'
import { memoryLog } from '../support/memory-log.ts'
import { replay } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { DAY_MS } from '../../src/core/time.ts'
import { open } from './collections.ts'
import type { Collection } from './collections.ts'
import type { Figure } from './figures.ts'

/** 100,000 reviews of a learner whose memory has parameters of its own. */
export function memoryRows(now: number): Rows {
  const { logs } = memoryLog({ ratings: 100_000, seed: 6, newPerDay: 50 })
  const last = logs.reduce((latest, log) => Math.max(latest, log.at(-1)?.at ?? 0), 0)
  const moved = Math.floor((now - last) / DAY_MS) * DAY_MS
  const dated = logs.map((log) => log.map((rated) => ({ ...rated, at: rated.at + moved })))
  const bundles = bundlesOf(BUILD).filter(({ exam }) => exam === 'AZ-104')
  return {
    ...learnerRows(bundles, { now, days: 1, seen: 0 }),
    reviews: dated.flat(),
    cardStates: dated.map((log) => replay(log, DEFAULT_SCHEDULER)),
  }
}

/** What the page saw of one fit, in milliseconds. */
interface Seen {
  /** From the end of reading to the result: the trial, the fit on all, and both judged. */
  readonly fit: number
  /** From the click to the result. */
  readonly all: number
  /** Longest time between two frames of the page meanwhile. */
  readonly frame: number
}

/** Measures memory as the learner does, `runs` times. */
export async function measureFits(
  collection: Collection,
  origin: string,
  runs: number,
): Promise<Figure[]> {
  const context = await open(collection, origin)
  const page = await context.newPage()
  await page.addInitScript(watchWorkers)
  const seen: Seen[] = []
  for (let run = 0; run < runs; run++) seen.push(await fitOnce(page))
  await context.close()
  const figure = (what: string, of: (each: Seen) => number, most: number | null): Figure => ({
    what: `${what}: ${collection.name}`,
    samples: seen.map(of),
    unit: 'ms',
    target: most === null ? null : { at: 'p50', most },
  })
  return [
    figure('Memory tried and fitted, in the worker', ({ fit }) => fit, 500),
    figure('The same with reading the log', ({ all }) => all, null),
    figure('Longest frame of the page meanwhile', ({ frame }) => frame, 50),
  ]
}

async function fitOnce(page: Page): Promise<Seen> {
  await page.goto('/settings/memory')
  const button = page.getByRole('button', { name: 'Measure my memory now' })
  const leave = page.getByRole('button', { name: 'Leave it as it is' })
  await button.waitFor()
  const seen = await page.evaluate(clickAndWatch)
  // What was found waits for a word, once it is worked out what it would change.
  await leave.waitFor({ timeout: 120_000 })
  await leave.click()
  // It is kept by then; a page that went sooner would ask again.
  await leave.waitFor({ state: 'hidden' })
  await button.waitFor()
  return seen
}

/** Runs in the page, before its scripts: marks when workers say how far they are; 2 is done. */
function watchWorkers(): void {
  const Original = Worker
  globalThis.Worker = class extends Original {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options)
      this.addEventListener(
        'message',
        ({ data }: MessageEvent<{ readonly kind: string; readonly share?: number }>) =>
          performance.mark(`share ${data.kind === 'done' ? 2 : data.share}`),
      )
    }
  }
}

/** Runs in the page. */
function clickAndWatch(): Promise<{ fit: number; all: number; frame: number }> {
  performance.clearMarks()
  const start = performance.now()
  let before = start
  let longest = 0
  const button = [...document.querySelectorAll('button')].find(({ textContent }) =>
    textContent?.includes('Measure my memory now'),
  )
  button?.click()
  return new Promise((resolve) => {
    const frame = (now: number) => {
      longest = Math.max(longest, now - before)
      before = now
      const marks = performance
        .getEntriesByType('mark')
        .map(({ name, startTime }) => ({ share: Number(name.slice(6)), at: startTime }))
      const done = marks.find(({ share }) => share === 2)
      const read = marks.findLast(({ share }) => share <= 0.5)
      if (!done) requestAnimationFrame(frame)
      else resolve({ fit: done.at - (read?.at ?? start), all: done.at - start, frame: longest })
    }
    requestAnimationFrame(frame)
  })
}
