import { Dexie } from 'dexie'
import type { CardId } from '../core/note.ts'
import type { Review } from '../core/review.ts'
import { replay } from '../core/schedule.ts'
import type { CardState } from '../core/schedule.ts'
import type { Schedulers } from '../core/scheduler.ts'
import { areDaysKept, countChanges } from './days.ts'
import type { StudyDb } from './db.ts'
import { DAYS_KEY, outdateProjection } from './projection.ts'
import { PUT_BATCH, putMany } from './put-many.ts'
import { reviewsOfCard } from './reviews.ts'
import { schedulersOfCards } from './schedulers.ts'

/** Cards whose logs are read at the same time. */
const BATCH = 500
/** How far an act is when the logs of its cards are read, and when its entries are added. */
const SHARES = { read: 0.5, added: 0.75 } as const

/** Told how far an act on many cards is, 0 to 1. */
export type OnBulkShare = (share: number) => void

/**
 * Adds entries of many cards to the log, at most one a card, and brings their states up to date. Inside a
 * transaction over `reviews`, `cardStates`, `days`, `tallies`, `notes` and `local`.
 */
export async function addEntries(
  db: StudyDb,
  entries: readonly Review[],
  settings: Schedulers,
  onShare?: OnBulkShare,
): Promise<ReadonlyMap<CardId, CardState | null>> {
  await outdateProjection(db, settings)
  const isKept = await areDaysKept(db, settings)
  const states = new Map<CardId, CardState | null>()
  const resets = entries.filter(({ kind }) => kind === 'reset')
  const ends = resets.length > 0 ? await newStarts(db, resets) : new Set<Review>()
  for (const { cardId } of ends) states.set(cardId, null)
  if (isKept && ends.size > 0) await countEnds(db, ends, settings)
  const sorted = entries
    .filter((entry) => !ends.has(entry))
    .toSorted((a, b) => (a.cardId < b.cardId ? -1 : 1))
  const isMost = sorted.length > BATCH && sorted.length * 4 > (await db.cardStates.count())
  for (let from = 0; from < sorted.length; from += BATCH) {
    onShare?.((SHARES.read * from) / sorted.length)
    const batch = sorted.slice(from, from + BATCH)
    const logs = await (isMost ? logsBetween(db, batch) : logsOfEach(db, batch))
    const changes = changesOf(batch, logs)
    const ids = changes.map(({ cardId }) => cardId)
    const schedulerOf = await schedulersOfCards(db, settings, ids)
    for (const { cardId, after } of changes) {
      states.set(cardId, replay(after, schedulerOf(cardId)))
    }
    if (isKept) await countChanges(db, changes, settings)
  }
  const reach = (from: number, to: number, of: number) => (done: number) =>
    onShare?.(from + ((to - from) * done) / Math.max(1, of))
  await addAll(db, entries, reach(SHARES.read, SHARES.added, entries.length))
  await putStates(db, states, reach(SHARES.added, 1, states.size))
  return states
}

/**
 * Of new starts those after which nothing is logged of their cards: they leave no state, whatever was before, so
 * that their logs need not be read. A clock that was set back, or another device, may have logged more.
 */
async function newStarts(db: StudyDb, starts: readonly Review[]): Promise<ReadonlySet<Review>> {
  const first = starts.reduce((at, entry) => Math.min(at, entry.at), Infinity)
  const later = await db.reviews.where('at').aboveOrEqual(first).toArray()
  const goesOn = new Set(later.map(({ cardId }) => cardId))
  return new Set(starts.filter(({ cardId }) => !goesOn.has(cardId)))
}

/** Takes cards that start anew out of what stands. Of very many, all is counted anew when it is looked at. */
async function countEnds(
  db: StudyDb,
  ends: ReadonlySet<Review>,
  settings: Schedulers,
): Promise<void> {
  if (ends.size > BATCH) return db.local.delete(DAYS_KEY)
  const logs = await logsOfEach(db, [...ends])
  await countChanges(db, changesOf([...ends], logs), settings)
}

/** Each entry with the log of its card before and after it. */
function changesOf(entries: readonly Review[], logs: Logs) {
  return entries.map((entry) => {
    const before = logs.get(entry.cardId) ?? []
    return { cardId: entry.cardId, before, after: [...before, entry] }
  })
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

/** Some at a time, so that the page that waits can be drawn meanwhile. */
async function addAll(
  db: StudyDb,
  entries: readonly Review[],
  onDone: (done: number) => void,
): Promise<void> {
  for (let from = 0; from < entries.length; from += PUT_BATCH) {
    const batch = entries.slice(from, from + PUT_BATCH)
    await db.reviews.bulkAdd(batch)
    onDone(from + batch.length)
  }
}

async function putStates(
  db: StudyDb,
  states: ReadonlyMap<CardId, CardState | null>,
  onDone: (done: number) => void,
): Promise<void> {
  const standing = [...states.values()].filter((state) => state !== null)
  await putMany(db.cardStates, standing, onDone)
  const gone = [...states].filter(([, state]) => !state).map(([id]) => id)
  await ((await areAll(db, gone)) ? db.cardStates.clear() : db.cardStates.bulkDelete(gone))
}

/** Whether no other card has a state; one act of the database is then quicker than thousands. */
async function areAll(db: StudyDb, ids: readonly CardId[]): Promise<boolean> {
  if (ids.length < BATCH) return false
  const known = new Set(ids)
  return (await db.cardStates.toCollection().primaryKeys()).every((id) => known.has(id))
}
