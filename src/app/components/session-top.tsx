import type { ReactNode } from 'react'
import { SESSION } from '../words/study.ts'
import styles from './session-top.module.css'

interface SessionTopProps {
  /** Ends the session. */
  readonly end: ReactNode
  /** Undo and more. */
  readonly actions: ReactNode
  /** Answers given, and answers that the session has, from what is known now. */
  readonly answered: number
  readonly total: number
  readonly isOver: boolean
}

/** The head of the session on a phone: end, where one is, undo, and a thread that grows. */
export function SessionTop({ end, actions, answered, total, isOver }: SessionTopProps) {
  const share = total > 0 ? answered / total : 0
  return (
    <header className={styles['top']}>
      {end}
      <span className={styles['count']}>{isOver ? '' : SESSION.position(answered + 1, total)}</span>
      <span className={styles['actions']}>{actions}</span>
      <span className={styles['thread']} aria-hidden="true">
        <i style={{ transform: `scaleX(${share})` }} />
      </span>
    </header>
  )
}
