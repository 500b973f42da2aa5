import { Link } from 'react-router'
import { PROGRESS, studyLabel } from '../words/progress.ts'
import styles from './part-next.module.css'

/** A skill that is worth studying next. */
export interface NextSkill {
  readonly id: string
  /** Number of its group: "4.3". */
  readonly number: string
  readonly title: string
  /** "58 %" or "0 of 12 seen". */
  readonly figure: string
  /** "from 4 cards": what the figure rests on. */
  readonly basis: string | null
  /** Address of its page. */
  readonly to: string
  /** Said in place of `study`. */
  readonly rest: string
  /** Address that studies exactly this skill; null while nothing of it is due or new. */
  readonly study: string | null
}

interface PartNextProps {
  readonly skills: readonly NextSkill[]
}

/** Skills to study next, each with its page and a session of its own. */
export function PartNext({ skills }: PartNextProps) {
  return (
    <ol className={styles['list']}>
      {skills.map(({ id, number, title, figure, basis, to, rest, study }) => (
        <li key={id}>
          <span className={styles['number']}>{number}</span>
          <span className={styles['what']}>
            <Link to={to}>{title}</Link>
            <span className="small num">
              <span className="nb">{figure}</span>
              {basis ? ` ${basis}` : null}
            </span>
          </span>
          {study ? (
            <Link className={styles['study']} to={study} aria-label={studyLabel(title)}>
              {PROGRESS.study}
            </Link>
          ) : (
            <span className={`${styles['rest']} small`}>{rest}</span>
          )}
        </li>
      ))}
    </ol>
  )
}
