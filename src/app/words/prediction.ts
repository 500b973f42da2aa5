import type { Calibration, CalibrationBin } from '../../core/stats/calibration.ts'
import { plural } from './plural.ts'
import { percent } from './progress.ts'

/** The picture of predictions in a sentence or two. */
export function calibrationWords({ reviews, expected, actual, off }: Calibration): string {
  return (
    `Over ${plural(reviews, 'review')}, ${percent(expected)} were expected to be recalled and ${percent(actual)} were. ` +
    `Predictions were off by ${(100 * off).toFixed(1)} points on average.`
  )
}

/** Log loss beside that of always expecting the average. */
export function lossWords(own: number, average: number): string {
  const better = own < average
  return better
    ? `They tell more than your average alone would: log loss ${own.toFixed(3)} against ${average.toFixed(3)}, where less is better.`
    : `They tell no more than your average alone would: log loss ${own.toFixed(3)} against ${average.toFixed(3)}, where less is better.`
}

/** "85–90 %". */
export function spanWords({ from, to }: Pick<CalibrationBin, 'from' | 'to'>): string {
  return `${Math.round(100 * from)}–${Math.round(100 * to)}\u202f%`
}

/** Reviews below which a picture of predictions would show chance. */
export const FEW_REVIEWS = 50

export function tooFewReviews(reviews: number): string {
  return `So far ${plural(reviews, 'review')} on a later day can be compared. The picture comes with ${FEW_REVIEWS}.`
}
