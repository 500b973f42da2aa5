import { useId } from 'react'
import styles from './radio-card.module.css'

interface RadioCardProps {
  /** Of the group that it belongs to. */
  readonly name: string
  readonly label: string
  /** What choosing it means. */
  readonly hint: string
  readonly checked: boolean
  readonly onChoose: () => void
}

/** One of a few choices, with a line that says what it means. */
export function RadioCard({ name, label, hint, checked, onChoose }: RadioCardProps) {
  const id = useId()
  return (
    <label className={styles['card']}>
      <input
        type="radio"
        name={name}
        checked={checked}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-hint`}
        onChange={onChoose}
      />
      <span id={`${id}-label`}>{label}</span>
      <span id={`${id}-hint`} className="small">
        {hint}
      </span>
    </label>
  )
}
