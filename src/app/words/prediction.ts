import type { Calibration, CalibrationBin } from '../../core/stats/calibration.ts'
import type { MockOutcome } from '../../core/readiness/reliability.ts'
import { number, plural } from './plural.ts'
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

/** What is said of forecasts beside mock exams. */
export const MOCKED = {
  title: 'Forecasts and mock exams',
  key: 'Each dot is a mock exam: across the points that the last forecast before it had in the middle of its band, upwards the points that came. The upright lines show where the true share lies with 95 %. A forecast is for the exam day if nothing more is studied, so that studying in between brings more.',
  expected: 'Forecast',
  actual: 'Came',
  columns: ['Mock exam', 'Forecast on', 'Points forecast', 'Points that came', 'Questions'],
  fromRecall: 'from recall',
} as const

/** "Of 4 mock exams 3 came within the band of the forecast before them. …" */
export function mockedWords(outcomes: readonly MockOutcome[]): string {
  const mean = (of: (outcome: MockOutcome) => number) =>
    percent(outcomes.reduce((sum, each) => sum + of(each), 0) / outcomes.length)
  const within = outcomes.filter(({ actual, band }) => actual >= band.low && actual <= band.high)
  return (
    `Of ${plural(outcomes.length, 'mock exam')} ${number(within.length)} came within the band of the forecast before. ` +
    `On average ${mean(({ expected }) => expected)} of the points were forecast and ${mean(({ actual }) => actual)} came.`
  )
}
