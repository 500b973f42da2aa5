import type { PlanDraft } from '../plan/draft.ts'
import { usualMinutes } from '../plan/draft.ts'
import { PLAN, WEEKDAYS } from '../words/plan.ts'
import { Button } from './button.tsx'
import { Field, FieldGroup } from './field.tsx'
import { Section } from './section.tsx'
import { Stepper } from './stepper.tsx'
import styles from './plan-form.module.css'

const MOST_MINUTES = 720
/** Minutes of a day that is switched on where no other day has time. */
const SOME_MINUTES = 20

interface PlanFormProps {
  readonly draft: PlanDraft
  /** `YYYY-MM-DD`: the first day that an exam can be planned for. */
  readonly earliest: string
  /** "in 53 days", beside the date. */
  readonly when: string | null
  /** Which other exams share the minutes; null where none does. */
  readonly shared: string | null
  readonly onDate: (date: string | null) => void
  readonly onMinutes: (minutes: number) => void
  /** Minutes of one weekday, Monday 0. */
  readonly onMinutesOn: (weekday: number, minutes: number) => void
}

/** The choices that decide most: when, and how much time. */
export function PlanForm(props: PlanFormProps) {
  const { draft, earliest, when, shared, onDate, onMinutes } = props
  const { date } = draft.plan
  const { label, hint, less, more } = PLAN.minutes
  return (
    <Section title={PLAN.yours}>
      <Field label={PLAN.date} htmlFor="exam-date" hint={when ?? PLAN.dateHint}>
        <div className={styles['date']}>
          <input
            id="exam-date"
            type="date"
            className={styles['input']}
            min={earliest}
            value={date ?? ''}
            aria-describedby="exam-date-hint"
            onChange={({ target }) => onDate(target.value === '' ? null : target.value)}
          />
          {date === null ? null : (
            <Button look="word" onClick={() => onDate(null)}>
              {PLAN.removeDate}
            </Button>
          )}
        </div>
      </Field>
      <Field label={label} htmlFor="plan-minutes" hint={shared ?? hint}>
        <Stepper
          id="plan-minutes"
          value={usualMinutes(draft)}
          min={1}
          max={MOST_MINUTES}
          step={5}
          less={less}
          more={more}
          onChange={onMinutes}
        />
      </Field>
      <Days {...props} />
    </Section>
  )
}

/** Which weekdays are study days, and folded away the minutes of each. */
function Days({ draft, onMinutesOn }: PlanFormProps) {
  const usual = usualMinutes(draft) || SOME_MINUTES
  return (
    <>
      <FieldGroup label={PLAN.days.label} hint={PLAN.days.hint}>
        <div className={styles['days']}>
          {WEEKDAYS.map(({ short, long }, weekday) => {
            const isOn = (draft.minutes[weekday] ?? 0) > 0
            return (
              <button
                key={long}
                type="button"
                aria-pressed={isOn}
                onClick={() => onMinutesOn(weekday, isOn ? 0 : usual)}
              >
                <span aria-hidden="true">{short}</span>
                <span className="vh">{long}</span>
              </button>
            )
          })}
        </div>
      </FieldGroup>
      <details className={styles['each']}>
        <summary>{PLAN.eachDay}</summary>
        {WEEKDAYS.map(({ long }, weekday) => (
          <Field key={long} label={long} htmlFor={`minutes-${weekday}`}>
            <Stepper
              id={`minutes-${weekday}`}
              value={draft.minutes[weekday] ?? 0}
              min={0}
              max={MOST_MINUTES}
              step={5}
              less={PLAN.lessOn(long)}
              more={PLAN.moreOn(long)}
              onChange={(minutes) => onMinutesOn(weekday, minutes)}
            />
          </Field>
        ))}
      </details>
    </>
  )
}
