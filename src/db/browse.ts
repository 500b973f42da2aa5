import { Dexie } from 'dexie'
import type { Mark } from '../core/mark.ts'
import type { NoteTags } from '../core/note-tags.ts'
import type { NoteId } from '../core/note.ts'
import type { CardState } from '../core/schedule.ts'
import { withDb } from './db.ts'
import type { ExamRow, StoredNote, StudyDb } from './db.ts'

/** Everything about all cards but the texts of their notes, as it was at one moment. */
export interface Collection {
  readonly exams: readonly ExamRow[]
  readonly states: readonly CardState[]
  readonly marks: readonly Mark[]
  readonly tags: readonly NoteTags[]
}

export async function loadCollection(db: StudyDb): Promise<Collection> {
  return withDb(db, () =>
    db.transaction('r', [db.exams, db.cardStates, db.marks, db.noteTags], async () => {
      const [exams, states, marks, tags] = await Promise.all([
        db.exams.toArray(),
        db.cardStates.toArray(),
        db.marks.toArray(),
        db.noteTags.toArray(),
      ])
      return { exams, states, marks, tags }
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
