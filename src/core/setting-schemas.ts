import * as v from 'valibot'
import type { ExamId } from './note.ts'
import { isExam, SETTING_CHECKS } from './settings.ts'
import type { SettingKey, Settings } from './settings.ts'

export const EXAM_SCHEMA = v.custom<ExamId>(isExam, 'An id such as AZ-104')

/** Every setting with its own schema, for what comes from outside. */
export const SETTING_SCHEMAS = {
  exams: of('exams', 'Ids such as AZ-104'),
  buttons: of('buttons', 'two or four'),
  newPerDay: of('newPerDay', 'A whole number from 0 to 500'),
  desiredRetention: of('desiredRetention', 'A number from 0.7 to 0.97'),
  rolloverHour: of('rolloverHour', 'A whole hour from 0 to 12'),
  theme: of('theme', 'system, light or dark'),
  weights: of('weights', '21 numbers, or null'),
} as const

function of<Key extends SettingKey>(key: Key, expected: string) {
  return v.custom<Settings[Key]>(SETTING_CHECKS[key], expected)
}
