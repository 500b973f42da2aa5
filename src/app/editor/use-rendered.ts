import { useEffect, useState } from 'react'
import type { NoteText } from '../../core/text/note-text.ts'
import { usedText } from '../../core/text/used-text.ts'
import type { Rendered } from '../../db/own-notes.ts'
import { useApp } from '../app.ts'

/** After the last key for so long the preview follows: it never holds up typing. */
const PAUSE_MS = 120

/** The text as it is shown, a moment after it was typed. Null until the renderer is there. */
export function useRendered(text: NoteText): Rendered | null {
  const { db } = useApp()
  const [rendered, setRendered] = useState<Rendered | null>(null)
  useEffect(() => {
    let isOver = false
    const show = async () => {
      const { rendererFor } = await import('../notes/render.ts')
      const used = usedText(text)
      const render = await rendererFor(db, [used])
      if (!isOver) setRendered(render(used))
    }
    const timer = setTimeout(() => void show().catch(() => null), PAUSE_MS)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [db, text])
  return rendered
}
