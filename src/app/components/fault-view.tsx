import type { ReactNode } from 'react'
import { FAULTS } from '../words/faults.ts'
import styles from './fault-view.module.css'

interface FaultViewProps {
  readonly title: string
  /** What happened, and what was not lost. */
  readonly text: string
  /** What the browser said, for somebody who can make use of it. Never a stack trace. */
  readonly details?: string | null
  /** The ways out: buttons and links. */
  readonly children: ReactNode
}

/** A page that says what went wrong, what was not lost, and what can be done. */
export function FaultView({ title, text, details, children }: FaultViewProps) {
  return (
    <div className={styles['fault']}>
      <h1 className="page-title" tabIndex={-1}>
        {title}
      </h1>
      <p className={`${styles['text']} note`}>{text}</p>
      <div className={styles['ways']}>{children}</div>
      {details ? (
        <details className={`${styles['details']} small`}>
          <summary>{FAULTS.details}</summary>
          <p className="mono">{details}</p>
        </details>
      ) : null}
    </div>
  )
}
