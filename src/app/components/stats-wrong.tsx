import { Link } from 'react-router'
import { knownTimes, STATS } from '../words/stats.ts'
import { HISTORY } from '../words/card-acts.ts'
import { Section } from './section.tsx'
import styles from './stats-bits.module.css'

interface StatsWrongProps {
  readonly options: readonly {
    readonly key: string
    readonly title: string
    readonly option: string
    readonly times: number
    readonly known: number
    readonly to: string
  }[]
}

/** The traps that the learner fell for most. */
export function StatsWrong({ options }: StatsWrongProps) {
  return (
    <Section title={STATS.wrong}>
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
    </Section>
  )
}
