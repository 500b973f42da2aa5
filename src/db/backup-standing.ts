import * as v from 'valibot'
import type { AtRisk } from '../core/backup/reminder.ts'
import { InstantSchema } from '../core/time-schemas.ts'
import type { Instant } from '../core/time.ts'
import { withDb } from './db.ts'
import type { LocalRow, StudyDb } from './db.ts'

/** Rows of `local`; a restore leaves them as they are. */
const OUTSIDE = 'backup/outside'
const POSTPONED = 'backup/postponed'
const SNAPSHOT_DAY = 'backup/snapshotDay'
const FOLDER = 'backup/folder'

/** When the last file went out of the browser, and how many entries of the log said something then. */
const OutsideSchema = v.object({ at: InstantSchema, reviews: v.number() })

/** How many entries of the log say nothing any more: those of imports that were taken back, and their undos. */
const TAKEN_BACK = 'takenBackEntries'

/** Notes that entries of an import were taken back, inside a transaction over `local`. */
export async function noteTakenBack(db: StudyDb, entries: number): Promise<void> {
  const known = await db.local.get(TAKEN_BACK)
  // Each with the entry that takes it back.
  await db.local.put({ key: TAKEN_BACK, value: countOf(known) + 2 * entries })
}

function countOf(row: LocalRow | undefined): number {
  return typeof row?.value === 'number' ? row.value : 0
}

/** Entries of the log that say something. */
async function sayingEntries(db: StudyDb): Promise<number> {
  const [count, takenBack] = await Promise.all([db.reviews.count(), db.local.get(TAKEN_BACK)])
  return Math.max(0, count - countOf(takenBack))
}

/** A file with everything is now outside of this browser. */
export async function noteBackup(db: StudyDb, at: Instant): Promise<void> {
  await withDb(db, () =>
    db.transaction('rw', db.reviews, db.local, async () => {
      const reviews = await sayingEntries(db)
      await db.local.put({ key: OUTSIDE, value: { at, reviews } })
      await db.local.delete(POSTPONED)
    }),
  )
}

/** The learner was reminded and said "later". */
export async function postponeBackup(db: StudyDb, at: Instant): Promise<void> {
  await withDb(db, () => db.local.put({ key: POSTPONED, value: at }))
}

/** What no file outside of this browser has. */
export async function atRisk(db: StudyDb): Promise<AtRisk> {
  return withDb(db, () =>
    db.transaction('r', db.reviews, db.local, async () => {
      const [count, first, outside, postponed] = await Promise.all([
        sayingEntries(db),
        db.reviews.orderBy('at').first(),
        db.local.get(OUTSIDE),
        db.local.get(POSTPONED),
      ])
      const last = v.is(OutsideSchema, outside?.value) ? outside.value : null
      return {
        reviews: Math.max(0, count - (last?.reviews ?? 0)),
        backedUpAt: last?.at ?? null,
        firstReviewAt: first?.at ?? null,
        postponedAt: typeof postponed?.value === 'number' ? postponed.value : null,
      }
    }),
  )
}

/** Claims the automatic snapshot of a study day; false where it was made or claimed before, also by another tab. */
export async function claimSnapshot(db: StudyDb, today: number): Promise<boolean> {
  return withDb(db, () =>
    db.transaction('rw', db.local, async () => {
      const last = await db.local.get(SNAPSHOT_DAY)
      if (last?.value === today) return false
      await db.local.put({ key: SNAPSHOT_DAY, value: today })
      return true
    }),
  )
}

/** The folder that the learner chose for backups, or null. */
export async function backupFolder(db: StudyDb): Promise<unknown> {
  return (await withDb(db, () => db.local.get(FOLDER)))?.value ?? null
}

/** Null forgets it. What is in the folder stays. */
export async function setBackupFolder(db: StudyDb, folder: unknown): Promise<void> {
  await withDb<unknown>(db, () =>
    folder === null ? db.local.delete(FOLDER) : db.local.put({ key: FOLDER, value: folder }),
  )
}
