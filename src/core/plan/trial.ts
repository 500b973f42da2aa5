import type { PlanCards, PlanExam } from './cards.ts'
import type { Habits } from './habits.ts'
import type { Memory, Weights } from './memory.ts'
import type { Calibration, Policy } from './policy.ts'
import type { StudyDayNumber } from '../time.ts'
import type { WorldName } from './worlds.ts'

/** A stretch of days that a learner may study. Plain data: it goes to a worker as it is. */
export interface Trial {
  readonly cards: PlanCards
  readonly exams: readonly PlanExam[]
  /** First study day. */
  readonly today: StudyDayNumber
  /** Minutes that the learner has on each day from `today` on; the last day is the one before the last exam. */
  readonly minutes: readonly number[]
  /** Parameters that the plan believes in. */
  readonly weights: Weights
  readonly habits: Habits
  readonly world: WorldName
  readonly seed: number
  readonly policy?: Policy
}

/** How a day of a simulation is filled: cards in the order in which to study them. */
export interface DayOrder {
  order(state: TrialState): Iterable<number>
  /** The card was studied, in so many seconds. */
  studied?(state: TrialState, card: number, seconds: number): void
}

/** What a plan can see of a simulation: what the learner's app would know on that day. */
export interface TrialState {
  readonly cards: PlanCards
  readonly exams: readonly PlanExam[]
  readonly day: StudyDayNumber
  readonly memory: Memory
  readonly habits: Habits
  /** How well the model has predicted so far. */
  readonly calibration: Calibration
}

export interface TrialResult {
  /** Of each exam: share of its content that the learner really recalls on its day, 0 to 1. */
  readonly scores: readonly number[]
  /** The same as the app would have predicted it. */
  readonly predicted: readonly number[]
  /** Of each exam: share of what was seen that is recalled on the last day, 0 to 1; 0 if nothing was. */
  readonly recallOfSeen: readonly number[]
  /** Of each exam: cards never introduced by its day, by domain. */
  readonly unseen: readonly (readonly number[])[]
  /** Studied on each day. */
  readonly minutes: readonly number[]
  readonly newCards: readonly number[]
  readonly reviews: readonly number[]
  /** Share of the reviews that were recalled, or null without any. */
  readonly recalled: number | null
  /** Of the first exam: what would be recalled on that day, each day from the first on. */
  readonly course: readonly number[]
}
