import type { CardId } from '../core/note.ts'
import type { CardState } from '../core/schedule.ts'
import type { StudyDayNumber } from '../core/time.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'

/** The cards that are due by the end of study day `today`, those in learning among them. */
export async function dueStates(db: StudyDb, today: StudyDayNumber): Promise<CardState[]> {
  return withDb(db, () => db.cardStates.where('dueDay').belowOrEqual(today).toArray())
}

/** The cards whose last review that counts was on study day `day`. */
export async function statesReviewedOn(db: StudyDb, day: StudyDayNumber): Promise<CardState[]> {
  return withDb(db, () => db.cardStates.where('lastReviewDay').equals(day).toArray())
}

/** The states of these cards; new cards have none. */
export async function statesOf(
  db: StudyDb,
  ids: readonly CardId[],
): Promise<ReadonlyMap<CardId, CardState>> {
  const states = await withDb(db, () => db.cardStates.bulkGet([...ids]))
  return new Map(states.flatMap((state) => (state ? [[state.cardId, state]] : [])))
}

/** Every card that has a state. Reads keys only. */
export async function seenCardIds(db: StudyDb): Promise<ReadonlySet<CardId>> {
  return new Set(await withDb(db, () => db.cardStates.toCollection().primaryKeys()))
}

export async function allStates(db: StudyDb): Promise<CardState[]> {
  return withDb(db, () => db.cardStates.toArray())
}

/** The first study day after `day` on which a card is due, or null if none is. */
export async function nextDueDay(db: StudyDb, day: StudyDayNumber): Promise<StudyDayNumber | null> {
  const first = await withDb(db, () => db.cardStates.where('dueDay').above(day).first())
  return first?.dueDay ?? null
}
