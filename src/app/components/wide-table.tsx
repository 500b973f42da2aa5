import type { ReactNode } from 'react'
import styles from './wide-table.module.css'

interface WideTableProps {
  /** Names what is scrolled: "Recall now, by domain: figures". */
  readonly label: string
  /** The table. */
  readonly children: ReactNode
}

/** A table that scrolls by itself where the page is too narrow for it, by keyboard too. */
export function WideTable({ label, children }: WideTableProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles['scroll']} tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
