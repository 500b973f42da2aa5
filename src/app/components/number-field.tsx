import { useId } from 'react'
import styles from './typed-field.module.css'

interface NumberFieldProps {
  readonly typed: string
  readonly unit: string
  readonly labelledBy: string
  readonly onType: (typed: string) => void
  readonly onCheck: () => void
}

/** A number with its unit beside it. Enter checks, Escape leaves the field. */
export function NumberField({ typed, unit, labelledBy, onType, onCheck }: NumberFieldProps) {
  const unitId = useId()
  return (
    <div className={styles['number']}>
      <input
        className={styles['field']}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        enterKeyHint="done"
        aria-labelledby={labelledBy}
        aria-describedby={unitId}
        value={typed}
        onChange={({ target }) => onType(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.repeat) onCheck()
          if (event.key === 'Escape') event.currentTarget.blur()
          if (event.key === 'Enter' || event.key === 'Escape') event.preventDefault()
        }}
      />
      <span className={styles['unit']} id={unitId}>
        {unit}
      </span>
    </div>
  )
}
