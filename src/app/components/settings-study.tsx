import { Link } from 'react-router'
import type { Settings } from '../../core/settings.ts'
import { useSetting } from '../hooks/use-setting.ts'
import { SCHEDULING } from '../words/scheduling-link.ts'
import { hourName, SETTINGS } from '../words/settings.ts'
import { Notice } from './notice.tsx'
import { RetentionField } from './retention-field.tsx'
import { Section } from './section.tsx'
import { Segmented } from './segmented.tsx'
import { SettingField } from './setting-field.tsx'
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
      {retention.problem ? <Notice kind="error">{retention.problem}</Notice> : null}
      <RolloverField settings={settings} progress={progress} />
      <p className={styles['memory']}>
        <Link to="/settings/memory">{SETTINGS.memory}</Link>
        <span className="small">{SETTINGS.memoryHint}</span>
      </p>
      {settings.exams.length > 0 ? (
        <p className={styles['memory']}>
          {settings.exams.map((exam) => (
            <Link key={exam} to={`/plan/${exam}/scheduling`}>
              {SCHEDULING.link(exam)}
            </Link>
          ))}
          <span className="small">{SCHEDULING.hint}</span>
        </p>
      ) : null}
    </Section>
  )
}

function ButtonsField({ settings }: { readonly settings: Settings }) {
  const { label, hint, two, four } = SETTINGS.buttons
  const setting = useSetting('buttons', settings.buttons)
  return (
    <SettingField label={label} hint={hint} setting={setting}>
      <Segmented
        options={[
          { value: 'two', label: two },
          { value: 'four', label: four },
        ]}
        value={setting.value}
        onChange={setting.set}
      />
    </SettingField>
  )
}

function NewPerDayField({ settings }: { readonly settings: Settings }) {
  const { label, hint, less, more } = SETTINGS.newPerDay
  const setting = useSetting('newPerDay', settings.newPerDay)
  return (
    <SettingField label={label} hint={hint} setting={setting} htmlFor="new-per-day">
      <Stepper
        id="new-per-day"
        value={setting.value}
        min={0}
        max={MOST_NEW}
        less={less}
        more={more}
        onChange={setting.set}
      />
    </SettingField>
  )
}

function RolloverField({ settings, progress }: SettingsStudyProps) {
  const { label, hint } = SETTINGS.rollover
  const setting = useSetting('rolloverHour', settings.rolloverHour)
  return (
    <SettingField
      label={label}
      hint={hint}
      setting={setting}
      htmlFor="rollover"
      work={{ progress, label: SETTINGS.retention.rebuilding }}
    >
      <select
        id="rollover"
        className={styles['select']}
        value={setting.value}
        aria-describedby="rollover-hint"
        onChange={(event) => setting.set(Number(event.target.value))}
      >
        {HOURS.map((hour) => (
          <option key={hour} value={hour}>
            {hourName(hour)}
          </option>
        ))}
      </select>
    </SettingField>
  )
}

/** The theme, in a section of its own. */
export function SettingsTheme({ settings }: { readonly settings: Settings }) {
  const { label, hint, ...names } = SETTINGS.theme
  const setting = useSetting('theme', settings.theme)
  return (
    <Section title={SETTINGS.appearance}>
      <SettingField label={label} hint={hint} setting={setting}>
        <Segmented
          options={(['system', 'light', 'dark'] as const).map((theme) => ({
            value: theme,
            label: names[theme],
          }))}
          value={setting.value}
          onChange={setting.set}
        />
      </SettingField>
    </Section>
  )
}
