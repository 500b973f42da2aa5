import { cardsIn } from './fit-log.ts'
import type { FitLog } from './fit-log.ts'
import { memoryModelOf } from './memory-model.ts'
import { Tape, walk } from './walk.ts'

/** What was expected of each review, and what happened; one number a review in both lists. */
export interface Predictions {
  /** Expected recall, 0 to 1. */
  readonly expected: Float64Array
  /** 1 where the card was recalled, 0 where it was forgotten. */
  readonly recalled: Uint8Array
}

/**
 * What these parameters expected of every review from the instant `from` on. Each card is followed from
 * its first rating; ratings on the day of the one before are not predicted.
 */
export function predict(
  log: FitLog,
  weights: readonly number[],
  from = Number.NEGATIVE_INFINITY,
): Predictions {
  const model = memoryModelOf(weights)
  const tape = new Tape()
  const expected: number[] = []
  const recalled: number[] = []
  for (let card = 0; card < cardsIn(log); card++) {
    walk(log, card, model, tape)
    const start = log.starts[card] ?? 0
    for (let index = 1; index < tape.length; index++) {
      const { days, recall, grade } = tape.step(index)
      if (days === 0 || (log.at[start + index] ?? 0) < from) continue
      expected.push(recall)
      recalled.push(grade > 1 ? 1 : 0)
    }
  }
  return { expected: Float64Array.from(expected), recalled: Uint8Array.from(recalled) }
}

/** Predictions are kept this far from certainty, so that one surprise is not infinite. */
const SURE = 1e-6

/**
 * Mean log loss of predictions: 0 if each was certain and right, 0.693 if each said one half. Not a
 * number where there are none.
 */
export function logLoss({ expected, recalled }: Predictions): number {
  let loss = 0
  expected.forEach((recall, index) => (loss += lossOf(recall, recalled[index] === 1)))
  return loss / expected.length
}

/**
 * Standard error of the difference between the log losses of two predictions of the same reviews: what
 * chance alone makes of it. Not a number with fewer than two reviews.
 */
export function differenceError(one: Predictions, other: Predictions): number {
  const count = one.expected.length
  const differences = Array.from(one.expected, (recall, index) => {
    const isRecalled = one.recalled[index] === 1
    return lossOf(recall, isRecalled) - lossOf(other.expected[index] ?? 0, isRecalled)
  })
  const mean = differences.reduce((sum, each) => sum + each, 0) / count
  const squares = differences.reduce((sum, each) => sum + (each - mean) ** 2, 0)
  return Math.sqrt(squares / (count - 1) / count)
}

function lossOf(recall: number, isRecalled: boolean): number {
  const chance = Math.min(1 - SURE, Math.max(SURE, recall))
  return -Math.log(isRecalled ? chance : 1 - chance)
}

/** Log loss of always expecting the learner's average: what any memory model has to beat. */
export function averageLoss({ recalled }: Predictions): number {
  const mean = recalled.reduce((sum, one) => sum + one, 0) / recalled.length
  return logLoss({ expected: new Float64Array(recalled.length).fill(mean), recalled })
}
