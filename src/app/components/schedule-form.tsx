import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { EASE, USUAL_SCHEDULE } from '../../core/exam-schedule.ts'
import type { Ease, FullSchedule, SchedulePart } from '../../core/exam-schedule.ts'
import { WEEKDAYS } from '../words/plan.ts'
import { percent } from '../words/progress.ts'
import { chanceWords, longestWords, SCHEDULE } from '../words/schedule.ts'
import { Field, FieldGroup } from './field.tsx'
import styles from './schedule-form.module.css'
import { Section } from './section.tsx'
import { Segmented } from './segmented.tsx'
import { Stepper } from './stepper.tsx'
import { StepsField } from './steps-field.tsx'

/** What the simulation says of each part; empty until it is there. */
export type Consequences = Readonly<Partial<Record<keyof FullSchedule, string>>>

interface ScheduleFormProps {
  readonly schedule: FullSchedule
  /** Wanted recall where the schedule says none. */
  readonly usualRetention: number
  readonly rolloverHour: number
  readonly said: Consequences
  readonly retentions: readonly number[]
  readonly longest: readonly number[]
  readonly chances: readonly number[]
  readonly readSteps: (typed: string) => readonly number[] | null
  readonly onChange: (change: SchedulePart) => void
}

/** The settings of one exam, each with what it does and what that comes to. */
export function ScheduleForm(props: ScheduleFormProps) {
  return (
    <>
      <Memory {...props} />
      <WithinDay {...props} />
      <Days {...props} />
      <Sticking {...props} />
      <Section title={SCHEDULE.start}>
        <p className={`${styles['text']} note`}>
          {SCHEDULE.startText(props.rolloverHour)}
          <Link to="/settings">{SCHEDULE.startLink}</Link>
        </p>
      </Section>
    </>
  )
}

function Memory({
  schedule,
  usualRetention,
  retentions,
  longest,
  said,
  onChange,
}: ScheduleFormProps) {
  const { retention } = SCHEDULE
  return (
    <Section title={SCHEDULE.memory}>
      <Choice
        id="retention"
        label={retention.label}
        hint={hintOf(retention.hint, said.desiredRetention)}
        value={schedule.desiredRetention ?? ''}
        options={[
          ['', retention.usual(usualRetention)],
          ...withValue(retentions, schedule.desiredRetention).map(
            (share) => [share, percent(share)] as const,
          ),
        ]}
        onChange={(value) =>
          onChange({ desiredRetention: value === '' ? undefined : Number(value) })
        }
      />
      <Choice
        id="longest"
        label={SCHEDULE.longest.label}
        hint={hintOf(SCHEDULE.longest.hint, said.maximumIntervalDays)}
        value={schedule.maximumIntervalDays}
        options={withValue(longest, schedule.maximumIntervalDays)
          .toSorted((a, b) => b - a)
          .map((days) => [days, longestWords(days)])}
        onChange={(value) => onChange({ maximumIntervalDays: Number(value) })}
      />
    </Section>
  )
}

function WithinDay({ schedule, said, readSteps, onChange }: ScheduleFormProps) {
  return (
    <Section title={SCHEDULE.day}>
      {STEPS.map(([id, part]) => (
        <Field
          key={id}
          label={SCHEDULE[id].label}
          htmlFor={id}
          hint={hintOf(SCHEDULE[id].hint, said[part])}
        >
          <StepsField
            id={id}
            steps={schedule[part]}
            read={readSteps}
            onChange={(steps) => onChange({ [part]: steps })}
          />
        </Field>
      ))}
    </Section>
  )
}

const STEPS = [
  ['learning', 'learningStepsMin'],
  ['relearning', 'relearningStepsMin'],
] as const

function Days({ schedule, said, onChange }: ScheduleFormProps) {
  const { balance, easy } = SCHEDULE
  const withDay = (day: number, ease: Ease) =>
    schedule.easyDays.map((each, index) => (index === day ? ease : each))
  return (
    <Section title={SCHEDULE.load}>
      <FieldGroup label={balance.label} hint={hintOf(balance.hint, said.balance)}>
        <Segmented
          options={[
            { value: 'off', label: balance.off },
            { value: 'on', label: balance.on },
          ]}
          value={schedule.balance ? 'on' : 'off'}
          onChange={(value) => onChange({ balance: value === 'on' })}
        />
      </FieldGroup>
      <FieldGroup
        label={easy.label}
        hint={schedule.balance ? hintOf(easy.hint, said.easyDays) : easy.needs}
      >
        {null}
      </FieldGroup>
      {schedule.balance ? (
        <div className={styles['week']}>
          {WEEKDAYS.map(({ long }, day) => (
            <label key={long}>
              {long}
              <select
                className={styles['select']}
                aria-label={easy.of(long)}
                value={schedule.easyDays[day]}
                onChange={({ target }) =>
                  onChange({ easyDays: withDay(day, easeOf(target.value)) })
                }
              >
                {EASE.map((ease) => (
                  <option key={ease} value={ease}>
                    {easy.names[ease]}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
      ) : null}
    </Section>
  )
}

function Sticking({ schedule, chances, said, onChange }: ScheduleFormProps) {
  const { leech } = SCHEDULE
  return (
    <Section title={SCHEDULE.sticking}>
      <Field label={leech.label} htmlFor="lapses" hint={hintOf(leech.hint, said.leechLapses)}>
        <Stepper
          id="lapses"
          value={schedule.leechLapses}
          min={2}
          max={30}
          less={leech.less}
          more={leech.more}
          onChange={(leechLapses) => onChange({ leechLapses })}
        />
      </Field>
      <Choice
        id="chance"
        label={leech.chance}
        hint={leech.chanceHint}
        value={schedule.leechChance}
        options={withValue(chances, schedule.leechChance).map((chance) => [
          chance,
          chanceWords(chance),
        ])}
        onChange={(value) => onChange({ leechChance: Number(value) })}
      />
    </Section>
  )
}

interface ChoiceProps {
  readonly id: string
  readonly label: string
  readonly hint: ReactNode
  readonly value: number | string
  readonly options: readonly (readonly [number | string, string])[]
  readonly onChange: (value: string) => void
}

function Choice({ id, label, hint, value, options, onChange }: ChoiceProps) {
  return (
    <Field label={label} htmlFor={id} hint={hint}>
      <select
        id={id}
        className={styles['select']}
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onChange(target.value)}
      >
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** What a setting does, and below it what that comes to. */
function hintOf(hint: string, consequence: string | undefined): ReactNode {
  return (
    <>
      {hint}
      {consequence === undefined ? null : (
        <span className={styles['simulated']}>{consequence}</span>
      )}
    </>
  )
}

/** The choices, with the present value among them. */
function withValue(choices: readonly number[], value: number | undefined): number[] {
  return value === undefined || choices.includes(value)
    ? [...choices]
    : [...choices, value].toSorted((a, b) => a - b)
}

function easeOf(value: string): Ease {
  return EASE.find((ease) => ease === value) ?? USUAL_SCHEDULE.easyDays[0]
}
