import type { CardId } from '../../src/core/note.ts'
import type { Rating } from '../../src/core/review.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { DAY_MS } from '../../src/core/time.ts'
import type { StudyDb } from '../../src/db/db.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { rated } from './log.ts'
import { CHICAGO, NOON } from './test-app.tsx'

/** Forgotten three times, each time after two days: a leech. */
export async function slipping(db: StudyDb, cardId: CardId): Promise<void> {
  const log = [
    [10, 'good'],
    [8, 'again'],
    [7.99, 'good'],
    [6, 'again'],
    [5.99, 'good'],
    [4, 'again'],
  ] as const
  await record(db, cardId, log)
}

/** Forgotten four times, each time after more than a year: no wonder, and no leech. */
export async function longForgotten(db: StudyDb, cardId: CardId): Promise<void> {
  const log = [
    [4000, 'good'],
    [3600, 'again'],
    [3599, 'good'],
    [2900, 'again'],
    [2899, 'good'],
    [1900, 'again'],
    [1899, 'good'],
    [400, 'again'],
  ] as const
  await record(db, cardId, log)
}

async function record(
  db: StudyDb,
  cardId: CardId,
  log: readonly (readonly [number, Rating])[],
): Promise<void> {
  for (const [daysAgo, rating] of log) {
    const at = NOON - daysAgo * DAY_MS
    const entry = rated(`${cardId}-${daysAgo}`, 0, { cardId, at, utcOffsetMin: CHICAGO, rating })
    await recordReview(db, entry, DEFAULT_SCHEDULER)
  }
}
