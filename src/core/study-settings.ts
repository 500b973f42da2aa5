import * as v from 'valibot'
import { ACTIONS } from './keys.ts'
import type { KeyChanges } from './keys.ts'

const key = v.pipe(v.string(), v.minLength(1), v.maxLength(40))

/**
 * Settings that only studying needs, each with its own schema. They are rows like all others, and stand
 * apart so that the start of the app does not load them.
 */
export const STUDY_SETTING_SCHEMAS = {
  /** Keys that the learner changed, by action. */
  keys: v.record(v.picklist(ACTIONS), v.pipe(v.array(key), v.maxLength(6))),
  /** Swiping a card to the side rates it. */
  swipe: v.boolean(),
  /** The device vibrates shortly when a card is rated. */
  haptics: v.boolean(),
  /** Whether options wait behind the question at first: for cards in review, for all, or never. */
  thinkFirst: v.picklist(['never', 'review', 'always']),
  /** Seconds that one card counts at most: longer than this the learner was away. */
  idleSeconds: v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(600)),
  /** Questions and answers are read aloud as they are shown. */
  speak: v.boolean(),
  /** Once a week, at the end of a session, parameters of memory are fitted anew. */
  refit: v.boolean(),
} as const

export interface StudySettings {
  readonly keys: KeyChanges
  readonly swipe: boolean
  readonly haptics: boolean
  readonly thinkFirst: 'never' | 'review' | 'always'
  readonly idleSeconds: number
  readonly speak: boolean
  readonly refit: boolean
}

export type StudySettingKey = keyof StudySettings

export const DEFAULT_STUDY_SETTINGS: StudySettings = {
  keys: {},
  swipe: false,
  haptics: false,
  thinkFirst: 'review',
  idleSeconds: 60,
  speak: false,
  refit: true,
}

/** The settings that stored rows add up to; values that do not fit fall back to the default. */
export function studySettingsOf(
  rows: readonly { readonly key: string; readonly value: unknown }[],
): StudySettings {
  const schemas = new Map<string, v.GenericSchema>(Object.entries(STUDY_SETTING_SCHEMAS))
  const known = rows.filter(({ key: name, value }) => {
    const schema = schemas.get(name)
    return schema !== undefined && v.is(schema, value)
  })
  const values = Object.fromEntries(known.map(({ key: name, value }) => [name, value]))
  return { ...DEFAULT_STUDY_SETTINGS, ...values }
}
