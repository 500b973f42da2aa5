import type { CardId } from './note.ts'
import type { Rating, Review } from './review.ts'
import type { Instant, StudyClock, StudyDayNumber } from './time.ts'

/** What the scheduler is told. Changing any of it means that all states are computed anew. */
export interface SchedulerSettings {
  /** Wanted recall at the due moment, 0 to 1. */
  readonly desiredRetention: number
  /** 21 FSRS-6 parameters. */
  readonly weights: readonly number[]
  readonly rolloverHour: number
  /** Minutes until a card comes back within the day. */
  readonly learningStepsMin: readonly number[]
  readonly relearningStepsMin: readonly number[]
  readonly maximumIntervalDays: number
}

/**
 * What the reviews of one card add up to: a projection of the log, never edited, thrown away at will.
 * A card that was never rated has no state.
 */
export interface CardState {
  readonly cardId: CardId
  readonly phase: 'learning' | 'review' | 'relearning'
  /** Index of the learning or relearning step; 0 in phase review. */
  readonly step: number
  /** Days after which recall falls to 90 %. */
  readonly stability: number
  /** 1 (easiest) to 10. */
  readonly difficulty: number
  /** First study day on which the card is due. In learning and relearning the day of the last review. */
  readonly dueDay: StudyDayNumber
  /** In learning and relearning the instant at which the step is over; null in review. */
  readonly dueAt: Instant | null
  readonly lastReviewAt: Instant
  readonly lastReviewDay: StudyDayNumber
  /** Study day of the first rating that counts. */
  readonly introducedDay: StudyDayNumber
  readonly reps: number
  /** Times forgotten in phase review. */
  readonly lapses: number
}

export declare function replay(
  reviews: readonly Review[],
  settings: SchedulerSettings,
): CardState | null
export declare function preview(
  state: CardState | null,
  at: Instant,
  clock: StudyClock,
  settings: SchedulerSettings,
): Record<Rating, CardState>
