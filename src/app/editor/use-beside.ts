import { useState } from 'react'
import type { DraftRow } from '../../db/db.ts'
import { putBeside } from '../../db/drafts.ts'
import { useApp } from '../app.ts'
import { draftIn, withRoom } from './draft.ts'
import type { Draft } from './draft.ts'
import type { EditorView } from './load-editor.ts'

export type Beside = ReturnType<typeof useBeside>

/** What another editor held of the same text: it can be looked at in the place of this one, and let go. */
export function useBeside(view: EditorView, draft: Draft, onDraft: (draft: Draft) => void) {
  const { db } = useApp()
  const [rows, setRows] = useState(view.beside)
  const [row] = rows
  const other = row ? draftIn(row) : null
  const put = (next: readonly DraftRow[], value: unknown) => {
    setRows(next)
    if (row) void putBeside(db, row, value).catch(() => null)
  }
  return {
    /** The latest of them; null where there is none. */
    other,
    /** Each takes the place of the other, so that neither is lost. */
    swap: () => {
      if (!row || !other) return
      put([{ ...row, value: draft }, ...rows.slice(1)], draft)
      onDraft({ ...other, text: withRoom(other.text) })
    },
    drop: () => put(rows.slice(1), null),
  }
}
