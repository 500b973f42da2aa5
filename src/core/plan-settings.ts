import * as v from 'valibot'
import { isoDay } from './deck/iso-day.ts'
import type { ExamId } from './note.ts'
import { StudyDaySchema } from './time-schemas.ts'
import type { StudyDayNumber } from './time.ts'

/** What happens to an exam's cards once its day is over. */
export const AFTER = ['keep', 'light', 'archive'] as const
export type After = (typeof AFTER)[number]

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

/** What the learner plans for one exam: one row of the settings, last write wins. */
export const ExamPlanSchema = v.object({
  /** Day of the exam, `YYYY-MM-DD`, or null without one. */
  date: v.nullable(
    v.pipe(
      v.string(),
      v.check((text) => isoDay(text) !== null, 'No such day'),
    ),
  ),
  /** Study day on which the date was set: the pace of new cards counts from it. */
  since: StudyDaySchema,
  /** New cards a day at most; null for as many as the plan needs. */
  newPerDay: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(500))),
  /** Wanted recall at the due moment without a date, 0 to 1; null for that of the settings. */
  desiredRetention: v.nullable(v.pipe(v.number(), v.minValue(0.7), v.maxValue(0.97))),
  /** Share of each domain that the learner knows already, 0 to 1. */
  known: v.record(v.string(), share),
  after: v.picklist(AFTER),
})
export type ExamPlan = v.InferOutput<typeof ExamPlanSchema>

/** Minutes for studying on each weekday, Monday first; 0 is a day off. All exams share them. */
export const MinutesSchema = v.pipe(
  v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(720))),
  v.length(7),
)

export interface PlanSettings {
  readonly minutes: readonly number[]
  readonly exams: ReadonlyMap<ExamId, ExamPlan>
}

/** All rows of plans begin with this. */
export const PLAN_ROWS = 'plan/'
export const MINUTES_ROW = `${PLAN_ROWS}minutes`
const EXAM_ROWS = `${PLAN_ROWS}exam/`

export function examRowKey(exam: ExamId): string {
  return EXAM_ROWS + exam
}

export const DEFAULT_MINUTES: readonly number[] = [20, 20, 20, 20, 20, 20, 20]

/** A plan before the learner has said anything. */
export function defaultPlan(today: StudyDayNumber): ExamPlan {
  return {
    date: null,
    since: today,
    newPerDay: null,
    desiredRetention: null,
    known: {},
    after: 'keep',
  }
}

/** The plans that stored rows add up to; values that do not fit are left out. */
export function planSettingsOf(
  rows: readonly { readonly key: string; readonly value: unknown }[],
): PlanSettings {
  const minutes = rows.find(({ key }) => key === MINUTES_ROW)?.value
  const exams = rows.flatMap(({ key, value }): [ExamId, ExamPlan][] =>
    key.startsWith(EXAM_ROWS) && v.is(ExamPlanSchema, value)
      ? [[key.slice(EXAM_ROWS.length), value]]
      : [],
  )
  return {
    minutes: v.is(MinutesSchema, minutes) ? minutes : DEFAULT_MINUTES,
    exams: new Map(exams),
  }
}

/** Number of 1970-01-01 where 0001-01-01 is 1. */
const EPOCH_DAY = 719_163

/** The study day of a date that fits the schema. */
export function dayOfDate(date: string): StudyDayNumber {
  return (isoDay(date) ?? EPOCH_DAY) - EPOCH_DAY
}

/** Wanted recall after the exam for a learner who only keeps the most. */
export const LIGHT_RETENTION = 0.8

interface Wanted {
  /** Of all cards, 0 to 1. */
  readonly desiredRetention: number
  /** What was set for the exam, which goes before its plan. */
  readonly schedule?: { readonly desiredRetention?: number | undefined } | undefined
}

/** Wanted recall of an exam on a day, 0 to 1: of its schedule, of its plan, or of all; after it light has its own. */
export function wantedRecall(
  plan: ExamPlan | undefined,
  today: StudyDayNumber,
  { desiredRetention, schedule }: Wanted,
): number {
  const isOver = typeof plan?.date === 'string' && dayOfDate(plan.date) < today
  if (isOver && plan.after === 'light') return LIGHT_RETENTION
  return schedule?.desiredRetention ?? plan?.desiredRetention ?? desiredRetention
}

/** Monday 0 to Sunday 6. */
export function weekdayOf(studyDay: StudyDayNumber): number {
  return (((studyDay + 3) % 7) + 7) % 7
}

/** Minutes that the learner has on a day. */
export function minutesOn({ minutes }: Pick<PlanSettings, 'minutes'>, studyDay: StudyDayNumber) {
  return minutes[weekdayOf(studyDay)] ?? 0
}
