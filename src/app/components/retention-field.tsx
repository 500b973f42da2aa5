import { useEffect, useEffectEvent, useState } from 'react'
import { timesAsOften } from '../../core/retention.ts'
import type { Setting } from '../hooks/use-setting.ts'
import { retentionWords, SETTINGS } from '../words/settings.ts'
import { Field } from './field.tsx'
import { SaveNote } from './save-note.tsx'
import styles from './retention-field.module.css'

/** Milliseconds of rest after which the value that was slid to is saved. */
const REST_MS = 500

interface RetentionFieldProps {
  readonly setting: Setting<number>
  /** Part of the card states that is computed anew, 0 to 1. */
  readonly progress: number | null
  /** Decay of the learner's forgetting, where it is not the default. */
  readonly decay: number | undefined
}

/** The wanted recall, 80 to 95 %, with what it means. It costs a computation, so it waits for a rest. */
export function RetentionField({ setting, progress, decay }: RetentionFieldProps) {
  const [draft, setDraft] = useState<number | null>(null)
  const percent = draft ?? Math.round(setting.value * 100)
  const save = useEffectEvent((next: number) => {
    setDraft(null)
    if (next / 100 !== setting.value) setting.set(next / 100)
  })

  useEffect(() => {
    const timer = draft === null ? undefined : setTimeout(() => save(draft), REST_MS)
    return () => clearTimeout(timer)
  }, [draft])

  return (
    <Field
      label={SETTINGS.retention.label}
      htmlFor="retention"
      hint={
        <span className={styles['meaning']}>
          {retentionWords(percent / 100, timesAsOften(percent / 100, decay))}
        </span>
      }
      state={
        <SaveNote state={setting.state} progress={progress} label={SETTINGS.retention.rebuilding} />
      }
    >
      <div className={styles['slider']}>
        <input
          id="retention"
          type="range"
          min={80}
          max={95}
          value={percent}
          aria-valuetext={`${percent} %`}
          aria-describedby="retention-hint"
          onChange={(event) => setDraft(Number(event.target.value))}
        />
        <span className="num" aria-hidden="true">
          {percent} %
        </span>
      </div>
    </Field>
  )
}
