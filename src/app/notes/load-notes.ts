import type { CommandSyntax, Html, NoteId } from '../../core/note.ts'
import { fullText } from '../../core/text/note-text.ts'
import type { NoteText } from '../../core/text/note-text.ts'
import type { StoredNote, StudyDb } from '../../db/db.ts'
import { notesWithEdits } from '../../db/notes.ts'

/** A note as it is shown: with the learner's edit of it, if there is one. */
export interface ShownNote extends StoredNote {
  /** The learner's edit is what is shown. */
  readonly isEdited?: boolean
  /** By card: what its answer was when the learner last saw it, and is now. */
  readonly changes?: Readonly<Record<string, FactChange>>
}

export interface FactChange {
  readonly was: Html
  readonly now: Html
}

/**
 * The notes with these ids as they are shown: shipped ones as they were compiled, own and edited ones
 * rendered from what the learner typed. Only those load the renderer.
 */
export async function loadNotes(
  db: StudyDb,
  ids: readonly NoteId[],
): Promise<ReadonlyMap<NoteId, ShownNote>> {
  const { notes, edits } = await notesWithEdits(db, ids)
  const shown = new Map<NoteId, ShownNote>(notes)
  const texts = new Map<NoteId, NoteText>()
  for (const [id, note] of notes) {
    const stored = note.own ? note.text : edits.get(id)?.mine
    if (stored) texts.set(id, fullText(stored))
  }
  if (texts.size > 0) {
    const { rendererFor } = await import('./render.ts')
    const render = await rendererFor(db, [...texts.values()])
    for (const [id, text] of texts) {
      const note = notes.get(id)
      if (!note) continue
      const rendered = render(text, syntaxOf(note))
      shown.set(id, { ...note, ...rendered, ...(note.own ? {} : { isEdited: true }) })
    }
  }
  const raised = [...shown.values()].filter(({ earlier }) => earlier !== undefined)
  if (raised.length === 0) return shown
  const { withChanges } = await import('./changes.ts')
  for (const note of await withChanges(db, raised)) shown.set(note.id, note)
  return shown
}

/** An edit of a command is judged by what was known of the commands of the shipped one. */
function syntaxOf({ body }: StoredNote): readonly CommandSyntax[] {
  return body.type === 'command' ? body.syntax : []
}
