import { Dexie } from 'dexie'
import type { Mark } from '../core/mark.ts'
import type { NoteTags } from '../core/note-tags.ts'
import { cardIdOf } from '../core/note.ts'
import type { CardId, NoteId } from '../core/note.ts'
import type { OwnDeck } from '../core/own-decks.ts'
import type { CardState } from '../core/schedule.ts'
import { withDb } from './db.ts'
import type { EditRow, ExamRow, StoredNote, StudyDb } from './db.ts'
import { installedExams } from './exams.ts'
import { ownDecks } from './own-decks.ts'

/** Everything about all cards but the texts of their notes, as it was at one moment. */
export interface Collection {
  readonly exams: readonly ExamRow[]
  readonly states: readonly CardState[]
  readonly marks: readonly Mark[]
  readonly tags: readonly NoteTags[]
  /** The learner's edits of shipped notes, discarded ones too. */
  readonly edits: readonly EditRow[]
  /** The learner's decks that stand, empty ones too, by title. */
  readonly decks: readonly OwnDeck[]
}

const TABLES = ['exams', 'cardStates', 'marks', 'noteTags', 'edits', 'ownDecks'] as const

export async function loadCollection(db: StudyDb): Promise<Collection> {
  return withDb(db, () =>
    db.transaction('r', [...TABLES], async () => {
      const [exams, states, marks, tags, edits, decks] = await Promise.all([
        installedExams(db),
        db.cardStates.toArray(),
        db.marks.toArray(),
        db.noteTags.toArray(),
        db.edits.toArray(),
        ownDecks(db),
      ])
      return { exams, states, marks, tags, edits, decks }
    }),
  )
}

/** The cards that a list begins with, and the texts of their notes: what can be shown before all is read. */
export interface FirstCards extends Collection {
  readonly notes: readonly StoredNote[]
}

/**
 * The catalogs, and of the first cards in them everything. States, marks, tags and edits of all others are
 * left out.
 *
 * @param limit how many cards at least, if there are as many
 */
export async function loadFirstCards(db: StudyDb, limit: number): Promise<FirstCards> {
  return withDb(db, () =>
    db.transaction('r', [...TABLES, 'notes'], async () => {
      const [exams, decks] = await Promise.all([installedExams(db), ownDecks(db)])
      const { noteIds, cardIds } = firstOf(exams, limit)
      const [states, marks, tags, edits, notes] = await Promise.all([
        db.cardStates.bulkGet(cardIds),
        db.marks.bulkGet(cardIds),
        db.noteTags.bulkGet(noteIds),
        db.edits.bulkGet(noteIds),
        db.notes.bulkGet(noteIds),
      ])
      return {
        exams,
        decks,
        states: states.filter(isThere),
        marks: marks.filter(isThere),
        tags: tags.filter(isThere),
        edits: edits.filter(isThere),
        notes: notes.filter(isThere),
      }
    }),
  )
}

function firstOf(exams: readonly ExamRow[], limit: number) {
  const noteIds: NoteId[] = []
  const cardIds: CardId[] = []
  const seen = new Set<NoteId>()
  for (const { catalog } of exams) {
    for (const { id, keys, pool } of catalog) {
      if (cardIds.length >= limit) return { noteIds, cardIds }
      if (pool !== 'review' || seen.has(id)) continue
      seen.add(id)
      noteIds.push(id)
      cardIds.push(...keys.map((key) => cardIdOf(id, key)))
    }
  }
  return { noteIds, cardIds }
}

function isThere<Row>(row: Row | undefined): row is Row {
  return row !== undefined
}

/** The notes whose ids come after `last`, by id, at most `limit`: shipped, own and imported, retired too. */
export async function notesAfter(
  db: StudyDb,
  last: NoteId | null,
  limit: number,
): Promise<StoredNote[]> {
  return withDb(db, () =>
    db.notes
      .where('id')
      .above(last ?? Dexie.minKey)
      .limit(limit)
      .toArray(),
  )
}
