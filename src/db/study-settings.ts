import * as v from 'valibot'
import { settingsOf } from '../core/settings.ts'
import type { Settings } from '../core/settings.ts'
import { STUDY_SETTING_SCHEMAS, studySettingsOf } from '../core/study-settings.ts'
import type { StudySettingKey, StudySettings } from '../core/study-settings.ts'
import type { Instant } from '../core/time.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'
import { putSetting } from './put-setting.ts'

/** The learner's settings for studying, with defaults for all that was never set. */
export async function loadStudySettings(db: StudyDb): Promise<StudySettings> {
  return studySettingsOf(await withDb(db, () => db.settings.toArray()))
}

/** The learner's settings and those for studying, read at one moment. */
export async function loadAllSettings(
  db: StudyDb,
): Promise<{ readonly settings: Settings; readonly studying: StudySettings }> {
  const rows = await withDb(db, () => db.settings.toArray())
  return { settings: settingsOf(rows), studying: studySettingsOf(rows) }
}

/**
 * Saves one of them.
 *
 * @throws v.ValiError where `value` does not fit the setting
 */
export async function saveStudySetting<Key extends StudySettingKey>(
  db: StudyDb,
  key: Key,
  value: StudySettings[Key],
  now: Instant,
  device: string,
): Promise<void> {
  const checked: unknown = v.parse<v.GenericSchema>(STUDY_SETTING_SCHEMAS[key], value)
  await putSetting(db, key, checked, now, device)
}
