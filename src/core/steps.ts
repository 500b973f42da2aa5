import type { Rating } from './review.ts'

/** Where a card is: on the steps of its first day, reviewed over days, or on steps after a lapse. */
export type Phase = 'learning' | 'review' | 'relearning'

/** The steps within a day, in minutes, each under a day. Both lists may be empty. */
export interface Steps {
  readonly learningStepsMin: readonly number[]
  readonly relearningStepsMin: readonly number[]
}

export interface Step {
  readonly phase: 'learning' | 'relearning'
  /** Index of the step. */
  readonly step: number
  /** Minutes until it is over. */
  readonly minutes: number
}

/**
 * The step that a rating leads to, or null if the card goes (back) to review. Again starts the steps
 * over, hard repeats the step, good goes on to the next, easy leaves them.
 *
 * @param before null for a new card
 */
export function stepAfter(
  before: { readonly phase: Phase; readonly step: number } | null,
  rating: Rating,
  { learningStepsMin, relearningStepsMin }: Steps,
): Step | null {
  if (before?.phase === 'review' && rating !== 'again') return null
  const phase = before === null || before.phase === 'learning' ? 'learning' : 'relearning'
  const steps = phase === 'learning' ? learningStepsMin : relearningStepsMin
  const current = before?.step ?? 0
  const step = rating === 'again' ? 0 : rating === 'hard' ? current : current + 1
  const minutes = rating === 'hard' ? hardMinutes(steps, step) : steps[step]
  return rating === 'easy' || minutes === undefined ? null : { phase, step, minutes }
}

/** Hard on the first step waits as long as the first two do on average, or half as long again. */
function hardMinutes(steps: readonly number[], step: number): number | undefined {
  const [first, second] = steps
  if (step > 0 || first === undefined) return steps[step]
  return Math.round(second === undefined ? first * 1.5 : (first + second) / 2)
}
