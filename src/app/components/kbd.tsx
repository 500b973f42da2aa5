import type { ReactNode } from 'react'
import styles from './kbd.module.css'

interface KbdProps {
  readonly children: ReactNode
}

/**
 * The key that does the same as the word beside it. Shown on wide screens only and hidden from screen
 * readers: give the control `aria-keyshortcuts` as well.
 */
export function Kbd({ children }: KbdProps) {
  return (
    <kbd className={styles['kbd']} aria-hidden="true">
      {children}
    </kbd>
  )
}
