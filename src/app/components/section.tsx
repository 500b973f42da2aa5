import { useId } from 'react'
import type { ReactNode } from 'react'
import styles from './section.module.css'

interface SectionProps {
  readonly title: string
  /** A figure or a link at the right end of the heading's line. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** A part of a page: a heading on a hairline, and what belongs to it. */
export function Section({ title, aside, children }: SectionProps) {
  const id = useId()
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <div className={styles['head']}>
        <h2 className="h2" id={id}>
          {title}
        </h2>
        {aside ? <div className={`${styles['aside']} small num`}>{aside}</div> : null}
      </div>
      {children}
    </section>
  )
}
