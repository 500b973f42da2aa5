import type { NoteId } from '../core/note.ts'
import { withDb } from './db.ts'
import type { EditRow, StoredNote, StudyDb } from './db.ts'

/** The notes with these ids, retired ones as well; ids that are unknown are left out. */
export async function notesByIds(
  db: StudyDb,
  ids: readonly NoteId[],
): Promise<ReadonlyMap<NoteId, StoredNote>> {
  const notes = await withDb(db, () => db.notes.bulkGet([...ids]))
  return new Map(notes.flatMap((note) => (note ? [[note.id, note]] : [])))
}

/** The same with the learner's edits of them, as they were at one moment. */
export async function notesWithEdits(
  db: StudyDb,
  ids: readonly NoteId[],
): Promise<{
  readonly notes: ReadonlyMap<NoteId, StoredNote>
  readonly edits: ReadonlyMap<NoteId, EditRow>
}> {
  return withDb(db, () =>
    db.transaction('r', db.notes, db.edits, async () => {
      const [notes, edits] = await Promise.all([
        notesByIds(db, ids),
        db.edits.bulkGet([...ids]).then((rows) => rows.filter((row) => row !== undefined)),
      ])
      return { notes, edits: new Map(edits.map((edit) => [edit.noteId, edit])) }
    }),
  )
}
