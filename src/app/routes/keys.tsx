import { useState } from 'react'
import { Link, useLoaderData } from 'react-router'
import {
  ACTIONS,
  choosesOption,
  conflictsIn,
  contextOf,
  keyMapOf,
  keyName,
  PRESETS,
} from '../../core/keys.ts'
import type { Action, KeyChanges, Preset } from '../../core/keys.ts'
import { loadStudySettings } from '../../db/study-settings.ts'
import type { App } from '../app.ts'
import { KeyRow } from '../components/key-row.tsx'
import { Notice } from '../components/notice.tsx'
import { Page } from '../components/page.tsx'
import { SaveNote } from '../components/save-note.tsx'
import { Section } from '../components/section.tsx'
import { Segmented } from '../components/segmented.tsx'
import { useSetting } from '../hooks/use-setting.ts'
import type { Screen } from '../screen.ts'
import { createStore } from '../store.ts'
import { ACTION_NAMES, KEY_SETTINGS, KEYS } from '../words/keys.ts'
import { SETTINGS } from '../words/settings.ts'
import styles from './keys.module.css'
import { settingsAction } from './settings.tsx'

/** Which key does what while studying: two presets, and every action on its own. */
export function keysRoute(app: App): Screen {
  return {
    loader: async () => (await loadStudySettings(app.db)).keys,
    action: settingsAction(app, createStore<number | null>(null)),
    Component: KeysPage,
  }
}

function KeysPage() {
  const saved = useLoaderData<KeyChanges>()
  const { value, set, state, problem } = useSetting('keys', saved)
  const [listening, setListening] = useState<Action | null>(null)
  const map = keyMapOf(value)
  const change = (action: Action, keys: readonly string[] | null) => {
    const { [action]: _, ...others } = value
    set(keys === null ? others : { ...others, [action]: [...keys] })
  }
  return (
    <Page title={KEY_SETTINGS.title} heading={KEY_SETTINGS.title} lead={KEY_SETTINGS.lead}>
      <p className={styles['back']}>
        <Link to="/settings">{SETTINGS.screen}</Link>
      </p>
      <div className={styles['preset']}>
        <span id="preset">{KEY_SETTINGS.preset}</span>
        <Segmented
          options={(['cirrus', 'anki'] as const).map((preset) => ({
            value: preset,
            label: KEY_SETTINGS.presets[preset],
          }))}
          value={presetOf(value)}
          onChange={(preset) => set(preset === 'own' ? value : PRESETS[preset])}
        />
        <output className="small">
          <SaveNote state={state} />
        </output>
      </div>
      {problem === null ? null : <Notice kind="error">{problem}</Notice>}
      {conflictsIn(map).map(({ key, actions }) => (
        <Notice key={key}>
          {KEY_SETTINGS.conflict(
            keyName(key),
            actions.map((action) => ACTION_NAMES[action]),
          )}
        </Notice>
      ))}
      {(['asking', 'rating', 'always'] as const).map((context) => (
        <Section key={context} title={KEYS.contexts[context]}>
          <ul>
            {ACTIONS.filter((action) => contextOf(action) === context).map((action) => (
              <KeyRow
                key={action}
                name={ACTION_NAMES[action]}
                keys={map[action]}
                isOwn={Object.hasOwn(value, action)}
                isListening={listening === action}
                warning={context === 'rating' ? null : optionWarning(map[action])}
                onListen={(isOn) => setListening(isOn ? action : null)}
                onChange={(keys) => change(action, keys)}
              />
            ))}
          </ul>
        </Section>
      ))}
    </Page>
  )
}

function optionWarning(keys: readonly string[]): string | null {
  const key = keys.find((each) => choosesOption(each) && each !== 'h')
  return key === undefined ? null : KEY_SETTINGS.option(keyName(key))
}

/** The preset that the learner's changes make up; `own` for none. */
function presetOf(changes: KeyChanges): Preset | 'own' {
  const same = (preset: Preset) =>
    JSON.stringify(keyMapOf(PRESETS[preset])) === JSON.stringify(keyMapOf(changes))
  return same('cirrus') ? 'cirrus' : same('anki') ? 'anki' : 'own'
}
