import type { ReactNode } from 'react'
import { documentTitle } from '../words/frame.ts'
import styles from './page.module.css'

interface PageProps {
  /** Name of the screen, for the window's title: "Settings". */
  readonly title: string
  /** The one sentence that says what is true; the largest thing on the page. */
  readonly heading: ReactNode
  /** A line under the heading. */
  readonly lead?: ReactNode
  readonly children: ReactNode
}

/** A screen inside the frame: its title, its one sentence, its content. */
export function Page({ title, heading, lead, children }: PageProps) {
  return (
    <div className={`${styles['page']} enter`}>
      <title>{documentTitle(title)}</title>
      <div className={styles['head']}>
        <h1 className="page-title" tabIndex={-1}>
          {heading}
        </h1>
        {lead ? <div className={`${styles['lead']} note`}>{lead}</div> : null}
      </div>
      {children}
    </div>
  )
}

interface ColumnsProps {
  readonly children: ReactNode
  /** Stands beside the content on wide screens and below it on narrow ones. */
  readonly side: ReactNode
}

/** The main column of a page and its side column of 296 px. */
export function Columns({ children, side }: ColumnsProps) {
  return (
    <div className={styles['columns']}>
      <div className={styles['main']}>{children}</div>
      <div className={styles['side']}>{side}</div>
    </div>
  )
}
