import type { ExamId } from './note.ts'
import { OWN_EXAM } from './own-exam.ts'
import { isWhole, isWithin } from './within.ts'

/** How much of the load a weekday takes, beside the others. */
export const EASE = ['normal', 'fewer', 'none'] as const
export type Ease = (typeof EASE)[number]

/**
 * What the learner set for the cards of one exam: one row of the settings, last write wins. What is left
 * out is as usual, so that the row of who went back to the defaults is empty.
 */
export interface ExamSchedule {
  /** Wanted recall at the due moment, 0 to 1; that of the settings where it is left out. */
  readonly desiredRetention?: number
  /** Minutes, each under a day. */
  readonly learningStepsMin?: readonly number[]
  readonly relearningStepsMin?: readonly number[]
  readonly maximumIntervalDays?: number
  /** Whether reviews are spread over neighbouring days. */
  readonly balance?: boolean
  /** For each weekday, Monday first. */
  readonly easyDays?: readonly Ease[]
  /** Lapses below which no card is said not to stick. */
  readonly leechLapses?: number
  /** So unlikely the lapses have to be, 0 to 1; 1 for whatever their chance. */
  readonly leechChance?: number
}

/** Some parts of a schedule; undefined for one that is to be as usual. */
export type SchedulePart = {
  readonly [Part in keyof ExamSchedule]?: ExamSchedule[Part] | undefined
}

/** As it is for who never set anything; wanted recall is that of the settings. */
export const USUAL_SCHEDULE = {
  // One step each: repeats within a day hardly affect long-term memory.
  learningStepsMin: [10],
  relearningStepsMin: [10],
  maximumIntervalDays: 36_500,
  balance: true,
  easyDays: ['normal', 'normal', 'normal', 'normal', 'normal', 'normal', 'normal'],
  leechLapses: 3,
  leechChance: 0.01,
} as const satisfies ExamSchedule

/** Everything of a schedule, the usual where nothing was set; only wanted recall may be left out. */
export type FullSchedule = Required<Omit<ExamSchedule, 'desiredRetention'>> &
  Pick<ExamSchedule, 'desiredRetention'>

/** Schedules by exam. */
export type Schedules = Readonly<Record<ExamId, ExamSchedule>>

/** All rows of schedules begin with this, followed by the exam. */
export const SCHEDULE_ROWS = 'schedule/'

/** Steps within a day that a list may have. */
const MOST_STEPS = 6

/** Whether a value fits a part of a schedule. In plain code, as the start of the app reads them. */
const CHECKS: Readonly<Record<keyof ExamSchedule, (value: unknown) => boolean>> = {
  desiredRetention: (value) => isWithin(value, 0.7, 0.97),
  learningStepsMin: areSteps,
  relearningStepsMin: areSteps,
  maximumIntervalDays: (value) => isWhole(value, 7, 36_500),
  balance: (value) => typeof value === 'boolean',
  easyDays: (value) =>
    Array.isArray(value) &&
    value.length === 7 &&
    value.every((each) => EASE.some((ease) => ease === each)),
  leechLapses: (value) => isWhole(value, 2, 30),
  leechChance: (value) => isWithin(value, 0.0001, 1),
}

/** Whether a value is a schedule, all of it. */
export function isExamSchedule(value: unknown): value is ExamSchedule {
  if (!isRecord(value)) return false
  const checks = new Map<string, (part: unknown) => boolean>(Object.entries(CHECKS))
  return Object.entries(value).every(([part, each]) => checks.get(part)?.(each))
}

/** The schedules that stored rows add up to; parts that do not fit are as usual. */
export function schedulesOf(rows: readonly { key: string; value: unknown }[]): Schedules {
  const own = rows.filter(({ key, value }) => key.startsWith(SCHEDULE_ROWS) && isRecord(value))
  return Object.fromEntries(
    own.map(({ key, value }) => [key.slice(SCHEDULE_ROWS.length), partsThatFit(value)]),
  )
}

/** What holds for the cards of an exam. */
export function fullScheduleOf(schedule: ExamSchedule | undefined): FullSchedule {
  return { ...USUAL_SCHEDULE, ...schedule }
}

/**
 * The exams in the order in which they lead: a card that counts for several goes by the first of them. Those
 * chosen come in the learner's order, then others that have a schedule, the own decks last.
 */
export function leadingOrder(chosen: readonly ExamId[], schedules: Schedules): ExamId[] {
  const others = Object.keys(schedules).filter((exam) => !chosen.includes(exam))
  return [...chosen, ...others.toSorted(byName)]
}

/** The exam by whose schedule a card of these exams goes; undefined for one of none that has any say. */
export function leaderOf(
  settings: { readonly exams: readonly ExamId[]; readonly schedules: Schedules },
  exams: readonly ExamId[],
): ExamId | undefined {
  const order = leadingOrder(settings.exams, settings.schedules)
  return order.find((exam) => exams.includes(exam))
}

/** What holds for a card that counts for these exams, in whatever order. */
export function scheduleFor(
  settings: { readonly exams: readonly ExamId[]; readonly schedules: Schedules },
  exams: readonly ExamId[],
): FullSchedule {
  const leader = leaderOf(settings, exams)
  return fullScheduleOf(leader === undefined ? undefined : settings.schedules[leader])
}

/** Wanted recall of the cards of an exam, 0 to 1; without one that of all. */
export function retentionOf(
  settings: { readonly desiredRetention: number; readonly schedules: Schedules },
  exam: ExamId | null | undefined,
): number {
  const own = exam ? settings.schedules[exam] : undefined
  return own?.desiredRetention ?? settings.desiredRetention
}

function byName(a: ExamId, b: ExamId): number {
  return Number(a === OWN_EXAM) - Number(b === OWN_EXAM) || (a < b ? -1 : 1)
}

function partsThatFit(value: unknown): ExamSchedule {
  if (!isRecord(value)) return {}
  return Object.fromEntries(
    Object.entries(CHECKS).flatMap(([part, fits]) =>
      fits(value[part]) ? [[part, value[part]]] : [],
    ),
  )
}

/** Whether a value is a list of steps: some whole minutes, each under a day. */
export function areSteps(value: unknown): value is readonly number[] {
  return (
    Array.isArray(value) &&
    value.length <= MOST_STEPS &&
    value.every((step) => isWhole(step, 1, 1439))
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
