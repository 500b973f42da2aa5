import * as v from 'valibot'
import type { ExamId } from './note.ts'

const hour = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(12))

/** The 21 parameters of memory, the last of which is a divisor. */
export const WeightsSchema = v.custom<readonly number[]>(
  (value) =>
    Array.isArray(value) &&
    value.length === 21 &&
    value.every((weight) => weight >= 0 && weight <= 100) &&
    value[20] >= 0.1,
)

/** Every setting with its own schema; a value that does not fit falls back to the default. */
export const SETTING_SCHEMAS = {
  /** The exams that the learner studies, in the order chosen. Empty before the first run. */
  exams: v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}-\d{3}$/))),
  /** Two buttons (Forgot / Got it) or four (Again, Hard, Good, Easy). */
  buttons: v.picklist(['two', 'four']),
  /** New cards per study day and exam. */
  newPerDay: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(500)),
  /** Wanted recall at the due moment, 0 to 1. */
  desiredRetention: v.pipe(v.number(), v.minValue(0.7), v.maxValue(0.97)),
  /** Local hour at which a study day begins. */
  rolloverHour: hour,
  theme: v.picklist(['system', 'light', 'dark']),
  /** Parameters of memory fitted to the learner; null for the defaults. */
  weights: v.nullable(WeightsSchema),
} as const

export interface Settings {
  readonly exams: readonly ExamId[]
  readonly buttons: 'two' | 'four'
  readonly newPerDay: number
  readonly desiredRetention: number
  readonly rolloverHour: number
  readonly theme: 'system' | 'light' | 'dark'
  readonly weights: readonly number[] | null
}

export type SettingKey = keyof Settings

export const DEFAULT_SETTINGS: Settings = {
  exams: [],
  buttons: 'two',
  newPerDay: 15,
  desiredRetention: 0.9,
  rolloverHour: 4,
  theme: 'system',
  weights: null,
}

/** The settings that stored rows add up to; unknown keys and values that do not fit are left out. */
export function settingsOf(rows: readonly { key: string; value: unknown }[]): Settings {
  const schemas = new Map<string, v.GenericSchema>(Object.entries(SETTING_SCHEMAS))
  const known = rows.filter(({ key, value }) => {
    const schema = schemas.get(key)
    return schema !== undefined && v.is(schema, value)
  })
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(known.map(({ key, value }) => [key, value])) }
}
