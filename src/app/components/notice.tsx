import type { ReactNode } from 'react'
import styles from './notice.module.css'

interface NoticeProps {
  /** `error` is for what failed and can be tried again; it is announced at once. */
  readonly kind?: 'quiet' | 'error'
  readonly children: ReactNode
  /** One action at most. */
  readonly action?: ReactNode
}

/** One line that says what is true, and one thing that can be done about it. */
export function Notice({ kind = 'quiet', children, action }: NoticeProps) {
  return (
    <div
      className={`${styles['notice']} ${kind === 'error' ? styles['error'] : ''}`}
      role={kind === 'error' ? 'alert' : 'status'}
    >
      <div>{children}</div>
      {action}
    </div>
  )
}
