import type { NoteText } from '../../core/text/note-text.ts'
import { Button } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { CONFLICT } from '../words/conflict.ts'
import styles from './editor-page.module.css'
import type { Beside } from './use-beside.ts'

/** Tells of a draft that another editor left beside this one. */
export function BesideNotice({ beside: { other, swap, drop } }: { readonly beside: Beside }) {
  if (!other) return null
  return (
    <Notice
      action={
        <span className={styles['acts']}>
          <Button look="word" onClick={swap}>
            {CONFLICT.swap}
          </Button>
          <Button look="word" onClick={drop}>
            {CONFLICT.dropBeside}
          </Button>
        </span>
      }
    >
      {CONFLICT.beside(startOf(other.text))}
    </Notice>
  )
}

/** How a text begins, to know it by. */
function startOf({ ask, answer }: NoteText): string {
  const start = (ask.trim() || answer.trim()).slice(0, 60)
  return start === '' ? '…' : start
}
