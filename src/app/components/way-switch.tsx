import { Link } from 'react-router'
import styles from './exam-switch.module.css'

interface WaySwitchProps {
  /** Name of the group of links for screen readers. */
  readonly label: string
  readonly ways: readonly {
    readonly to: string
    readonly name: string
    readonly isCurrent: boolean
  }[]
}

/** A few ways to look at one thing, side by side; the one in use is underlined. */
export function WaySwitch({ label, ways }: WaySwitchProps) {
  return (
    <nav className={styles['switch']} aria-label={label}>
      {ways.map(({ to, name, isCurrent }) => (
        <Link key={to} to={to} aria-current={isCurrent ? 'page' : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  )
}
