import styles from './ticks.module.css'

interface TicksProps {
  /** Which one, from 1. */
  readonly at: number
  readonly of: number
}

/** A domain by its position: the nth of n ticks is tall. Always beside its number and title. */
export function Ticks({ at, of }: TicksProps) {
  return (
    <span className={styles['ticks']} aria-hidden="true">
      {Array.from({ length: of }, (_, index) => (
        <i key={index} className={index + 1 === at ? styles['on'] : undefined} />
      ))}
    </span>
  )
}
