import { Link } from 'react-router'
import { PROGRESS, upTo } from '../words/progress.ts'
import styles from './progress-trail.module.css'

export interface Crumb {
  readonly to: string
  /** "AZ-104", "Domain 4", "Group 4.2". */
  readonly short: string
  /** Shown beside it where there is room, and always read aloud. */
  readonly title: string | null
}

interface ProgressTrailProps {
  /** From the exam down to the parent of this page; at least one. */
  readonly crumbs: readonly Crumb[]
}

/** The way from the exam to this page, and one step up. */
export function ProgressTrail({ crumbs }: ProgressTrailProps) {
  const parent = crumbs.at(-1)
  return (
    <nav className={styles['trail']} aria-label={PROGRESS.trail}>
      {parent ? (
        <Link
          className={styles['up']}
          to={parent.to}
          aria-label={upTo(parent.title ?? parent.short)}
        >
          <svg width="9" height="14" viewBox="0 0 9 14" aria-hidden="true">
            <path d="M7.5 1 1.5 7l6 6" fill="none" stroke="currentColor" strokeWidth="1.5" />
          </svg>
        </Link>
      ) : null}
      <ol>
        {crumbs.map(({ to, short, title }) => (
          <li key={to}>
            <Link to={to}>
              {short}
              {title ? <span className={styles['title']}> {title}</span> : null}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
