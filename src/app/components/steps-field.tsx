import { useState } from 'react'
import { SCHEDULE } from '../words/schedule.ts'
import styles from './schedule-form.module.css'

interface StepsFieldProps {
  readonly id: string
  readonly steps: readonly number[]
  /** What was typed as a list; null where it is none. */
  readonly read: (typed: string) => readonly number[] | null
  readonly onChange: (steps: readonly number[]) => void
}

/** Minutes separated by spaces. They hold on leaving the field or by Enter; what is no list stays as typed. */
export function StepsField({ id, steps, read, onChange }: StepsFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const isWrong = typed !== null && read(typed) === null
  const commit = () => {
    if (typed === null) return
    const next = read(typed)
    if (!next) return
    setTyped(null)
    if (next.join() !== steps.join()) onChange(next)
  }
  return (
    <div className={styles['steps']}>
      <div className={styles['typed']}>
        <input
          id={id}
          type="text"
          inputMode="text"
          autoComplete="off"
          value={typed ?? steps.join(' ')}
          aria-invalid={isWrong}
          aria-describedby={`${id}-hint${isWrong ? ` ${id}-wrong` : ''}`}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={commit}
          onKeyDown={({ key }) => {
            if (key === 'Enter') commit()
          }}
        />
        <span aria-hidden="true" className="note">
          {SCHEDULE.stepsUnit}
        </span>
      </div>
      {isWrong ? (
        <p className={`${styles['wrong']} small`} id={`${id}-wrong`} role="alert">
          {SCHEDULE.stepsWrong}
        </p>
      ) : null}
    </div>
  )
}
