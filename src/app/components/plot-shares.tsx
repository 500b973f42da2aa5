import { percent } from '../words/progress.ts'
import styles from './plot.module.css'

/** A share with the interval that holds the true one. All 0 to 1. */
export interface ShareRow {
  readonly key: string
  readonly name: string
  readonly share: number
  readonly low: number
  readonly high: number
  /** What it rests on: "of 214". */
  readonly basis: string
}

interface PlotSharesProps {
  readonly rows: readonly ShareRow[]
  /** What is wanted, 0 to 1: the dotted mark; null where nothing is. */
  readonly wanted: number | null
  /** Where the lines start, 0 to 1; they end at 1. */
  readonly floor: number
}

/** Shares as dots on lines, each with its interval. All of it is said in words beside the dots. */
export function PlotShares({ rows, wanted, floor }: PlotSharesProps) {
  const x = (share: number) =>
    `${Math.round(Math.max(0, ((share - floor) / (1 - floor)) * 100) * 100) / 100}%`
  return (
    <ul className={styles['rows']}>
      {rows.map(({ key, name, share, low, high, basis }) => (
        <li key={key}>
          <span>{name}</span>
          <span className={styles['figure']}>
            <span className="nb">{percent(share)}</span> <span className="small">{basis}</span>
          </span>
          <svg height="14" aria-hidden="true">
            <line className={styles['axis']} x1="0" x2="100%" y1="7.5" y2="7.5" />
            <line
              className={styles['interval']}
              x1={x(low)}
              x2={x(high)}
              y1="7.5"
              y2="7.5"
              strokeLinecap="round"
            />
            {wanted === null ? null : (
              <line className={styles['dotted']} x1={x(wanted)} x2={x(wanted)} y1="0" y2="14" />
            )}
            <circle className={styles['dot']} cx={x(share)} cy="7.5" r="4.5" />
          </svg>
        </li>
      ))}
    </ul>
  )
}

/** Where lines start so that all that is drawn is seen, down to steps of 20 %. */
export function floorFor(rows: readonly Pick<ShareRow, 'low'>[]): number {
  const lowest = Math.min(...rows.map(({ low }) => low))
  return [0.8, 0.6, 0.4, 0.2].find((floor) => lowest >= floor) ?? 0
}
