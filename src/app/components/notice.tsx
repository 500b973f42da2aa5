import type { ReactNode } from 'react'
import styles from './notice.module.css'

interface NoticeProps {
  /** `error` is for what failed and can be tried again; it is announced at once. */
  readonly kind?: 'quiet' | 'error'
  /** The page says the same to screen readers by itself. */
  readonly isSilent?: boolean
  readonly children: ReactNode
  /** One action at most. */
  readonly action?: ReactNode
}

/** One line that says what is true, and one thing that can be done about it. */
export function Notice({ kind = 'quiet', isSilent, children, action }: NoticeProps) {
  return (
    <div
      className={`${styles['notice']} ${kind === 'error' ? styles['error'] : ''}`}
      role={isSilent ? undefined : kind === 'error' ? 'alert' : 'status'}
    >
      <div>{children}</div>
      {action}
    </div>
  )
}
