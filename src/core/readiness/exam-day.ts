import * as v from 'valibot'
import { isoDay } from '../deck/iso-day.ts'
import type { StudyDayNumber } from '../time.ts'

/** Number of 1970-01-01 where 0001-01-01 is 1. */
const EPOCH_DAY = 719_163

/** The study day of a date written `YYYY-MM-DD`; null if there is no such day. */
export function dayOfDate(date: string): StudyDayNumber | null {
  const day = isoDay(date)
  return day === null ? null : day - EPOCH_DAY
}

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

/** Of the plan of an exam, as it is stored, what a forecast needs. */
const PlanRowSchema = v.object({
  date: v.nullable(v.string()),
  known: v.optional(v.record(v.string(), share), {}),
})

/** When the exam is, and what was known before any card of it was seen. */
export interface ExamDay {
  /** Null for who has no date. */
  readonly day: StudyDayNumber | null
  /** Share of a domain, by its id, 0 to 1. */
  readonly known: Readonly<Record<string, number>>
}

/** The day that a stored plan sets; none where there is no plan, or none that can be read. */
export function examDayOf(row: unknown): ExamDay {
  const plan = v.safeParse(PlanRowSchema, row)
  if (!plan.success) return { day: null, known: {} }
  const { date, known } = plan.output
  return { day: date === null ? null : dayOfDate(date), known }
}
