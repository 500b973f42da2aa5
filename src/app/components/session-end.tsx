import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import styles from './session-end.module.css'

export interface SessionFact {
  readonly term: string
  readonly detail: ReactNode
}

interface SessionEndProps {
  /** The one sentence that says what is true now. */
  readonly heading: string
  readonly lead?: ReactNode
  readonly facts?: readonly SessionFact[]
}

/** What is left when no card is: what was done, and what comes. Takes the focus, so that it is read. */
export function SessionEnd({ heading, lead, facts = [] }: SessionEndProps) {
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => ref.current?.focus({ preventScroll: true }), [])
  return (
    <div className={`${styles['end']} enter`}>
      <h1 className="page-title" tabIndex={-1} ref={ref}>
        {heading}
      </h1>
      {lead ? <p className={`${styles['lead']} note`}>{lead}</p> : null}
      {facts.length > 0 ? (
        <dl className={styles['facts']}>
          {facts.map(({ term, detail }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{detail}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  )
}
