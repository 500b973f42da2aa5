import * as v from 'valibot'
import { SETTING_SCHEMAS } from '../core/setting-schemas.ts'
import type { SettingKey, Settings } from '../core/settings.ts'
import type { Instant } from '../core/time.ts'
import type { StudyDb } from './db.ts'
import { putSetting } from './put-setting.ts'

/**
 * Saves one setting. It always holds: if the clock was set back since the stored row was written, the
 * new one is dated just after it.
 *
 * @throws v.ValiError where `value` does not fit the setting
 */
export async function saveSetting<Key extends SettingKey>(
  db: StudyDb,
  key: Key,
  value: Settings[Key],
  now: Instant,
  device: string,
): Promise<void> {
  const checked: unknown = v.parse<v.GenericSchema>(SETTING_SCHEMAS[key], value)
  await putSetting(db, key, checked, now, device)
}
