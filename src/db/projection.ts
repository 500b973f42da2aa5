import { schedulerKey } from '../core/scheduler.ts'
import type { Schedulers } from '../core/scheduler.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'

/** Entries of the log read so far, and all that there are. */
export type OnProgress = (done: number, total: number) => void

/** Row of `local` that says with which scheduler the card states were computed. */
export const PROJECTION_KEY = 'projection'

/** Row of `local` that says with which scheduler and code the statistics were counted; none: not yet. */
export const DAYS_KEY = 'days'

/** What computing states and statistics anew reads and writes. */
export const PROJECTION_TABLES = [
  'reviews',
  'cardStates',
  'days',
  'tallies',
  'exams',
  'notes',
  'local',
] as const

/** The `schedulerKey` that the card states were computed with; something else where they were not, or not all. */
export async function projectedWith(db: StudyDb): Promise<unknown> {
  return (await withDb(db, () => db.local.get(PROJECTION_KEY)))?.value
}

/**
 * Brings the card states up to date with the scheduler: computes them anew if they were made with other
 * settings, or by another version of the scheduler, and the statistics with them. Says whether that was so.
 */
export async function ensureProjection(
  db: StudyDb,
  settings: Schedulers,
  onProgress?: OnProgress,
): Promise<boolean> {
  if (await isCurrent(db, settings)) return false
  const { project } = await import('./rebuild.ts')
  return rebuild(db, async () => {
    // Another tab may have been quicker.
    if (await isCurrent(db, settings)) return false
    await project(db, settings, onProgress)
    return true
  })
}

/** Computes all card states and statistics anew from the log. Until it is done the old ones stand, also if it fails. */
export async function rebuildCardStates(
  db: StudyDb,
  settings: Schedulers,
  onProgress?: OnProgress,
): Promise<void> {
  const { project } = await import('./rebuild.ts')
  await rebuild(db, async () => {
    await project(db, settings, onProgress)
    return true
  })
}

/**
 * Notes inside a transaction that a state is about to be computed with `settings`. If the others were
 * made with different ones, as when two tabs disagree, the next `ensureProjection` starts anew.
 */
export async function outdateProjection(db: StudyDb, settings: Schedulers): Promise<void> {
  const stored = await db.local.get(PROJECTION_KEY)
  if (stored && stored.value !== schedulerKey(settings)) await db.local.delete(PROJECTION_KEY)
}

/**
 * Notes inside a transaction that the log changed under states and statistics: the next `ensureProjection`
 * starts anew.
 */
export async function forgetProjection(db: StudyDb): Promise<void> {
  await db.local.bulkDelete([PROJECTION_KEY, DAYS_KEY])
}

async function isCurrent(db: StudyDb, settings: Schedulers): Promise<boolean> {
  return (await projectedWith(db)) === schedulerKey(settings)
}

async function rebuild(db: StudyDb, action: () => Promise<boolean>): Promise<boolean> {
  const rebuilt = await withDb(db, () => db.transaction('rw', [...PROJECTION_TABLES], action))
  if (rebuilt) db.changes.announce({ kind: 'projected' })
  return rebuilt
}
