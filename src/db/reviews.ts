import { Dexie } from 'dexie'
import * as v from 'valibot'
import type { CardId } from '../core/note.ts'
import { ReviewSchema } from '../core/review.ts'
import type { Review } from '../core/review.ts'
import { replay } from '../core/schedule.ts'
import type { CardState, SchedulerSettings } from '../core/schedule.ts'
import type { Instant } from '../core/time.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'
import { outdateProjection } from './projection.ts'

export interface Recorded {
  /** What the card's log adds up to now; null while the card counts as new. */
  readonly state: CardState | null
  /** False if the log had the entry already. */
  readonly added: boolean
}

/**
 * Adds one entry to the review log and brings the card's state up to date, or does neither.
 * An entry whose id is there already is left as it is, so that trying again is harmless, also from
 * another tab. Nothing but `db` is awaited inside: IndexedDB commits once it finds itself idle.
 *
 * @throws v.ValiError for an entry that is not one; StorageFault where nothing could be saved
 */
export async function recordReview(
  db: StudyDb,
  entry: Review,
  settings: SchedulerSettings,
): Promise<Recorded> {
  const review = v.parse(ReviewSchema, entry)
  const recorded = await withDb(db, () =>
    db.transaction('rw', db.reviews, db.cardStates, db.local, () => record(db, review, settings)),
  )
  if (recorded.added) db.changes.announce({ kind: 'reviewed', cardId: review.cardId })
  return recorded
}

async function record(db: StudyDb, review: Review, settings: SchedulerSettings): Promise<Recorded> {
  const [stored, before] = await Promise.all([
    db.reviews.get(review.id),
    reviewsOfCard(db, review.cardId),
    outdateProjection(db, settings),
  ])
  const added = stored === undefined
  const state = replay(added ? [...before, review] : before, settings)
  await Promise.all([
    added ? db.reviews.add(review) : null,
    state ? db.cardStates.put(state) : db.cardStates.delete(review.cardId),
  ])
  return { state, added }
}

/** The log of one card, oldest first. */
export async function reviewsOfCard(db: StudyDb, cardId: CardId): Promise<Review[]> {
  return withDb(db, () =>
    db.reviews
      .where('[cardId+at]')
      .between([cardId, Dexie.minKey], [cardId, Dexie.maxKey], true, true)
      .toArray(),
  )
}

/** The log from the instant `at` on, oldest first. */
export async function reviewsSince(db: StudyDb, at: Instant): Promise<Review[]> {
  return withDb(db, () => db.reviews.where('at').aboveOrEqual(at).toArray())
}
