import { MEMORY } from '../words/memory.ts'
import { Button } from './button.tsx'
import styles from './working.module.css'

interface WorkingProps {
  /** What is being done: "Measuring". */
  readonly label: string
  /** Share that is done, 0 to 1. */
  readonly share: number
  /** Left out where it cannot be given up. */
  readonly onCancel?: () => void
}

/** Work that takes a while: how far it is, and the way out. */
export function Working({ label, share, onCancel }: WorkingProps) {
  return (
    <div className={styles['working']}>
      <span className="note" aria-hidden="true">
        {label}
      </span>
      <progress className={styles['progress']} value={share} aria-label={label} />
      {onCancel ? (
        <Button look="word" onClick={onCancel}>
          {MEMORY.cancel}
        </Button>
      ) : null}
    </div>
  )
}
