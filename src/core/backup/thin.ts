import { DAY_MS } from '../time.ts'
import type { Instant } from '../time.ts'

/** How many of the newest are kept in any case. */
const NEWEST = 3
/** Of how many days, weeks and months the last one is kept. */
const DAYS = 7
const WEEKS = 5
const MONTHS = 12

/**
 * Which of the snapshots made at these instants may go: those that are not among the newest, nor the last of
 * one of the latest days, weeks or months that have any. What is kept of the past gets thinner with its age.
 */
export function dispensable(made: readonly Instant[]): Instant[] {
  const newestFirst = [...new Set(made)].toSorted((a, b) => b - a)
  const kept = new Set([
    ...newestFirst.slice(0, NEWEST),
    ...lastOfEach(newestFirst, DAY_MS, DAYS),
    ...lastOfEach(newestFirst, 7 * DAY_MS, WEEKS),
    ...lastOfEach(newestFirst, 30 * DAY_MS, MONTHS),
  ])
  return newestFirst.filter((at) => !kept.has(at))
}

function lastOfEach(newestFirst: readonly Instant[], periodMs: number, periods: number): Instant[] {
  const byPeriod = new Map<number, Instant>()
  for (const at of newestFirst) {
    const period = Math.floor(at / periodMs)
    if (!byPeriod.has(period)) byPeriod.set(period, at)
  }
  return [...byPeriod.values()].slice(0, periods)
}
