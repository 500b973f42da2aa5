import { schedulesOf } from './exam-schedule.ts'
import type { Schedules } from './exam-schedule.ts'
import type { ExamId } from './note.ts'
import { isWhole, isWithin } from './within.ts'

export interface Settings {
  /** The exams that the learner studies, in the order chosen. Empty before the first run. */
  readonly exams: readonly ExamId[]
  /** Two buttons (Forgot / Got it) or four (Again, Hard, Good, Easy). */
  readonly buttons: 'two' | 'four'
  /** New cards per study day and exam. */
  readonly newPerDay: number
  /** Wanted recall at the due moment, 0 to 1. */
  readonly desiredRetention: number
  /** Local hour at which a study day begins. */
  readonly rolloverHour: number
  readonly theme: 'system' | 'light' | 'dark'
  /** Parameters of memory fitted to the learner; null for the defaults. */
  readonly weights: readonly number[] | null
  /** What was set for single exams, each in a row of its own. */
  readonly schedules: Schedules
}

/** The settings that are one row each. */
export type SettingKey = Exclude<keyof Settings, 'schedules'>

export const DEFAULT_SETTINGS: Settings = {
  exams: [],
  buttons: 'two',
  newPerDay: 15,
  desiredRetention: 0.9,
  rolloverHour: 4,
  theme: 'system',
  weights: null,
  schedules: {},
}

const EXAM = /^[A-Z]{2}-\d{3}$/

/**
 * Whether a value fits a setting. In plain code, as the start of the app reads settings and does without
 * the schema library; the schemas are made of these.
 */
export const SETTING_CHECKS: Readonly<Record<SettingKey, (value: unknown) => boolean>> = {
  exams: (value) => Array.isArray(value) && value.every(isExam),
  buttons: (value) => value === 'two' || value === 'four',
  newPerDay: (value) => isWhole(value, 0, 500),
  desiredRetention: (value) => isWithin(value, 0.7, 0.97),
  rolloverHour: (value) => isWhole(value, 0, 12),
  theme: (value) => value === 'system' || value === 'light' || value === 'dark',
  weights: (value) => value === null || areWeights(value),
}

/** Whether a value is the id of an exam. */
export function isExam(value: unknown): boolean {
  return typeof value === 'string' && EXAM.test(value)
}

/** Whether a value is a set of the 21 parameters of memory, the last of which is a divisor. */
export function areWeights(value: unknown): value is readonly number[] {
  if (!Array.isArray(value) || value.length !== 21) return false
  return value.every((weight) => isWithin(weight, 0, 100)) && isWithin(value[20], 0.1, 1)
}

/** The settings that stored rows add up to; unknown keys and values that do not fit are left out. */
export function settingsOf(rows: readonly { key: string; value: unknown }[]): Settings {
  const checks = new Map<string, (value: unknown) => boolean>(Object.entries(SETTING_CHECKS))
  const known = rows.filter(({ key, value }) => checks.get(key)?.(value))
  const values = Object.fromEntries(known.map(({ key, value }) => [key, value]))
  return { ...DEFAULT_SETTINGS, ...values, schedules: schedulesOf(rows) }
}
