import { Link } from 'react-router'
import type { Settings } from '../../core/settings.ts'
import { useSetting } from '../hooks/use-setting.ts'
import { hourName, SETTINGS } from '../words/settings.ts'
import { Field, FieldGroup } from './field.tsx'
import { Notice } from './notice.tsx'
import { RetentionField } from './retention-field.tsx'
import { SaveNote } from './save-note.tsx'
import { Section } from './section.tsx'
import { Segmented } from './segmented.tsx'
import { Stepper } from './stepper.tsx'
import styles from './settings-study.module.css'

const HOURS = Array.from({ length: 13 }, (_, hour) => hour)
const MOST_NEW = 200

interface SettingsStudyProps {
  readonly settings: Settings
  /** Part of the card states that is computed anew, 0 to 1; null while nothing is. */
  readonly progress: number | null
}

/** How studying goes: buttons, new cards, wanted recall, start of the day. */
export function SettingsStudy({ settings, progress }: SettingsStudyProps) {
  const retention = useSetting('desiredRetention', settings.desiredRetention)
  return (
    <Section title={SETTINGS.studying}>
      <ButtonsField settings={settings} />
      <NewPerDayField settings={settings} />
      <RetentionField setting={retention} progress={progress} decay={settings.weights?.[20]} />
      <Problem text={retention.problem} />
      <RolloverField settings={settings} progress={progress} />
      <p className={styles['memory']}>
        <Link to="/settings/memory">{SETTINGS.memory}</Link>
        <span className="small">{SETTINGS.memoryHint}</span>
      </p>
    </Section>
  )
}

function ButtonsField({ settings }: { readonly settings: Settings }) {
  const { label, hint, two, four } = SETTINGS.buttons
  const { value, set, state, problem } = useSetting('buttons', settings.buttons)
  return (
    <>
      <FieldGroup label={label} hint={hint} state={<SaveNote state={state} />}>
        <Segmented
          options={[
            { value: 'two', label: two },
            { value: 'four', label: four },
          ]}
          value={value}
          onChange={set}
        />
      </FieldGroup>
      <Problem text={problem} />
    </>
  )
}

function NewPerDayField({ settings }: { readonly settings: Settings }) {
  const { label, hint, less, more } = SETTINGS.newPerDay
  const { value, set, state, problem } = useSetting('newPerDay', settings.newPerDay)
  return (
    <>
      <Field label={label} htmlFor="new-per-day" hint={hint} state={<SaveNote state={state} />}>
        <Stepper
          id="new-per-day"
          value={value}
          min={0}
          max={MOST_NEW}
          less={less}
          more={more}
          onChange={set}
        />
      </Field>
      <Problem text={problem} />
    </>
  )
}

function RolloverField({ settings, progress }: SettingsStudyProps) {
  const { label, hint } = SETTINGS.rollover
  const { value, set, state, problem } = useSetting('rolloverHour', settings.rolloverHour)
  return (
    <>
      <Field
        label={label}
        htmlFor="rollover"
        hint={hint}
        state={<SaveNote state={state} progress={progress} label={SETTINGS.retention.rebuilding} />}
      >
        <select
          id="rollover"
          className={styles['select']}
          value={value}
          aria-describedby="rollover-hint"
          onChange={(event) => set(Number(event.target.value))}
        >
          {HOURS.map((hour) => (
            <option key={hour} value={hour}>
              {hourName(hour)}
            </option>
          ))}
        </select>
      </Field>
      <Problem text={problem} />
    </>
  )
}

/** The theme, in a section of its own. */
export function SettingsTheme({ settings }: { readonly settings: Settings }) {
  const { label, hint, ...names } = SETTINGS.theme
  const { value, set, state, problem } = useSetting('theme', settings.theme)
  return (
    <Section title={SETTINGS.appearance}>
      <FieldGroup label={label} hint={hint} state={<SaveNote state={state} />}>
        <Segmented
          options={(['system', 'light', 'dark'] as const).map((theme) => ({
            value: theme,
            label: names[theme],
          }))}
          value={value}
          onChange={set}
        />
      </FieldGroup>
      <Problem text={problem} />
    </Section>
  )
}

function Problem({ text }: { readonly text: string | null }) {
  return text ? <Notice kind="error">{text}</Notice> : null
}
