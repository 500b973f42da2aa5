import type { NoteId } from '../core/note.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'

/** The learner's own tags on a note, beside those of its author. */
export async function tagsOf(db: StudyDb, noteId: NoteId): Promise<readonly string[]> {
  const row = await withDb(db, () => db.noteTags.get(noteId))
  return row?.tags ?? []
}
