import { MINUTE_MS } from '../time.ts'
import type { QueueEntry } from './queue.ts'

/**
 * Seconds that one card takes before the learner's own times are known: medians of Anki users; a new
 * card with its repeats of the day, a review with the share of them that is forgotten.
 *
 * @see https://github.com/open-spaced-repetition/fsrs-rs simulator defaults
 */
export const PRIOR_SECONDS = { new: 43, learning: 12, review: 15 } as const

/** How many own answers weigh as much as the prior. */
const PRIOR_WEIGHT = 20

/** Longer than this the learner was away. */
const LONGEST_MS = MINUTE_MS

/** The time that an answer counts for: what is longer was a break. */
export function countedMs(durationMs: number): number {
  return Math.min(durationMs, LONGEST_MS)
}

/** The learner's own time: how long recent answers took. */
export interface OwnPace {
  /** Median duration of recent answers in seconds, each cut at 60 s. */
  readonly medianSeconds: number
  readonly answers: number
}

/** The pace that recent answers show, or null without any. `durationsMs` in any order. */
export function paceOf(durationsMs: readonly number[]): OwnPace | null {
  if (durationsMs.length === 0) return null
  const sorted = durationsMs.map(countedMs).toSorted((a, b) => a - b)
  const middle = sorted.slice(
    Math.floor((sorted.length - 1) / 2),
    Math.floor(sorted.length / 2) + 1,
  )
  const median = middle.reduce((sum, ms) => sum + ms, 0) / middle.length
  return { medianSeconds: median / 1000, answers: durationsMs.length }
}

/** Minutes that studying so many cards will take, not rounded. */
export function estimateMinutes(
  counts: { readonly new: number; readonly learning: number; readonly review: number },
  pace: OwnPace | null = null,
): number {
  const seconds =
    counts.new * PRIOR_SECONDS.new +
    counts.learning * PRIOR_SECONDS.learning +
    counts.review * PRIOR_SECONDS.review
  return (seconds * factorOf(pace)) / 60
}

/** The same for entries of a queue: those of a plan bring their own time. */
export function minutesOf(entries: readonly QueueEntry[], pace: OwnPace | null = null): number {
  const counts = { new: 0, learning: 0, review: 0 }
  let seconds = 0
  for (const { kind, reason } of entries) {
    if (reason.kind === 'plan') seconds += reason.seconds
    else counts[kind] += 1
  }
  return seconds / 60 + estimateMinutes(counts, pace)
}

/** How much slower or faster than the prior the learner is, drawn towards 1 while answers are few. */
function factorOf(pace: OwnPace | null): number {
  if (!pace) return 1
  const { medianSeconds, answers } = pace
  const own = medianSeconds / PRIOR_SECONDS.review
  return (PRIOR_WEIGHT + own * answers) / (PRIOR_WEIGHT + answers)
}
