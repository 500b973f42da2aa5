import { standingEntries } from '../core/log.ts'
import { IMPORTED } from '../core/review.ts'
import type { Rated, Review } from '../core/review.ts'
import { DAY_MS } from '../core/time.ts'
import type { Instant } from '../core/time.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'
import { reviewsOfCard } from './log.ts'

/** Entries looked at in one go from the end of the log; the first is nearly always the one. */
const BATCH = 16

/**
 * The last rating, by (at, id), that still stands: the one that an undo takes back; null if there is
 * none. Cramming counts, as it is what the learner did last. With `now`, entries dated more than a day
 * later are passed over: they were written while the clock was wrong, and are not what was done last.
 */
export async function lastUndoable(db: StudyDb, now?: Instant): Promise<Rated | null> {
  const latest = now === undefined ? Number.MAX_SAFE_INTEGER : now + DAY_MS
  return withDb(db, () =>
    db.transaction('r', db.reviews, async () => {
      for (let offset = 0; ; offset += BATCH) {
        const batch = await fromTheEnd(db, latest, offset)
        const found = await firstThatStands(db, batch)
        // Behind answers from another program there is nothing that was done here last.
        const isImported = batch.every(({ device }) => device === IMPORTED)
        if (found || isImported || batch.length < BATCH) return found
      }
    }),
  )
}

/** Newest first; entries of one instant by descending id, as the index holds them. */
async function fromTheEnd(db: StudyDb, latest: Instant, offset: number): Promise<Review[]> {
  const upTo = db.reviews.where('at').belowOrEqual(latest)
  // oxlint-disable-next-line unicorn/no-array-reverse -- a collection of the database, not an array
  return upTo.reverse().offset(offset).limit(BATCH).toArray()
}

async function firstThatStands(db: StudyDb, batch: readonly Review[]): Promise<Rated | null> {
  for (const review of batch) {
    if (review.kind !== 'rated' || review.device === IMPORTED) continue
    // What undoes an entry may be dated before it, if the clock was set back: the whole log decides.
    const log = standingEntries(await reviewsOfCard(db, review.cardId))
    if (log.some(({ id }) => id === review.id)) return review
  }
  return null
}
