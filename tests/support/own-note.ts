import { fullText } from '../../src/core/text/note-text.ts'
import type { StoredText } from '../../src/core/text/note-text.ts'
import type { StudyDb } from '../../src/db/db.ts'
import { saveOwnNote } from '../../src/db/own-notes.ts'
import { rendered } from './texts.ts'

/** Saves an own note that asks its id, in the own deck with a title, whose id is `deck-<title>` if it is new. */
export async function ownNote(
  db: StudyDb,
  id: string,
  deck: string,
  at = 1,
  stored: StoredText = { type: 'basic', ask: id, answer: 'Yes' },
): Promise<void> {
  const text = fullText(stored)
  const input = { id, deck: { id: `deck-${deck}`, title: deck }, tags: [], skills: [], text }
  await saveOwnNote(db, { ...input, rendered: rendered(text) }, { at, device: 'laptop' })
}
