import type { NoteText } from '../../core/text/note-text.ts'
import { Button } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { CONFLICT } from '../words/conflict.ts'
import styles from './editor-page.module.css'
import type { Draft } from './draft.ts'
import type { Beside } from './use-beside.ts'

interface BesideNoticeProps {
  readonly draft: Draft
  readonly beside: Beside
}

/** Tells of a draft that another editor left beside this one. */
export function BesideNotice({ draft, beside: { other, swap, drop } }: BesideNoticeProps) {
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
      {CONFLICT.beside(otherWay(other.text, draft.text))}
    </Notice>
  )
}

const FIELDS = ['ask', 'answer', 'backAsk', 'backAnswer', 'why'] as const
const MOST = 60

/** How a text begins where it is another, to know it by. */
function otherWay(other: NoteText, here: NoteText): string {
  const field = FIELDS.find(
    (name) => other[name].trim() !== here[name].trim() && other[name] !== '',
  )
  const text = other[field ?? 'ask'].trim()
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text
}
