import * as v from 'valibot'
import type { ExamId } from '../note.ts'
import { InstantSchema } from '../time.ts'
import type { Instant, StudyDayNumber } from '../time.ts'
import type { Evidence } from './evidence.ts'

/** The middle 80 %, both ends 0 to 1. */
export interface Band {
  readonly low: number
  readonly high: number
}

/** What was forecast of an exam on a study day: at most one row an exam and day, the last one shown. */
export interface Forecast {
  readonly kind: 'forecast'
  readonly id: string
  readonly exam: ExamId
  /** The study day on which it was made. */
  readonly day: StudyDayNumber
  /** The study day that it is for. */
  readonly forDay: StudyDayNumber
  readonly at: Instant
  readonly device: string
  /** Expected recall of all cards on that day. */
  readonly recall: Band
  /** Share of the points; null where there was not enough evidence to say. */
  readonly points: Band | null
  /** Probability of passing in steps of 5 %, 0.05 to 0.95; null where nothing was said. */
  readonly pass: number | null
  readonly evidence: Evidence
}

/** How an exam really went, as the learner reported it. The last report of an exam's day holds. */
export const ExamResultSchema = v.strictObject({
  kind: v.literal('result'),
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  exam: v.pipe(v.string(), v.regex(/^[A-Z]{2}-\d{3}$/)),
  /** The day of the exam. */
  day: v.pipe(v.number(), v.safeInteger()),
  /** On Microsoft's scale, where 700 passes. */
  score: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
  passed: v.boolean(),
  at: InstantSchema,
  device: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  /** The learner took the report back. */
  removed: v.optional(v.boolean()),
})
export type ExamResult = v.InferOutput<typeof ExamResultSchema>

export type ForecastEntry = Forecast | ExamResult

/** A result with the forecast that stood before it. */
export interface Outcome {
  readonly result: ExamResult
  /** The last one made for that exam before its day; null if there was none. */
  readonly forecast: Forecast | null
}

/** The results of an exam, latest first, each with the last forecast from the days before it. */
export function outcomesOf(entries: readonly ForecastEntry[], exam: ExamId): Outcome[] {
  const ofExam = entries.filter((entry) => entry.exam === exam)
  const forecasts = ofExam.filter((entry) => entry.kind === 'forecast')
  return ofExam
    .filter((entry) => entry.kind === 'result')
    .filter(({ removed }) => removed !== true)
    .toSorted((a, b) => b.day - a.day)
    .map((result) => ({ result, forecast: lastBefore(forecasts, result.day) }))
}

// On the day itself it may have been made after the exam, and in its knowledge.
function lastBefore(forecasts: readonly Forecast[], day: StudyDayNumber): Forecast | null {
  return (
    forecasts
      .filter((each) => each.day < day)
      .toSorted((a, b) => b.day - a.day || b.at - a.at)[0] ?? null
  )
}
