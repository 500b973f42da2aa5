import * as v from 'valibot'
import { FitRecordSchema } from '../core/fit/fit-record.ts'
import type { FitRecord } from '../core/fit/fit-record.ts'
import type { Instant } from '../core/time.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'

/** The history of fits, latest first. */
export async function allFits(db: StudyDb): Promise<FitRecord[]> {
  const fits = await withDb(db, () => db.fits.orderBy('at').toArray())
  return fits.toReversed()
}

/**
 * Keeps a fit for the history. Nothing is in force by that.
 *
 * @throws v.ValiError for what is no fit; StorageFault where it could not be saved
 */
export async function saveFit(db: StudyDb, fit: FitRecord): Promise<void> {
  const checked = v.parse(FitRecordSchema, fit)
  await withDb(db, () => db.fits.put(checked))
  db.changes.announce({ kind: 'bulk' })
}

/** Notes that the learner said no to a fit, so that it is not offered again. */
export async function declineFit(db: StudyDb, id: string, now: Instant): Promise<void> {
  await withDb(db, () =>
    db.transaction('rw', db.fits, async () => {
      const fit = await db.fits.get(id)
      if (!fit) return
      await db.fits.put({ ...fit, declinedAt: now, updatedAt: Math.max(now, fit.updatedAt + 1) })
    }),
  )
  db.changes.announce({ kind: 'bulk' })
}

/** Entries of the log: about as many as there are answers. */
export async function logLength(db: StudyDb): Promise<number> {
  return withDb(db, () => db.reviews.count())
}
