import type { ReactNode } from 'react'
import styles from './study-dock.module.css'

interface StudyDockProps {
  /** A line above the action: what was judged, or what is missing. */
  readonly note?: ReactNode
  /** A secondary action, a plain word to the left. */
  readonly second?: ReactNode
  /** The main action. */
  readonly children: ReactNode
}

/** The action of the study screen: at the bottom edge on a phone, below the card on wide screens. */
export function StudyDock({ note, second, children }: StudyDockProps) {
  return (
    <div className={styles['dock']}>
      {note ? <div className={styles['note']}>{note}</div> : null}
      <div className={styles['action']}>
        {second ? <div className={styles['second']}>{second}</div> : null}
        <div className={styles['first']}>{children}</div>
      </div>
    </div>
  )
}
