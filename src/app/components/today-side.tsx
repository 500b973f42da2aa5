import { Link } from 'react-router'
import type { Done } from '../../core/study/done.ts'
import type { ExamId } from '../../core/note.ts'
import { OWN_EXAM } from '../../core/own-exam.ts'
import { examName } from '../words/exam.ts'
import { number } from '../words/plural.ts'
import { recalledWords, seenWords, spentWords, TODAY } from '../words/today.ts'
import { Section } from './section.tsx'
import styles from './today-side.module.css'

export interface Coverage {
  readonly exam: ExamId
  readonly cards: number
  /** Rated at least once. */
  readonly seen: number
}

interface TodaySideProps {
  readonly done: Done
  readonly coverage: readonly Coverage[]
}

/** What was done today, and how much of each exam was seen so far. */
export function TodaySide({ done, coverage }: TodaySideProps) {
  return (
    <>
      <Section title={TODAY.done}>
        {done.answers === 0 ? (
          <p className={`${styles['text']} note`}>{TODAY.nothingDone}</p>
        ) : (
          <dl className={`${styles['done']} note num`}>
            {[
              [TODAY.cards, number(done.cards)],
              [TODAY.time, spentWords(done.minutes)],
              [TODAY.recalled, recalledWords(done.recalled, done.answers)],
            ].map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </Section>
      <Section title={TODAY.soFar} aside={<Link to="/progress">{TODAY.progress}</Link>}>
        <ul className={styles['coverage']}>
          {coverage.map(({ exam, cards, seen }) => (
            <li key={exam} data-exam={exam.toLowerCase()}>
              <p className="note num">
                <span>{examName(exam)}</span> <span>{seenWords(seen, cards)}</span>
              </p>
              <span className={styles['bar']}>
                <span style={{ width: `${cards === 0 ? 0 : (100 * seen) / cards}%` }} />
              </span>
              {exam === OWN_EXAM ? null : (
                <Link
                  className="small"
                  to={`/readiness?exam=${exam}`}
                  aria-label={TODAY.readinessOf(exam)}
                >
                  {TODAY.readiness}
                </Link>
              )}
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
