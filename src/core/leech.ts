import { USUAL_SCHEDULE } from './exam-schedule.ts'
import type { FullSchedule } from './exam-schedule.ts'
import { effectiveRatings } from './log.ts'
import type { Review } from './review.ts'
import { next, retrievability } from './schedule.ts'
import type { CardState } from './schedule.ts'
import type { SchedulerSettings } from './scheduler.ts'
import { studyDayOf } from './time.ts'

/** How often a card was forgotten, and how unlikely that is if memory works as the model expects. */
export interface Surprise {
  /** Reviews of the card, days after it was last seen. */
  readonly reviews: number
  /** How many of them it was forgotten in. */
  readonly lapses: number
  /** How many were to be expected. */
  readonly expected: number
  /** Probability of that many lapses or more, 0 to 1. */
  readonly probability: number
}

/**
 * From when on a card is worth a look: something else than time makes it slip. With fewer lapses anything
 * may be chance, however unlikely: there are many cards.
 */
export type LeechThreshold = Pick<FullSchedule, 'leechLapses' | 'leechChance'>

/**
 * What the log of one card says about how well it sticks. Only reviews after at least one study day
 * count: on the day itself the model expects no forgetting.
 */
export function surpriseOf(reviews: readonly Review[], settings: SchedulerSettings): Surprise {
  const chances: number[] = []
  let lapses = 0
  let state: CardState | null = null
  for (const rated of effectiveRatings(reviews)) {
    const clock = { utcOffsetMin: rated.utcOffsetMin, rolloverHour: settings.rolloverHour }
    const today = studyDayOf(rated.at, clock)
    if (state?.phase === 'review' && today > state.lastReviewDay) {
      chances.push(1 - retrievability(state, today, settings))
      if (rated.rating === 'again') lapses += 1
    }
    state = next(state, rated, clock, settings)
  }
  const expected = chances.reduce((sum, chance) => sum + chance, 0)
  return { reviews: chances.length, lapses, expected, probability: atLeast(lapses, chances) }
}

/** Whether a card is forgotten so often that repeating it alone does not help. */
export function isLeech(
  { lapses, probability }: Surprise,
  { leechLapses, leechChance }: LeechThreshold = USUAL_SCHEDULE,
): boolean {
  return lapses >= leechLapses && (leechChance === 1 || probability < leechChance)
}

/** Cheap to ask of every card: only those with so many lapses can be leeches. */
export function mayBeLeech(
  state: CardState | null,
  { leechLapses }: Pick<LeechThreshold, 'leechLapses'> = USUAL_SCHEDULE,
): boolean {
  return state !== null && state.lapses >= leechLapses
}

/** Probability that at least `count` of independent events with these chances happen. */
export function atLeast(count: number, chances: readonly number[]): number {
  // distribution[k] is the probability that k of the events so far happened.
  const distribution = chances.reduce<readonly number[]>(
    (before, chance) =>
      [...before, 0].map((p, k) => p * (1 - chance) + (before[k - 1] ?? 0) * chance),
    [1],
  )
  return Math.min(
    1,
    distribution.slice(count).reduce((sum, p) => sum + p, 0),
  )
}
