import * as v from 'valibot'
import { SETTING_SCHEMAS, settingsOf } from '../core/settings.ts'
import type { SettingKey, Settings } from '../core/settings.ts'
import type { Instant } from '../core/time.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'

/** The learner's settings, with defaults for all that was never set. */
export async function loadSettings(db: StudyDb): Promise<Settings> {
  return settingsOf(await withDb(db, () => db.settings.toArray()))
}

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

/** Stores a value that was checked, dated after the one that it replaces. */
export async function putSetting(
  db: StudyDb,
  key: string,
  value: unknown,
  now: Instant,
  device: string,
): Promise<void> {
  await withDb(db, () =>
    db.transaction('rw', db.settings, async () => {
      const stored = await db.settings.get(key)
      const updatedAt = Math.max(now, stored ? stored.updatedAt + 1 : 0)
      await db.settings.put({ key, value, updatedAt, device })
    }),
  )
  db.changes.announce({ kind: 'setting', key })
}
