import { useEffect, useId, useRef } from 'react'
import type { ReactNode } from 'react'
import { FRAME } from '../words/frame.ts'
import { Button } from './button.tsx'
import styles from './dialog.module.css'

interface DialogProps {
  readonly open: boolean
  /** Called when the dialog was closed: by Esc, by its Close button or by an answer. */
  readonly onClose: () => void
  readonly title: string
  readonly children: ReactNode
  /** The buttons at its foot; a Close button if left out. */
  readonly actions?: ReactNode
}

/** A modal dialog: the browser's own, so focus is kept inside and given back when it closes. */
export function Dialog({ open, onClose, title, children, actions }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()

  useEffect(() => {
    const dialog = ref.current
    if (open && !dialog?.open) dialog?.showModal()
    if (!open && dialog?.open) dialog.close()
  }, [open])

  return (
    <dialog ref={ref} className={styles['dialog']} aria-labelledby={id} onClose={onClose}>
      {open ? (
        <>
          <h2 className={styles['title']} id={id}>
            {title}
          </h2>
          <div className={styles['body']}>{children}</div>
          <div className={styles['actions']}>
            {actions ?? (
              <Button look="plain" compact onClick={onClose}>
                {FRAME.close}
              </Button>
            )}
          </div>
        </>
      ) : null}
    </dialog>
  )
}
