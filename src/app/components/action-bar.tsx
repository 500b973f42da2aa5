import type { ReactNode } from 'react'
import styles from './action-bar.module.css'

interface ActionBarProps {
  /** The main action. */
  readonly children: ReactNode
  /** A secondary action, a plain word to its left on a phone and to its right elsewhere. */
  readonly second?: ReactNode
}

/**
 * The main action of a page. On a phone it sticks to the bottom edge, in reach of the thumb, as the last
 * child of a flex column; on wide screens it stands where it is written.
 */
export function ActionBar({ children, second }: ActionBarProps) {
  return (
    <div className={styles['bar']}>
      <div className={styles['first']}>{children}</div>
      {second ? <div className={styles['second']}>{second}</div> : null}
    </div>
  )
}
