import { useState } from 'react'
import { BACKUP } from '../words/backup.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Notice } from './notice.tsx'
import { RadioCard } from './radio-card.tsx'
import styles from './restore-dialog.module.css'

export type Mode = 'merge' | 'replace'

/** A backup as the learner looks at it before it is taken in. */
export interface BackupView {
  /** "Made on 26 Nov 2026, 18:45, on this device." */
  readonly made: string
  readonly rows: readonly string[]
  readonly span: string | null
  /** What is wrong with the file; null if nothing is. */
  readonly damage: string | null
  readonly unknown: string | null
}

interface RestoreDialogProps {
  /** Null while nothing is asked. */
  readonly view: BackupView | null
  /** Nothing of the learner is here yet: there is nothing to choose. */
  readonly isEmpty: boolean
  readonly canSnapshot: boolean
  readonly onClose: () => void
  readonly onRestore: (mode: Mode) => void
}

/** Says what a backup holds and asks what to do with what is here already. */
export function RestoreDialog(props: RestoreDialogProps) {
  const { view, isEmpty, canSnapshot, onClose, onRestore } = props
  const [mode, setMode] = useState<Mode>('merge')
  const choice = (value: Mode, label: string, hint: string) => (
    <RadioCard
      name="mode"
      label={label}
      hint={hint}
      checked={mode === value}
      onChoose={() => setMode(value)}
    />
  )
  return (
    <Dialog
      open={view !== null}
      onClose={onClose}
      title={BACKUP.question}
      actions={
        <>
          <Button compact onClick={() => onRestore(isEmpty ? 'merge' : mode)}>
            {BACKUP.go}
          </Button>
          <Button look="plain" compact onClick={onClose}>
            {BACKUP.cancel}
          </Button>
        </>
      }
    >
      {view ? (
        <div className={styles['body']}>
          <p className="note num">{view.made}</p>
          <ul className="note num">
            {view.rows.map((row, index) => (
              <li key={row}>{index === 0 && view.span ? `${row}, ${view.span}` : row}</li>
            ))}
          </ul>
          {view.damage ? <Notice kind="error">{view.damage}</Notice> : null}
          {view.unknown ? <Notice>{view.unknown}</Notice> : null}
          {isEmpty ? null : (
            <fieldset>
              <legend className="note">{BACKUP.mode}</legend>
              {choice('merge', BACKUP.merge, BACKUP.mergeNote)}
              {choice(
                'replace',
                BACKUP.replace,
                canSnapshot ? BACKUP.replaceNote : BACKUP.replaceNoSnapshot,
              )}
            </fieldset>
          )}
        </div>
      ) : null}
    </Dialog>
  )
}
