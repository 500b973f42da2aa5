import { Link } from 'react-router'
import type { StudySettings } from '../../core/study-settings.ts'
import { useSetting } from '../hooks/use-setting.ts'
import { SESSION_SETTINGS } from '../words/session-settings.ts'
import { Section } from './section.tsx'
import { Segmented } from './segmented.tsx'
import { SettingField } from './setting-field.tsx'
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
  const setting = useSetting('thinkFirst', settings.thinkFirst)
  return (
    <SettingField label={label} hint={hint} setting={setting}>
      <Segmented
        options={(['never', 'review', 'always'] as const).map((each) => ({
          value: each,
          label: names[each],
        }))}
        value={setting.value}
        onChange={setting.set}
      />
    </SettingField>
  )
}

function Idle({ settings }: SettingsSessionProps) {
  const { label, hint, less, more } = SESSION_SETTINGS.idle
  const setting = useSetting('idleSeconds', settings.idleSeconds)
  return (
    <SettingField label={label} hint={hint} setting={setting} htmlFor="idle">
      <Stepper
        id="idle"
        value={setting.value}
        min={FEWEST_SECONDS}
        max={MOST_SECONDS}
        step={10}
        less={less}
        more={more}
        onChange={setting.set}
      />
    </SettingField>
  )
}

interface SwitchProps extends SettingsSessionProps {
  readonly name: 'swipe' | 'haptics' | 'speak'
}

function Switch({ name, settings }: SwitchProps) {
  const { label, hint } = SESSION_SETTINGS[name]
  const setting = useSetting(name, settings[name])
  const { on, off } = SESSION_SETTINGS
  return (
    <SettingField label={label} hint={hint} setting={setting}>
      <Segmented
        options={[
          { value: 'off', label: off },
          { value: 'on', label: on },
        ]}
        value={setting.value ? 'on' : 'off'}
        onChange={(next) => setting.set(next === 'on')}
      />
    </SettingField>
  )
}
