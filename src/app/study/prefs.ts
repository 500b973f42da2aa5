import { createContext, use } from 'react'
import { ariaKeys, chordsFor, keyMapOf } from '../../core/keys.ts'
import type { Action, KeyMap } from '../../core/keys.ts'
import { DEFAULT_STUDY_SETTINGS } from '../../core/study-settings.ts'
import type { StudySettings } from '../../core/study-settings.ts'
import { useHotkeys } from '../hooks/use-hotkeys.ts'

/** How the learner wants to study, as everything on the study screen knows it. */
export interface StudyPrefs {
  readonly settings: StudySettings
  readonly keys: KeyMap
}

export function prefsOf(settings: StudySettings): StudyPrefs {
  return { settings, keys: keyMapOf(settings.keys) }
}

export const PrefsContext = createContext<StudyPrefs>(prefsOf(DEFAULT_STUDY_SETTINGS))

export function usePrefs(): StudySettings {
  return use(PrefsContext).settings
}

/** The keys of an action, for `aria-keyshortcuts`. */
export function useAriaKeys(action: Action): string | undefined {
  return ariaKeys(use(PrefsContext).keys[action])
}

/** Runs actions by the keys that the learner has for them; `first` holds fixed keys that go before. */
export function useActions(
  acts: Readonly<Partial<Record<Action, () => void>>>,
  first: Readonly<Record<string, () => void>> = {},
): void {
  useHotkeys({ ...chordsFor(use(PrefsContext).keys, acts), ...first })
}
