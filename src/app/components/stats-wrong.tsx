import { Link } from 'react-router'
import { knownTimes, STATS, sureSentence } from '../words/stats.ts'
import { HISTORY } from '../words/card-acts.ts'
import { Section } from './section.tsx'
import styles from './stats-bits.module.css'

interface WrongAnswers {
  readonly options: readonly {
    readonly key: string
    readonly title: string
    readonly option: string
    readonly times: number
    readonly known: number
    readonly to: string
  }[]
  /** What the learner was sure of in mock exams, and wrong about. */
  readonly sure: { readonly questions: number; readonly wrong: number }
}

interface StatsWrongProps {
  /** Null while it is read. */
  readonly wrong: WrongAnswers | null
}

/** The traps that the learner fell for most. */
export function StatsWrong({ wrong }: StatsWrongProps) {
  return <Section title={STATS.wrong}>{wrong ? <Wrong {...wrong} /> : null}</Section>
}

function Wrong({ options, sure }: WrongAnswers) {
  return (
    <>
      {options.length === 0 ? (
        <p className={`${styles['note']} note`}>{STATS.noWrong}</p>
      ) : (
        <>
          <ul className={styles['options']}>
            {options.map(({ key, title, option, times, known, to }) => (
              <li key={key}>
                <span>
                  {option}
                  <Link className="small" to={to}>
                    {title}
                  </Link>
                </span>
                <span className={styles['times']}>
                  {HISTORY.times(times)}
                  {known > 0 ? <span className="small">{knownTimes(known)}</span> : null}
                </span>
              </li>
            ))}
          </ul>
          <p className={`${styles['note']} small`}>{STATS.wrongNote}</p>
        </>
      )}
      {sure.questions > 0 ? (
        <p className={`${styles['note']} note`}>
          {sureSentence(sure)} <Link to="/mock">{STATS.toMocks}</Link>
        </p>
      ) : null}
    </>
  )
}
