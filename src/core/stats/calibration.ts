import { RECALL_EDGES, binOfRecall } from './bins.ts'
import { wilson } from './wilson.ts'

/** Reviews of which about the same recall was expected, and how many were recalled. */
export interface CalibrationBin {
  /** Expected recall from, and up to but not including, 0 to 1. */
  readonly from: number
  readonly to: number
  readonly reviews: number
  readonly recalled: number
  /** Mean of what was expected, 0 to 1. */
  readonly expected: number
  /** Share recalled, 0 to 1, with the interval that holds the true share with 95 %. */
  readonly actual: number
  readonly low: number
  readonly high: number
}

export interface Calibration {
  readonly reviews: number
  /** Mean of what was expected, and share recalled, 0 to 1; 0 where there are no reviews. */
  readonly expected: number
  readonly actual: number
  /** By how much predictions were off on average over the bins, 0 to 1 (expected calibration error). */
  readonly off: number
  /** Those with reviews, lowest expectation first. */
  readonly bins: readonly CalibrationBin[]
}

/** Compares expected recall with what happened. Both lists hold one number a review. */
export function calibrationOf(predictions: {
  readonly expected: ArrayLike<number>
  readonly recalled: ArrayLike<number>
}): Calibration {
  const sums = RECALL_EDGES.map(() => ({ reviews: 0, recalled: 0, expected: 0 }))
  for (let index = 0; index < predictions.expected.length; index++) {
    const expected = predictions.expected[index] ?? 0
    const sum = sums[binOfRecall(expected)]
    if (!sum) continue
    sum.reviews += 1
    sum.recalled += predictions.recalled[index] ?? 0
    sum.expected += expected
  }
  const bins = sums.flatMap((sum, index) => (sum.reviews > 0 ? [binOf(sum, index)] : []))
  const reviews = bins.reduce((all, bin) => all + bin.reviews, 0)
  const mean = (of: (bin: CalibrationBin) => number) =>
    bins.reduce((all, bin) => all + (of(bin) * bin.reviews) / reviews, 0)
  return {
    reviews,
    expected: mean((bin) => bin.expected),
    actual: mean((bin) => bin.actual),
    off: mean((bin) => Math.abs(bin.expected - bin.actual)),
    bins,
  }
}

function binOf(
  sum: { readonly reviews: number; readonly recalled: number; readonly expected: number },
  index: number,
): CalibrationBin {
  const { reviews, recalled } = sum
  return {
    from: RECALL_EDGES[index] ?? 0,
    to: RECALL_EDGES[index + 1] ?? 1,
    reviews,
    recalled,
    expected: sum.expected / reviews,
    actual: recalled / reviews,
    ...wilson(recalled, reviews),
  }
}
