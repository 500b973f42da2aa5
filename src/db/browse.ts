import { Dexie } from 'dexie'
import type { Mark } from '../core/mark.ts'
import type { NoteTags } from '../core/note-tags.ts'
import type { NoteId } from '../core/note.ts'
import type { OwnDeck } from '../core/own-decks.ts'
import type { CardState } from '../core/schedule.ts'
import { withDb } from './db.ts'
import type { EditRow, ExamRow, StoredNote, StudyDb } from './db.ts'
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
        db.exams.toArray(),
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
