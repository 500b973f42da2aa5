import { settingsOf } from '../core/settings.ts'
import type { Settings } from '../core/settings.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'

/** The learner's settings, with defaults for all that was never set. */
export async function loadSettings(db: StudyDb): Promise<Settings> {
  return settingsOf(await withDb(db, () => db.settings.toArray()))
}
