import type { BackupEdit } from '../core/backup/format.ts'
import { latestOf } from '../core/backup/later.ts'
import { cardKeysOf } from '../core/note.ts'
import { compactText, fullText } from '../core/text/note-text.ts'
import { keysOfText } from '../core/text/tree-of-text.ts'
import { rekeyNotes } from './catalogs.ts'
import type { EditRow, StudyDb } from './db.ts'
import { mergedEdit } from './merge-edit.ts'
import { notesByIds } from './notes.ts'
import { takeLater } from './take-later.ts'
import type { Written } from './written.ts'

/**
 * Takes in the later ones of some edits. One that was made on another release than the one installed here is
 * merged with it, as when the release had come later; where no exam has the note, that happens with the
 * installation. Inside a transaction.
 */
export async function takeEdits(
  db: StudyDb,
  edits: readonly BackupEdit[],
  written: Written,
): Promise<number> {
  const rows = latestOf(edits.map(rowOf), ({ noteId }) => noteId)
  const taken = await takeLater(db.edits, rows)
  const notes = await notesByIds(
    db,
    taken.map(({ noteId }) => noteId),
  )
  const merged = taken.map((edit) => {
    const note = notes.get(edit.noteId)
    const isOther = note && JSON.stringify(note.text) !== JSON.stringify(edit.base)
    return (isOther && mergedEdit(edit, note, written)) || edit
  })
  await db.edits.bulkPut(merged.filter((edit, index) => edit !== taken[index]))
  await rekeyNotes(
    db,
    new Map(
      merged.flatMap(({ noteId, mine }) => {
        const note = notes.get(noteId)
        if (!note) return []
        return [[noteId, mine ? keysOfText(fullText(mine)) : cardKeysOf(note.body)] as const]
      }),
    ),
  )
  return taken.length
}

function rowOf({ base, mine, ...row }: BackupEdit): EditRow {
  return { ...row, base: compactText(base), mine: mine && compactText(mine) }
}
