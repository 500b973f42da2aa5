import { BACKUP } from '../words/backup.ts'
import { Button } from './button.tsx'
import styles from './task-progress.module.css'

interface TaskProgressProps {
  readonly label: string
  /** How far it is, 0 to 1. */
  readonly share: number
  /** Left out where it cannot be given up. */
  readonly onCancel?: () => void
}

/** Work that takes a while: what it is, how far it is, and a way to give it up. */
export function TaskProgress({ label, share, onCancel }: TaskProgressProps) {
  return (
    <div className={styles['task']}>
      <output className="note">{label}</output>
      <progress value={share} max={1} aria-label={label} />
      {onCancel ? (
        <Button look="plain" compact onClick={onCancel}>
          {BACKUP.cancel}
        </Button>
      ) : null}
    </div>
  )
}
