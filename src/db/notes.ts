import type { NoteId } from '../core/note.ts'
import { withDb } from './db.ts'
import type { StoredNote, StudyDb } from './db.ts'

/** The notes with these ids, retired ones as well; ids that are unknown are left out. */
export async function notesByIds(
  db: StudyDb,
  ids: readonly NoteId[],
): Promise<ReadonlyMap<NoteId, StoredNote>> {
  const notes = await withDb(db, () => db.notes.bulkGet([...ids]))
  return new Map(notes.flatMap((note) => (note ? [[note.id, note]] : [])))
}
