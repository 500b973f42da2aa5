import { Dexie } from 'dexie'
import type { CardId } from '../core/note.ts'
import type { Review } from '../core/review.ts'
import { replay } from '../core/schedule.ts'
import type { CardState, SchedulerSettings } from '../core/schedule.ts'
import { areDaysKept, countChanges } from './days.ts'
import type { StudyDb } from './db.ts'
import { outdateProjection } from './projection.ts'
import { reviewsOfCard } from './reviews.ts'

/** Cards whose logs are read at the same time. */
const BATCH = 500

/**
 * Adds entries of many cards to the log, at most one a card, and brings their states up to date. Inside a
 * transaction over `reviews`, `cardStates`, `days`, `tallies`, `notes` and `local`.
 */
export async function addEntries(
  db: StudyDb,
  entries: readonly Review[],
  settings: SchedulerSettings,
): Promise<ReadonlyMap<CardId, CardState | null>> {
  await outdateProjection(db, settings)
  const isKept = await areDaysKept(db, settings)
  const states = new Map<CardId, CardState | null>()
  const sorted = entries.toSorted((a, b) => (a.cardId < b.cardId ? -1 : 1))
  const isMost = entries.length > BATCH && entries.length * 4 > (await db.cardStates.count())
  for (let from = 0; from < sorted.length; from += BATCH) {
    const batch = sorted.slice(from, from + BATCH)
    const logs = await (isMost ? logsBetween(db, batch) : logsOfEach(db, batch))
    const changes = batch.map((entry) => {
      const before = logs.get(entry.cardId) ?? []
      return { cardId: entry.cardId, before, after: [...before, entry] }
    })
    for (const { cardId, after } of changes) states.set(cardId, replay(after, settings))
    if (isKept) await countChanges(db, changes, settings)
  }
  await db.reviews.bulkAdd([...entries])
  await putStates(db, states)
  return states
}

type Logs = ReadonlyMap<CardId, readonly Review[]>

async function logsOfEach(db: StudyDb, entries: readonly Review[]): Promise<Logs> {
  const logs = await Promise.all(entries.map(({ cardId }) => reviewsOfCard(db, cardId)))
  return new Map(entries.map(({ cardId }, index) => [cardId, logs[index] ?? []]))
}

/** One look at everything from the first card to the last: quicker where most of it is wanted. */
async function logsBetween(db: StudyDb, sorted: readonly Review[]): Promise<Logs> {
  const [first, last] = [sorted.at(0)?.cardId, sorted.at(-1)?.cardId]
  const reviews = await db.reviews
    .where('[cardId+at]')
    .between([first, Dexie.minKey], [last, Dexie.maxKey], true, true)
    .toArray()
  return Map.groupBy(reviews, ({ cardId }) => cardId)
}

async function putStates(
  db: StudyDb,
  states: ReadonlyMap<CardId, CardState | null>,
): Promise<void> {
  await db.cardStates.bulkPut([...states.values()].filter((state) => state !== null))
  await db.cardStates.bulkDelete([...states].filter(([, state]) => !state).map(([id]) => id))
}
