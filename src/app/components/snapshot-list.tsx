import { BACKUP } from '../words/backup.ts'
import { Button } from './button.tsx'
import styles from './snapshot-list.module.css'

export interface SnapshotLine {
  readonly name: string
  /** "26 Nov 2026, 18:45". */
  readonly when: string
  /** "120 kB". */
  readonly size: string
}

interface SnapshotListProps {
  readonly snapshots: readonly SnapshotLine[]
  readonly onRestore: (name: string) => void
  readonly onDownload: (name: string) => void
}

/** The snapshots in this browser, newest first, each to restore or to download. */
export function SnapshotList({ snapshots, onRestore, onDownload }: SnapshotListProps) {
  return (
    <ul className={styles['list']}>
      {snapshots.map(({ name, when, size }) => (
        <li key={name}>
          <span className="note num">
            {when} <span className="small">{size}</span>
          </span>
          <span className={styles['acts']}>
            <Button
              look="plain"
              compact
              aria-label={BACKUP.restoreSnapshot(when)}
              onClick={() => onRestore(name)}
            >
              {BACKUP.restoreShort}
            </Button>
            <Button
              look="word"
              aria-label={BACKUP.downloadSnapshot(when)}
              onClick={() => onDownload(name)}
            >
              {BACKUP.downloadShort}
            </Button>
          </span>
        </li>
      ))}
    </ul>
  )
}
