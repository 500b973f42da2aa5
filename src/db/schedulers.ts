import { splitCardId } from '../core/note.ts'
import type { CardId, NoteId } from '../core/note.ts'
import { schedulerFor } from '../core/scheduler.ts'
import type { Schedulers, SchedulerSettings } from '../core/scheduler.ts'
import { examsOfSkills } from '../core/stats/place.ts'
import type { StudyDb } from './db.ts'

/** Says which scheduler holds for a card. */
export type SchedulerOf = (cardId: CardId) => SchedulerSettings

/**
 * Which scheduler holds for each of these cards, by the exams that their notes count for. Reads nothing
 * where no exam has settings of its own. Inside a transaction over `notes`, or outside of any.
 */
export async function schedulersOfCards(
  db: StudyDb,
  settings: Schedulers,
  cardIds: readonly CardId[],
): Promise<SchedulerOf> {
  if (!settings.own) return () => settings
  const ids = [...new Set(cardIds.map(noteIdOf))]
  const notes = await db.notes.bulkGet(ids)
  const skills = new Map(notes.flatMap((note) => (note ? [[note.id, note.skills]] : [])))
  return (cardId) => schedulerFor(settings, examsOfSkills(skills.get(noteIdOf(cardId)) ?? []))
}

/**
 * The same for looking through the whole log: what the catalogs hold is read once, the rest with each batch.
 * Where no exam has settings of its own nothing is read.
 */
export async function schedulersOfBatches(
  db: StudyDb,
  settings: Schedulers,
): Promise<(cardIds: readonly CardId[]) => Promise<SchedulerOf> | SchedulerOf> {
  if (!settings.own) return () => () => settings
  const exams = await db.exams.toArray()
  const skills = new Map(
    exams.flatMap(({ catalog }) => catalog.map((note) => [note.id, note.skills] as const)),
  )
  return async (cardIds) => {
    const lost = cardIds.filter((cardId) => !skills.has(noteIdOf(cardId)))
    const other = await schedulersOfCards(db, settings, lost)
    return (cardId) => {
      const known = skills.get(noteIdOf(cardId))
      return known ? schedulerFor(settings, examsOfSkills(known)) : other(cardId)
    }
  }
}

function noteIdOf(cardId: CardId): NoteId {
  return splitCardId(cardId).noteId
}
