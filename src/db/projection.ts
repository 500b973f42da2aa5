import type { Review } from '../core/review.ts'
import { replay, schedulerKey } from '../core/schedule.ts'
import type { CardState, SchedulerSettings } from '../core/schedule.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'
import { reviewsAfter } from './reviews-after.ts'

/** Entries of the log read so far, and all that there are. */
export type OnProgress = (done: number, total: number) => void

/** Row of `local` that says with which scheduler the card states were computed. */
const KEY = 'projection'

/**
 * Brings the card states up to date with the scheduler: computes them anew if they were made with other
 * settings, or by another version of the scheduler. Says whether that was so.
 */
export async function ensureProjection(
  db: StudyDb,
  settings: SchedulerSettings,
  onProgress?: OnProgress,
): Promise<boolean> {
  if (await isCurrent(db, settings)) return false
  return rebuild(db, async () => {
    // Another tab may have been quicker.
    if (await isCurrent(db, settings)) return false
    await project(db, settings, onProgress)
    return true
  })
}

/** Computes all card states anew from the log. Until it is done the old ones stand, also if it fails. */
export async function rebuildCardStates(
  db: StudyDb,
  settings: SchedulerSettings,
  onProgress?: OnProgress,
): Promise<void> {
  await rebuild(db, async () => {
    await project(db, settings, onProgress)
    return true
  })
}

/**
 * Notes inside a transaction that a state is about to be computed with `settings`. If the others were
 * made with different ones, as when two tabs disagree, the next `ensureProjection` starts anew.
 */
export async function outdateProjection(db: StudyDb, settings: SchedulerSettings): Promise<void> {
  const stored = await db.local.get(KEY)
  if (stored && stored.value !== schedulerKey(settings)) await db.local.delete(KEY)
}

/** Notes inside a transaction that the log changed under the states: the next `ensureProjection` starts anew. */
export async function forgetProjection(db: StudyDb): Promise<void> {
  await db.local.delete(KEY)
}

async function isCurrent(db: StudyDb, settings: SchedulerSettings): Promise<boolean> {
  const stored = await withDb(db, () => db.local.get(KEY))
  return stored?.value === schedulerKey(settings)
}

async function rebuild(db: StudyDb, action: () => Promise<boolean>): Promise<boolean> {
  const rebuilt = await withDb(db, () =>
    db.transaction('rw', db.reviews, db.cardStates, db.local, action),
  )
  if (rebuilt) db.changes.announce({ kind: 'projected' })
  return rebuilt
}

async function project(
  db: StudyDb,
  settings: SchedulerSettings,
  onProgress?: OnProgress,
): Promise<void> {
  const total = await db.reviews.count()
  await db.cardStates.clear()
  let done = 0
  let batch = await reviewsAfter(db, null)
  while (batch.length > 0) {
    await db.cardStates.bulkPut(statesOfLogs(batch, settings))
    done += batch.length
    onProgress?.(done, total)
    batch = await reviewsAfter(db, batch.at(-1)?.cardId ?? null)
  }
  await db.local.put({ key: KEY, value: schedulerKey(settings) })
}

function statesOfLogs(reviews: readonly Review[], settings: SchedulerSettings): CardState[] {
  return [...Map.groupBy(reviews, ({ cardId }) => cardId).values()]
    .map((log) => replay(log, settings))
    .filter((state) => state !== null)
}
