import { useState } from 'react'
import { useFetcher } from 'react-router'
import type { Settings } from '../../core/settings.ts'
import type { StudySettings } from '../../core/study-settings.ts'

type AllSettings = Settings & StudySettings

/** What the action of Settings answers. */
export type SaveResult = { readonly saved: true } | { readonly problem: string }

export type SaveState = 'idle' | 'saving' | 'saved'

export interface Setting<Value> {
  /** What was chosen last; the saved value again if it could not be saved. */
  readonly value: Value
  readonly set: (value: Value) => void
  /** `saved` only after the value is on disk. */
  readonly state: SaveState
  /** Why it could not be saved. */
  readonly problem: string | null
}

interface Chosen<Value> {
  readonly value: Value
  /** The answer to the change before this one. */
  readonly before: SaveResult | undefined
}

/** One setting that is saved as soon as it is changed, by the action of the screen it stands on. */
export function useSetting<Key extends Exclude<keyof AllSettings, 'exams' | 'schedules'>>(
  key: Key,
  saved: AllSettings[Key],
): Setting<AllSettings[Key]> {
  const fetcher = useFetcher<SaveResult>({ key: `setting-${key}` })
  const [chosen, setChosen] = useState<Chosen<AllSettings[Key]> | null>(null)
  const { state, problem } = progressOf(fetcher)
  // Shown at once; until the action has answered, which it does with another object each time.
  const isOpen = chosen !== null && (state === 'saving' || fetcher.data === chosen.before)
  return {
    value: isOpen ? chosen.value : saved,
    set: (value) => {
      setChosen({ value, before: fetcher.data })
      const change: unknown = { key, value }
      void fetcher.submit(JSON.stringify(change), { method: 'post', encType: 'application/json' })
    },
    state,
    problem,
  }
}

function progressOf({ state, data }: { state: string; data: SaveResult | undefined }): {
  state: SaveState
  problem: string | null
} {
  if (state !== 'idle') return { state: 'saving', problem: null }
  if (!data) return { state: 'idle', problem: null }
  return 'problem' in data
    ? { state: 'idle', problem: data.problem }
    : { state: 'saved', problem: null }
}
