import type { ReactNode } from 'react'
import { NOTES } from '../words/study.ts'
import { useAriaKeys } from '../study/prefs.ts'
import { ActionKey } from './action-key.tsx'
import styles from './margin-notes.module.css'

export interface MarginNote {
  readonly term: string
  readonly detail: ReactNode
}

interface MarginNotesProps {
  readonly notes: readonly MarginNote[]
  readonly open: boolean
  readonly onToggle: (open: boolean) => void
}

/** What stands around a card: skill, why now, source. In the margin on wide screens, else below. */
export function MarginNotes({ notes, open, onToggle }: MarginNotesProps) {
  return (
    <aside className={styles['margin']} aria-label={NOTES.name}>
      <details
        className={styles['notes']}
        open={open}
        onToggle={({ currentTarget }) => onToggle(currentTarget.open)}
      >
        <summary className={styles['summary']} aria-keyshortcuts={useAriaKeys('details')}>
          {NOTES.name} <ActionKey of="details" />
        </summary>
        <dl className={styles['list']}>
          {notes.map(({ term, detail }) => (
            <div key={term} className={styles['note']}>
              <dt>{term}</dt>
              <dd>{detail}</dd>
            </div>
          ))}
        </dl>
      </details>
    </aside>
  )
}
