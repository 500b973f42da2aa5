import { effectiveRatings } from '../log.ts'
import type { Review } from '../review.ts'
import { MINUTE_MS } from '../time.ts'

/** An answer that took longer than this was left lying; it counts as this long. */
const LONGEST_MS = 2 * MINUTE_MS

/** What was done in a stretch of time. */
export interface Done {
  /** Different cards answered. */
  readonly cards: number
  readonly answers: number
  /** Answers that were not `again`. */
  readonly recalled: number
  /** Time spent answering, not rounded. */
  readonly minutes: number
}

/** What a part of the log adds up to; answers taken back do not count. */
export function doneIn(reviews: readonly Review[]): Done {
  const ratings = effectiveRatings(reviews)
  const ms = ratings.reduce((sum, { durationMs }) => sum + Math.min(durationMs, LONGEST_MS), 0)
  return {
    cards: new Set(ratings.map(({ cardId }) => cardId)).size,
    answers: ratings.length,
    recalled: ratings.filter(({ rating }) => rating !== 'again').length,
    minutes: ms / MINUTE_MS,
  }
}
