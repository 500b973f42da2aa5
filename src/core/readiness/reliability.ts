import type { Finished } from '../mock/evidence.ts'
import { isMeasure } from '../mock/result.ts'
import { wilson } from '../stats/wilson.ts'
import { studyDayOf } from '../time.ts'
import type { StudyDayNumber } from '../time.ts'
import type { Band, Forecast, ForecastEntry } from './forecast-record.ts'
import { pointsOfRecall } from './simulate.ts'

/** A mock exam beside the last forecast from the days before it. All shares are of the points, 0 to 1. */
export interface MockOutcome {
  readonly run: string
  /** The study days of the mock exam and of the forecast. */
  readonly day: StudyDayNumber
  readonly made: StudyDayNumber
  /** What was forecast: of points, or where nothing was said of them the points that such recall stands for. */
  readonly of: 'points' | 'recall'
  readonly band: Band
  /** The middle of the band. */
  readonly expected: number
  /** What came, with the interval that holds the true share with 95 %. */
  readonly actual: number
  readonly low: number
  readonly high: number
  readonly questions: number
}

/** Below so many mock exams a picture would show chance. */
export const FEW_MOCKS = 3
/** A forecast says nothing of what was studied since: an older one is not compared. */
const OLDEST = 30
/** First answers without which a mock exam says too little. */
const LEAST_QUESTIONS = 10

/**
 * How mock exams went beside what had been forecast before them, latest first: runs under exam conditions over the
 * whole exam, and of these the questions that were asked for the first time.
 */
export function mockOutcomesOf(
  entries: readonly ForecastEntry[],
  finished: readonly Finished[],
  rolloverHour: number,
): MockOutcome[] {
  const forecasts = entries.filter((entry) => entry.kind === 'forecast')
  return finished
    .filter(({ begun }) => isMeasure(begun))
    .toSorted((a, b) => b.begun.at - a.begun.at)
    .flatMap((run) => {
      const { at, utcOffsetMin } = run.begun
      const day = studyDayOf(at, { utcOffsetMin, rolloverHour })
      // On the day itself a forecast may know of the run.
      const forecast = forecasts.findLast((each) => each.day < day && each.day >= day - OLDEST)
      return forecast ? outcomeOf(run, day, forecast) : []
    })
}

function outcomeOf(
  { begun, submitted }: Finished,
  day: StudyDayNumber,
  forecast: Forecast,
): MockOutcome[] {
  const marks = submitted.marks.filter(
    (mark, q) => mark.of > 0 && begun.questions[q]?.isRepeat === false,
  )
  const questions = marks.length
  if (questions < LEAST_QUESTIONS) return []
  const of = marks.reduce((sum, mark) => sum + mark.of, 0)
  const actual = marks.reduce((sum, mark) => sum + mark.points, 0) / of
  const { points, recall } = forecast
  const band = points ?? { low: pointsOfRecall(recall.low), high: pointsOfRecall(recall.high) }
  return [
    {
      run: begun.run,
      day,
      made: forecast.day,
      of: points ? 'points' : 'recall',
      band,
      expected: (band.low + band.high) / 2,
      actual,
      // The parts of one question hang together, so that questions count.
      ...wilson(actual * questions, questions),
      questions,
    },
  ]
}
