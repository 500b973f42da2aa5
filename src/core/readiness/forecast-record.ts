import * as v from 'valibot'
import type { ExamId } from '../note.ts'
import { InstantSchema, StudyDaySchema } from '../time-schemas.ts'
import type { StudyDayNumber } from '../time.ts'

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const stamp = {
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  exam: v.pipe(v.string(), v.regex(/^[A-Z]{2}-\d{3}$/)),
  updatedAt: InstantSchema,
  device: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
}

const BandSchema = v.strictObject({ low: share, high: share })

/** The middle 80 %, both ends 0 to 1. */
export type Band = Readonly<v.InferOutput<typeof BandSchema>>

/** What was forecast of an exam on a study day: at most one row an exam and day, the last one shown. */
const ForecastSchema = v.strictObject({
  kind: v.literal('forecast'),
  ...stamp,
  /** The study day on which it was made. */
  day: StudyDaySchema,
  /** The study day that it is for. */
  forDay: StudyDaySchema,
  /** Expected recall of all cards on that day. */
  recall: BandSchema,
  /** Share of the points; null where there was not enough evidence to say. */
  points: v.nullable(BandSchema),
  /** Probability of passing in steps of 5 %, 0.05 to 0.95; null where nothing was said. */
  pass: v.nullable(v.pipe(v.number(), v.minValue(0.05), v.maxValue(0.95))),
  evidence: v.strictObject({
    cards: count,
    seen: count,
    reviews: count,
    mockAnswers: count,
    isFitted: v.boolean(),
  }),
})
export type Forecast = v.InferOutput<typeof ForecastSchema>

/** How an exam really went, as the learner reported it. The last report of an exam's day holds. */
export const ExamResultSchema = v.strictObject({
  kind: v.literal('result'),
  ...stamp,
  /** The day of the exam. */
  day: StudyDaySchema,
  /** On Microsoft's scale, where 700 passes. */
  score: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
  passed: v.boolean(),
  /** The learner took the report back. */
  removed: v.exactOptional(v.boolean()),
})
export type ExamResult = v.InferOutput<typeof ExamResultSchema>

export const ForecastEntrySchema = v.variant('kind', [ForecastSchema, ExamResultSchema])
export type ForecastEntry = v.InferOutput<typeof ForecastEntrySchema>

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
      .toSorted((a, b) => b.day - a.day || b.updatedAt - a.updatedAt)[0] ?? null
  )
}
