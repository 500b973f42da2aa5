import { Dexie } from 'dexie'
import type { CardId } from '../core/note.ts'
import type { Review } from '../core/review.ts'
import type { Instant } from '../core/time.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'

/** Row of `local` with the instant of the latest answer while cramming: most days have none to look for. */
export const CRAMMED_AT = 'crammedAt'

/** Row of `local` with the instant at which a due day was last set by hand: most days have none to look for. */
export const MOVED_AT = 'movedAt'

/** Row of `local` with the instant at which the latest mock exam ended: most days have none to look for. */
export const MOCKED_AT = 'mockedAt'

/** The log of one card, oldest first. */
export async function reviewsOfCard(db: StudyDb, cardId: CardId): Promise<Review[]> {
  return withDb(db, () =>
    db.reviews
      .where('[cardId+at]')
      .between([cardId, Dexie.minKey], [cardId, Dexie.maxKey], true, true)
      .toArray(),
  )
}

/** The logs of some cards, each oldest first, as they were at one moment. */
export async function reviewsOfCards(
  db: StudyDb,
  cardIds: readonly CardId[],
): Promise<ReadonlyMap<CardId, readonly Review[]>> {
  return withDb(db, () =>
    db.transaction('r', db.reviews, async () => {
      const logs = await Promise.all(cardIds.map((cardId) => reviewsOfCard(db, cardId)))
      return new Map(cardIds.map((cardId, index) => [cardId, logs[index] ?? []]))
    }),
  )
}

/** The log from the instant `at` on, oldest first. */
export async function reviewsSince(db: StudyDb, at: Instant): Promise<Review[]> {
  return withDb(db, () => db.reviews.where('at').aboveOrEqual(at).toArray())
}

/** The entries with these ids that the log has, by id. */
export async function reviewsByIds(
  db: StudyDb,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Review>> {
  const found = await withDb(db, () => db.reviews.bulkGet([...ids]))
  return new Map(found.flatMap((review) => (review ? [[review.id, review]] : [])))
}
