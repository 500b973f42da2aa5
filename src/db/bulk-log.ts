import type { CardId } from '../core/note.ts'
import type { Review } from '../core/review.ts'
import { replay } from '../core/schedule.ts'
import type { CardState, SchedulerSettings } from '../core/schedule.ts'
import type { StudyDb } from './db.ts'
import { outdateProjection } from './projection.ts'
import { reviewsOfCard } from './reviews.ts'

/** Cards whose logs are read at the same time. */
const BATCH = 500

/**
 * Adds entries of many cards to the log, at most one a card, and brings their states up to date. Inside a
 * transaction over `reviews`, `cardStates` and `local`.
 */
export async function addEntries(
  db: StudyDb,
  entries: readonly Review[],
  settings: SchedulerSettings,
): Promise<ReadonlyMap<CardId, CardState | null>> {
  await outdateProjection(db, settings)
  const states = new Map<CardId, CardState | null>()
  for (let from = 0; from < entries.length; from += BATCH) {
    const batch = entries.slice(from, from + BATCH)
    const logs = await Promise.all(batch.map(({ cardId }) => reviewsOfCard(db, cardId)))
    for (const [index, entry] of batch.entries()) {
      states.set(entry.cardId, replay([...(logs[index] ?? []), entry], settings))
    }
  }
  await db.reviews.bulkAdd([...entries])
  await putStates(db, states)
  return states
}

async function putStates(
  db: StudyDb,
  states: ReadonlyMap<CardId, CardState | null>,
): Promise<void> {
  await db.cardStates.bulkPut([...states.values()].filter((state) => state !== null))
  await db.cardStates.bulkDelete([...states].filter(([, state]) => !state).map(([id]) => id))
}
