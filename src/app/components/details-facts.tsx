import type { ReactNode } from 'react'
import styles from './details-facts.module.css'

interface DetailsFactsProps {
  readonly facts: readonly { readonly name: string; readonly value: ReactNode }[]
}

/** Names and values, one pair to a line. */
export function DetailsFacts({ facts }: DetailsFactsProps) {
  return (
    <dl className={styles['facts']}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
