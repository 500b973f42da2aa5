import { Link } from 'react-router'
import type { StudySettings } from '../../core/study-settings.ts'
import { useSetting } from '../hooks/use-setting.ts'
import { SESSION_SETTINGS } from '../words/session-settings.ts'
import { Field, FieldGroup } from './field.tsx'
import { Notice } from './notice.tsx'
import { SaveNote } from './save-note.tsx'
import { Section } from './section.tsx'
import { Segmented } from './segmented.tsx'
import styles from './settings-session.module.css'
import { Stepper } from './stepper.tsx'

interface SettingsSessionProps {
  readonly settings: StudySettings
}

const FEWEST_SECONDS = 10
const MOST_SECONDS = 600

/** How a session feels: options that wait, touch, voice, time, and the keys. */
export function SettingsSession({ settings }: SettingsSessionProps) {
  return (
    <Section title={SESSION_SETTINGS.title}>
      <ThinkFirst settings={settings} />
      <Idle settings={settings} />
      <Switch name="swipe" settings={settings} />
      {'vibrate' in navigator ? <Switch name="haptics" settings={settings} /> : null}
      {'speechSynthesis' in window ? <Switch name="speak" settings={settings} /> : null}
      <p className={styles['keys']}>
        <Link to="/settings/keys">{SESSION_SETTINGS.keys}</Link>
      </p>
    </Section>
  )
}

function ThinkFirst({ settings }: SettingsSessionProps) {
  const { label, hint, names } = SESSION_SETTINGS.thinkFirst
  const { value, set, state, problem } = useSetting('thinkFirst', settings.thinkFirst)
  return (
    <>
      <FieldGroup label={label} hint={hint} state={<SaveNote state={state} />}>
        <Segmented
          options={(['never', 'review', 'always'] as const).map((each) => ({
            value: each,
            label: names[each],
          }))}
          value={value}
          onChange={set}
        />
      </FieldGroup>
      <Problem text={problem} />
    </>
  )
}

function Idle({ settings }: SettingsSessionProps) {
  const { label, hint, less, more } = SESSION_SETTINGS.idle
  const { value, set, state, problem } = useSetting('idleSeconds', settings.idleSeconds)
  return (
    <>
      <Field label={label} htmlFor="idle" hint={hint} state={<SaveNote state={state} />}>
        <Stepper
          id="idle"
          value={value}
          min={FEWEST_SECONDS}
          max={MOST_SECONDS}
          step={10}
          less={less}
          more={more}
          onChange={set}
        />
      </Field>
      <Problem text={problem} />
    </>
  )
}

interface SwitchProps extends SettingsSessionProps {
  readonly name: 'swipe' | 'haptics' | 'speak'
}

function Switch({ name, settings }: SwitchProps) {
  const { label, hint } = SESSION_SETTINGS[name]
  const { value, set, state, problem } = useSetting(name, settings[name])
  const { on, off } = SESSION_SETTINGS
  return (
    <>
      <FieldGroup label={label} hint={hint} state={<SaveNote state={state} />}>
        <Segmented
          options={[
            { value: 'off', label: off },
            { value: 'on', label: on },
          ]}
          value={value ? 'on' : 'off'}
          onChange={(next) => set(next === 'on')}
        />
      </FieldGroup>
      <Problem text={problem} />
    </>
  )
}

function Problem({ text }: { readonly text: string | null }) {
  return text ? <Notice kind="error">{text}</Notice> : null
}
