import { useState } from 'react'
import { useFetcher } from 'react-router'
import type { ExamId } from '../../core/note.ts'
import type { Forecast, Outcome } from '../../core/readiness/forecast-record.ts'
import type { StudyDayNumber } from '../../core/time.ts'
import { Button } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import fold from '../components/part-table.module.css'
import { WideTable } from '../components/wide-table.tsx'
import { Section } from '../components/section.tsx'
import { Segmented } from '../components/segmented.tsx'
import { dayName } from '../words/dates.ts'
import {
  bandWords,
  beforeWords,
  chanceWords,
  isoDateOf,
  READINESS,
  resultWords,
} from '../words/readiness.ts'
import type { ReportAnswer } from '../routes/readiness.tsx'
import styles from './result-section.module.css'

interface ResultSectionProps {
  readonly exam: ExamId
  readonly outcomes: readonly Outcome[]
  readonly today: StudyDayNumber
}

/** How the exam went, as the learner reports it, beside what had been forecast. */
export function ResultSection({ exam, outcomes, today }: ResultSectionProps) {
  const fetcher = useFetcher<ReportAnswer>()
  const remove = (day: StudyDayNumber) =>
    void fetcher.submit(
      { kind: 'remove', exam, day },
      { method: 'post', encType: 'application/json' },
    )
  return (
    <Section title={READINESS.result}>
      <p className={`${styles['hint']} note`}>{READINESS.resultHint}</p>
      {outcomes.length === 0 ? null : (
        <ul className={styles['outcomes']}>
          {outcomes.map((outcome) => (
            <li key={outcome.result.id}>
              <div>
                <p>{resultWords(outcome, today)}</p>
                <p className="small">
                  {outcome.forecast ? beforeWords(outcome.forecast, today) : READINESS.noneBefore}
                </p>
              </div>
              <Button
                look="word"
                aria-label={`${READINESS.form.remove}: ${resultWords(outcome, today)}`}
                onClick={() => remove(outcome.result.day)}
              >
                {READINESS.form.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <ResultForm exam={exam} today={today} />
    </Section>
  )
}

function ResultForm({ exam, today }: Omit<ResultSectionProps, 'outcomes'>) {
  const fetcher = useFetcher<ReportAnswer>()
  const [date, setDate] = useState(() => isoDateOf(today))
  const [score, setScore] = useState('')
  const [passed, setPassed] = useState<'yes' | 'no' | 'open'>('open')
  const { data, state } = fetcher
  const isSaved = state === 'idle' && data !== undefined && 'saved' in data
  const chosen = passed === 'open' ? (Number(score) >= 700 ? 'yes' : 'no') : passed
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        const report = { kind: 'report', exam, date, score, passed: chosen === 'yes' }
        void fetcher.submit(report, { method: 'post', encType: 'application/json' })
      }}
    >
      <label>
        <span className="small">{READINESS.form.date}</span>
        <input
          type="date"
          required
          max={isoDateOf(today + 1)}
          value={date}
          onChange={(event) => setDate(event.target.value)}
        />
      </label>
      <label>
        <span className="small">{READINESS.form.score}</span>
        <input
          type="number"
          inputMode="numeric"
          required
          min={1}
          max={1000}
          step={1}
          value={score}
          onChange={(event) => setScore(event.target.value)}
        />
      </label>
      <fieldset>
        <legend className="small">{READINESS.form.passed}</legend>
        <Segmented
          options={[
            { value: 'yes', label: READINESS.form.yes },
            { value: 'no', label: READINESS.form.no },
          ]}
          value={score === '' && passed === 'open' ? '' : chosen}
          onChange={(next) => setPassed(next === 'yes' ? 'yes' : 'no')}
        />
      </fieldset>
      <Button type="submit" look="plain" compact>
        {READINESS.form.save}
      </Button>
      <output className="small">{isSaved ? READINESS.form.saved : null}</output>
      {data && 'problem' in data ? <Notice kind="error">{data.problem}</Notice> : null}
    </form>
  )
}

/** Rows of earlier forecasts that are shown. */
const MOST = 12

interface EarlierSectionProps {
  readonly earlier: readonly Forecast[]
  readonly today: StudyDayNumber
}

/** What was forecast on earlier days. */
export function EarlierSection({ earlier, today }: EarlierSectionProps) {
  if (earlier.length === 0) return null
  const { made, for: forDay, recall, points, chance } = READINESS.earlierColumns
  return (
    <Section title={READINESS.earlier}>
      <WideTable label={READINESS.figuresOf(READINESS.earlier)}>
        <table className={fold['table']}>
          <caption className="vh">{READINESS.earlier}</caption>
          <thead>
            <tr>
              {[made, forDay, recall, points, chance].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {earlier.slice(0, MOST).map((forecast) => (
              <tr key={forecast.id}>
                <th scope="row">{dayName(forecast.day, today)}</th>
                <td>{dayName(forecast.forDay, today)}</td>
                <td>{bandWords(forecast.recall)}</td>
                <td>{forecast.points ? bandWords(forecast.points) : '–'}</td>
                <td>{forecast.pass === null ? '–' : chanceWords(forecast.pass)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </Section>
  )
}
