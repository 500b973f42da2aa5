import { useId } from 'react'
import type { ReactNode } from 'react'
import { BROWSE } from '../words/browse.ts'
import styles from './ask-dialog.module.css'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

interface AskDialogProps {
  readonly open: boolean
  readonly title: string
  /** The answer that Enter gives too; null where the answers are buttons of their own. */
  readonly confirm: {
    readonly name: string
    readonly isOff?: boolean
    readonly onConfirm: () => void
  } | null
  /** Another answer beside it. */
  readonly other?: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A question before something is done: what it needs to know, the answer, and the way out. */
export function AskDialog({ open, title, confirm, other, onClose, children }: AskDialogProps) {
  const id = useId()
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      actions={
        <>
          {confirm ? (
            <Button type="submit" form={id} compact disabled={confirm.isOff ?? false}>
              {confirm.name}
            </Button>
          ) : null}
          {other}
          <Button look="plain" compact onClick={onClose}>
            {BROWSE.cancel}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (confirm && !confirm.isOff) confirm.onConfirm()
        }}
      >
        {children}
      </form>
    </Dialog>
  )
}
