import type { NoteId } from '../core/note.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'
import { notesByIds } from './notes.ts'

/** The learner's own tags on a note, beside those of its author. */
export async function tagsOf(db: StudyDb, noteId: NoteId): Promise<readonly string[]> {
  const row = await withDb(db, () => db.noteTags.get(noteId))
  return row?.tags ?? []
}

/** The tags of notes, their author's and the learner's. */
export async function tagsOfNotes(
  db: StudyDb,
  noteIds: readonly NoteId[],
): Promise<ReadonlyMap<NoteId, readonly string[]>> {
  const [notes, rows] = await Promise.all([
    notesByIds(db, noteIds),
    withDb(db, () => db.noteTags.bulkGet([...noteIds])),
  ])
  return new Map(
    noteIds.map((id, index) => [
      id,
      [...(notes.get(id)?.tags ?? []), ...(rows[index]?.tags ?? [])],
    ]),
  )
}
