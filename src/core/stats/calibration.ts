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

/** Where bins begin: finer where most reviews are. */
const EDGES = [0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95] as const

/** Of a normal distribution: 95 % lie within so many standard deviations. */
const Z95 = 1.959964

/** Compares expected recall with what happened. Both lists hold one number a review. */
export function calibrationOf(predictions: {
  readonly expected: ArrayLike<number>
  readonly recalled: ArrayLike<number>
}): Calibration {
  const sums = EDGES.map(() => ({ reviews: 0, recalled: 0, expected: 0 }))
  for (let index = 0; index < predictions.expected.length; index++) {
    const expected = predictions.expected[index] ?? 0
    const sum = sums[EDGES.findLastIndex((edge) => expected >= edge)]
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
    from: EDGES[index] ?? 0,
    to: EDGES[index + 1] ?? 1,
    reviews,
    recalled,
    expected: sum.expected / reviews,
    actual: recalled / reviews,
    ...wilson(recalled, reviews),
  }
}

/**
 * The interval that holds the true share with 95 %, after `hits` of `count`. Never leaves 0 to 1 and is
 * never of no width, also after 0 or all.
 *
 * @see Wilson 1927; Brown, Cai & DasGupta 2001: https://doi.org/10.1214/ss/1009213286
 */
export function wilson(hits: number, count: number): { low: number; high: number } {
  if (count === 0) return { low: 0, high: 1 }
  const share = hits / count
  const z2 = Z95 ** 2
  const middle = (share + z2 / (2 * count)) / (1 + z2 / count)
  const half =
    (Z95 / (1 + z2 / count)) * Math.sqrt((share * (1 - share)) / count + z2 / (4 * count ** 2))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
