import type { Schedulers } from '../core/scheduler.ts'
import { footprintKey } from '../core/stats/footprint.ts'
import { areDaysKept } from './days.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'
import { DAYS_KEY, PROJECTION_TABLES } from './projection.ts'
import type { OnProgress } from './projection.ts'
import { project, replace } from './rebuild.ts'

/** Whether the statistics have been counted with these settings, so that they can be shown. */
export async function hasDays(db: StudyDb, settings: Schedulers): Promise<boolean> {
  const stored = await withDb(db, () => db.local.get(DAYS_KEY))
  return stored?.value === footprintKey(settings)
}

/**
 * Brings the statistics up to date: counts them anew if they were never counted or with other settings,
 * and puts cards where their notes stand now. From then on every entry of the log keeps them so.
 *
 * @returns whether anything changed
 */
export async function ensureDays(
  db: StudyDb,
  settings: Schedulers,
  onProgress?: OnProgress,
): Promise<boolean> {
  return withDb(db, () =>
    db.transaction('rw', [...PROJECTION_TABLES], async () => {
      if (await areDaysKept(db, settings)) return replace(db, settings)
      await project(db, settings, onProgress)
      return true
    }),
  )
}
