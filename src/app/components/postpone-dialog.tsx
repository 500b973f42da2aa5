import { useId, useState } from 'react'
import { POSTPONE } from '../words/card-acts.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Stepper } from './stepper.tsx'
import styles from './postpone-dialog.module.css'

interface PostponeDialogProps {
  readonly onClose: () => void
  readonly onPostpone: (days: number) => void
}

const MOST_DAYS = 3650

/** Asks for how many days a card is to stay away. */
export function PostponeDialog({ onClose, onPostpone }: PostponeDialogProps) {
  const id = useId()
  const [days, setDays] = useState(7)
  const postpone = () => {
    onClose()
    onPostpone(days)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={POSTPONE.title}
      actions={
        <>
          <Button look="plain" compact onClick={onClose}>
            {POSTPONE.cancel}
          </Button>
          <Button compact onClick={postpone}>
            {POSTPONE.confirm}
          </Button>
        </>
      }
    >
      <p id={`${id}-hint`}>{POSTPONE.lead}</p>
      <div className={styles['days']}>
        <label htmlFor={id}>{POSTPONE.days}</label>
        <Stepper
          id={id}
          value={days}
          min={1}
          max={MOST_DAYS}
          less={POSTPONE.less}
          more={POSTPONE.more}
          onChange={setDays}
        />
      </div>
    </Dialog>
  )
}
