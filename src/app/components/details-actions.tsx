import { useState } from 'react'
import type { Mark } from '../../core/mark.ts'
import { CARD, FLAGS } from '../words/card.ts'
import { Button } from './button.tsx'
import { DetailsFlags } from './details-flags.tsx'
import { Dialog } from './dialog.tsx'
import styles from './details-actions.module.css'

export type Flag = Mark['flag']

export interface DetailsActionsProps {
  readonly suspended: boolean
  readonly buried: boolean
  readonly flag: Flag
  /** Whether there is anything to start anew. */
  readonly canReset: boolean
  readonly onSuspend: (suspended: boolean) => void
  readonly onBury: (buried: boolean) => void
  readonly onFlag: (flag: Flag) => void
  readonly onReset: () => void
}

/** What can be done with a card outside of a session. */
export function DetailsActions(props: DetailsActionsProps) {
  const { suspended, buried, flag, canReset, onSuspend, onBury, onFlag, onReset } = props
  const [asking, setAsking] = useState(false)
  return (
    <>
      <div className={styles['actions']}>
        <Button look="word" onClick={() => onSuspend(!suspended)}>
          {suspended ? CARD.unsuspend : CARD.suspend}
        </Button>
        <Button look="word" disabled={suspended} onClick={() => onBury(!buried)}>
          {buried ? CARD.unbury : CARD.bury}
        </Button>
        {canReset ? (
          <Button look="word" onClick={() => setAsking(true)}>
            {CARD.resetAction}
          </Button>
        ) : null}
      </div>
      <DetailsFlags legend={CARD.flag} names={FLAGS} value={flag} onChange={onFlag} />
      <ResetDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          onReset()
        }}
      />
    </>
  )
}

interface ResetDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly onConfirm: () => void
}

function ResetDialog({ open, onClose, onConfirm }: ResetDialogProps) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={CARD.resetTitle}
      actions={
        <>
          <Button compact onClick={onConfirm}>
            {CARD.resetConfirm}
          </Button>
          <Button look="plain" compact onClick={onClose}>
            {CARD.cancel}
          </Button>
        </>
      }
    >
      {CARD.resetText}
    </Dialog>
  )
}
