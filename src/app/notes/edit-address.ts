import type { NoteId } from '../../core/note.ts'

/** Address of the editor of a note, which leads back to where it was opened. */
export function editAddress(noteId: NoteId, back: string): string {
  return `/notes/${noteId}/edit?back=${encodeURIComponent(back)}`
}
