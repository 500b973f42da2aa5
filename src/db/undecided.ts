import type { NoteId } from '../core/note.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'

/** Notes of which the learner's text and a release differ in the same place, still to be decided. */
export async function undecidedNotes(db: StudyDb): Promise<NoteId[]> {
  const open = await withDb(db, () =>
    db.edits.filter(({ differences }) => differences.length > 0).toArray(),
  )
  return open.map(({ noteId }) => noteId)
}
