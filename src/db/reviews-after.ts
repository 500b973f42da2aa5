import { Dexie } from 'dexie'
import type { CardId } from '../core/note.ts'
import type { Review } from '../core/review.ts'
import type { StudyDb } from './db.ts'

/** Entries read at a time: enough to be quick, few enough for a phone's memory. */
const BATCH = 2000

/** The whole logs of the cards after `last`, card by card, about `limit` entries; empty at the end. */
export async function reviewsAfter(
  db: StudyDb,
  last: CardId | null,
  limit = BATCH,
): Promise<Review[]> {
  const index = db.reviews.where('[cardId+at]')
  const rest = index.above(last === null ? [Dexie.minKey] : [last, Dexie.maxKey])
  const batch = await rest.limit(limit).toArray()
  if (batch.length < limit) return batch
  // The log of the last card may go on: it is left for the next batch, or read in a longer one.
  const end = batch.at(-1)?.cardId
  const whole = batch.filter(({ cardId }) => cardId !== end)
  return whole.length > 0 ? whole : reviewsAfter(db, last, limit * 2)
}
