import { useState } from 'react'
import styles from './stepper.module.css'

interface StepperProps {
  readonly id: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step?: number
  /** Names of the buttons: "Fewer new cards", "More new cards". */
  readonly less: string
  readonly more: string
  /** Called with a whole number within the bounds: at once by the buttons, on leaving by typing. */
  readonly onChange: (value: number) => void
}

/** A whole number that can be typed, with a button for less and one for more. */
export function Stepper({ id, value, min, max, step = 1, less, more, onChange }: StepperProps) {
  /** What is being typed and does not hold yet. */
  const [draft, setDraft] = useState<string | null>(null)

  const set = (next: number) => {
    setDraft(null)
    const whole = Math.round(Math.min(max, Math.max(min, next)))
    if (!Number.isNaN(whole) && whole !== value) onChange(whole)
  }
  const commit = () => {
    if (draft !== null) set(draft.trim() === '' ? Number.NaN : Number(draft))
  }
  return (
    <div className={styles['stepper']}>
      <button
        type="button"
        aria-label={less}
        disabled={value <= min}
        onClick={() => set(value - step)}
      >
        <span aria-hidden="true">−</span>
      </button>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        value={draft ?? value}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit()
        }}
      />
      <button
        type="button"
        aria-label={more}
        disabled={value >= max}
        onClick={() => set(value + step)}
      >
        <span aria-hidden="true">+</span>
      </button>
    </div>
  )
}
