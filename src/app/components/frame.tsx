import type { ReactNode } from 'react'
import { Link, NavLink } from 'react-router'
import type { ExamId } from '../../core/note.ts'
import { FRAME, SCREENS } from '../words/frame.ts'
import { Kbd } from './kbd.tsx'
import { Mark } from './mark.tsx'
import styles from './frame.module.css'

interface FrameProps {
  /** The exams chosen. */
  readonly exams: readonly ExamId[]
  /** What is true about storage, network and version, in a few words. */
  readonly status: ReactNode
  /** Undo and redo. */
  readonly undo: ReactNode
  readonly children: ReactNode
}

/** Navigation and content: a rail on wide screens, tabs at the bottom edge on a phone. */
export function Frame({ exams, status, undo, children }: FrameProps) {
  return (
    <div className={styles['frame']}>
      <a className={styles['skip']} href="#main">
        {FRAME.skip}
      </a>
      <header className={styles['rail']}>
        <Link className={styles['name']} to="/">
          <Mark />
          {FRAME.name}
        </Link>
        <nav className={styles['screens']} aria-label={FRAME.main}>
          {SCREENS.map(({ to, name, key }) => (
            <NavLink key={to} to={to} end={to === '/'} aria-keyshortcuts={key}>
              <span>{name}</span>
              <Kbd>{key}</Kbd>
            </NavLink>
          ))}
        </nav>
        <ExamLinks exams={exams} />
        {undo}
        <output className={styles['status']}>{status}</output>
      </header>
      <main className={styles['main']} id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}

/** On wide screens only; on a phone the same links stand on Progress. */
function ExamLinks({ exams }: { readonly exams: readonly ExamId[] }) {
  if (exams.length === 0) return null
  return (
    <nav className={styles['exams']} aria-label={FRAME.exams}>
      <p className="small" aria-hidden="true">
        {FRAME.exams}
      </p>
      {exams.map((exam) => (
        <NavLink key={exam} to={`/progress/${exam}`} data-exam={exam.toLowerCase()}>
          {exam}
        </NavLink>
      ))}
    </nav>
  )
}
