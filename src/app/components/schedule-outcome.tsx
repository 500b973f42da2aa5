import type { ScheduleOutcome } from '../../core/plan/schedule-outcome.ts'
import { percent } from '../words/progress.ts'
import { changeWords, minuteWords, SCHEDULE } from '../words/schedule.ts'
import styles from './schedule-outcome.module.css'
import { Section } from './section.tsx'
import { Simulating } from './simulating.tsx'
import type { SimulatingProps } from './simulating.tsx'

interface ScheduleOutcomeProps extends SimulatingProps {
  readonly now: ScheduleOutcome | null
  /** With what is chosen; null where nothing else is. */
  readonly then: ScheduleOutcome | null
}

/** What the schedule takes and gives, before and after. */
export function ScheduleOutcomes({ now, then, ...simulation }: ScheduleOutcomeProps) {
  return (
    <Section title={SCHEDULE.outcome} aside={SCHEDULE.outcomeAside}>
      {now ? (
        <table className={styles['table']} aria-busy={simulation.done !== null}>
          <caption className="vh">{SCHEDULE.caption}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="vh">{SCHEDULE.figure}</span>
              </th>
              <th scope="col">{SCHEDULE.now}</th>
              {then ? <th scope="col">{SCHEDULE.chosen}</th> : null}
            </tr>
          </thead>
          <tbody>
            {LINES.map(([name, wordsOf]) => (
              <tr key={name}>
                <th scope="row">{SCHEDULE.rows[name]}</th>
                <td>{wordsOf(now)}</td>
                {then ? <td className={styles['then']}>{wordsOf(then)}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <Simulating {...simulation} />
      <p className={`${styles['text']} small`}>{SCHEDULE.basis}</p>
    </Section>
  )
}

const LINES = [
  ['minutes', ({ minutes }) => minuteWords(minutes)],
  ['reviews', ({ reviews }) => minuteWords(reviews)],
  ['recall', ({ recall }) => percent(recall)],
  ['change', changeWords],
] as const satisfies readonly (readonly [
  keyof typeof SCHEDULE.rows,
  (outcome: ScheduleOutcome) => string,
])[]
