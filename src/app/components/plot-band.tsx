import type { StudyDayNumber } from '../../core/time.ts'
import { percent } from '../words/progress.ts'
import styles from './plot.module.css'

/** What was expected on a day, from and to, 0 to 1. */
export interface BandPoint {
  readonly day: StudyDayNumber
  readonly low: number
  readonly high: number
}

interface PlotBandProps {
  /** Oldest first, at least one. */
  readonly points: readonly BandPoint[]
  /** A dotted line at a share, 0 to 1, and what it is: what a plan aims at. */
  readonly line: { readonly value: number; readonly label: string } | null
  /** What the first and the last day are called. */
  readonly ends: readonly [string, string]
  readonly label: string
}

const TOP = 20
const HEIGHT = 120
const LEFT = 10

/** A band over days: never a single line, as what it shows is not known better. */
export function PlotBand({ points, line, ends, label }: PlotBandProps) {
  const [first, last] = [points.at(0)?.day ?? 0, points.at(-1)?.day ?? 0]
  const across = (day: StudyDayNumber) => (last > first ? (day - first) / (last - first) : 1)
  const down = (share: number) => (1 - share) * HEIGHT
  const corner = ({ day }: BandPoint, share: number) =>
    `${Math.round(across(day) * 1000)},${Math.round(down(share) * 10) / 10}`
  const outline = [
    ...points.map((point) => corner(point, point.high)),
    ...points.toReversed().map((point) => corner(point, point.low)),
  ].join(' ')
  const end = points.at(-1)
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing, named as a whole
    <svg className={styles['chart']} height={TOP + HEIGHT + 22} role="img" aria-label={label}>
      {[0, 1].map((share) => (
        <g key={share}>
          <line
            className={styles['axis']}
            x1={`${LEFT}%`}
            x2="100%"
            y1={TOP + down(share)}
            y2={TOP + down(share)}
          />
          <text x="0" y={TOP + down(share) + 4}>
            {percent(share)}
          </text>
        </g>
      ))}
      <svg
        x={`${LEFT}%`}
        y={TOP}
        width={`${100 - LEFT}%`}
        height={HEIGHT}
        viewBox={`0 0 1000 ${HEIGHT}`}
        preserveAspectRatio="none"
      >
        <polygon className={styles['area']} points={outline} />
      </svg>
      {end ? (
        <line
          className={styles['interval']}
          x1="99.5%"
          x2="99.5%"
          y1={TOP + down(end.low)}
          y2={TOP + down(end.high)}
        />
      ) : null}
      {line ? (
        <>
          <line
            className={styles['dotted']}
            x1={`${LEFT}%`}
            x2="100%"
            y1={TOP + down(line.value)}
            y2={TOP + down(line.value)}
          />
          <text x={`${LEFT + 1}%`} y={TOP + down(line.value) - 5}>
            {line.label}
          </text>
        </>
      ) : null}
      <text x={`${LEFT}%`} y={TOP + HEIGHT + 17}>
        {ends[0]}
      </text>
      <text x="100%" y={TOP + HEIGHT + 17} textAnchor="end">
        {ends[1]}
      </text>
    </svg>
  )
}
