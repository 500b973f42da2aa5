import type { ScheduleOutcome } from '../../core/plan/schedule-outcome.ts'
import { minuteWords, percent, changeWords, SCHEDULE } from '../words/schedule.ts'
import { Button } from './button.tsx'
import styles from './schedule-outcome.module.css'
import { Section } from './section.tsx'

interface ScheduleOutcomeProps {
  readonly now: ScheduleOutcome | null
  /** With what is chosen; null where nothing else is. */
  readonly then: ScheduleOutcome | null
  /** Share of the simulation that is done; null while none runs. */
  readonly done: number | null
  readonly isCancelled: boolean
  readonly onCancel: () => void
  readonly onAgain: () => void
}

/** What the schedule takes and gives, before and after. */
export function ScheduleOutcomes(props: ScheduleOutcomeProps) {
  const { now, then, done, isCancelled, onCancel, onAgain } = props
  return (
    <Section title={SCHEDULE.outcome} aside={SCHEDULE.outcomeAside}>
      {now ? (
        <table className={styles['table']} aria-busy={done !== null}>
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
      {done === null ? null : (
        <div className={styles['working']}>
          <progress value={done} aria-label={SCHEDULE.working} />
          <Button look="word" onClick={onCancel}>
            {SCHEDULE.cancel}
          </Button>
        </div>
      )}
      {isCancelled ? (
        <div className={styles['working']}>
          <span className="note">{SCHEDULE.cancelled}</span>
          <Button look="word" onClick={onAgain}>
            {SCHEDULE.again}
          </Button>
        </div>
      ) : null}
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
