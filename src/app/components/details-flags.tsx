import { useId } from 'react'
import type { Flag } from './details-actions.tsx'
import styles from './details-flags.module.css'

interface DetailsFlagsProps {
  readonly legend: string
  /** Names of no flag and of the four flags. */
  readonly names: readonly string[]
  readonly value: Flag
  readonly onChange: (flag: Flag) => void
}

const ALL: readonly Flag[] = [0, 1, 2, 3, 4]

/** One flag or none: radio buttons, each with its colour and its name. */
export function DetailsFlags({ legend, names, value, onChange }: DetailsFlagsProps) {
  const group = useId()
  return (
    <fieldset className={styles['flags']}>
      <legend>{legend}</legend>
      {ALL.map((flag) => (
        <label key={flag}>
          <input
            type="radio"
            name={group}
            checked={flag === value}
            onChange={() => onChange(flag)}
          />
          <i data-flag={flag} aria-hidden="true" />
          {names[flag]}
        </label>
      ))}
    </fieldset>
  )
}
