import type { Band } from '../../core/readiness/forecast-record.ts'
import styles from './band-bar.module.css'

interface BandBarProps {
  readonly band: Band
  /** Says what the bar shows, with its band. */
  readonly label: string
}

const HEIGHT = 20
const MIDDLE = HEIGHT / 2

/** A band on a line from 0 to 100 %: where it begins, where it ends, and nothing in its middle. */
export function BandBar({ band, label }: BandBarProps) {
  const from = 100 * band.low
  const width = Math.max(1, 100 * (band.high - band.low))
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing, named as a whole
    <svg className={styles['bar']} height={HEIGHT} role="img" aria-label={label}>
      <line className={styles['axis']} x1="0" x2="100%" y1={MIDDLE} y2={MIDDLE} />
      {[0, 50, 100].map((at) => (
        <line
          key={at}
          className={styles['tick']}
          x1={`${at}%`}
          x2={`${at}%`}
          y1={MIDDLE - 4}
          y2={MIDDLE + 4}
        />
      ))}
      <rect
        className={styles['band']}
        x={`${from}%`}
        width={`${width}%`}
        y={MIDDLE - 5}
        height="10"
        rx="5"
      />
    </svg>
  )
}
