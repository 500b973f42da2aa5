import type { StudyDayNumber } from '../../core/time.ts'
import { percent } from '../words/progress.ts'
import styles from './plot.module.css'

/** What was expected on a day, from and to, 0 to 1. */
export interface BandPoint {
  readonly day: StudyDayNumber
  readonly low: number
  readonly high: number
}

interface LinePoint extends BandPoint {
  readonly middle: number
}

interface PlotBandProps {
  /** Oldest first. */
  readonly points: readonly BandPoint[]
  /** What a plan expected, oldest first and at least one: a line in a thin band, and what it is. */
  readonly line: { readonly points: readonly LinePoint[]; readonly label: string } | null
  readonly today: StudyDayNumber
  /** What the first and the last day are called. */
  readonly ends: readonly [string, string]
  readonly label: string
}

const TOP = 20
const HEIGHT = 140
const LEFT = 10

/** A band over days: never a single line, as what it shows is not known better. */
export function PlotBand({ points, line, today, ends, label }: PlotBandProps) {
  const days = [...points, ...(line?.points ?? [])].map(({ day }) => day)
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const across = (day: StudyDayNumber) => (last > first ? (day - first) / (last - first) : 1)
  const down = (share: number) => (1 - share) * HEIGHT
  const corner = ({ day }: BandPoint, share: number) =>
    `${Math.round(across(day) * 1000)},${Math.round(down(share) * 10) / 10}`
  const outline = (band: readonly BandPoint[]) =>
    [
      ...band.map((point) => corner(point, point.high)),
      ...band.toReversed().map((point) => corner(point, point.low)),
    ].join(' ')
  const x = (day: StudyDayNumber) => `${LEFT + across(day) * (99.5 - LEFT)}%`
  const end = points.at(-1)
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing, named as a whole
    <svg className={styles['chart']} height={TOP + HEIGHT + 22} role="img" aria-label={label}>
      {[0, 0.5, 1].map((share) => (
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
        {line ? <polygon className={styles['planBand']} points={outline(line.points)} /> : null}
        <polygon className={styles['area']} points={outline(points)} />
        {line ? (
          <polyline
            className={styles['planLine']}
            points={line.points.map((point) => corner(point, point.middle)).join(' ')}
          />
        ) : null}
      </svg>
      {end ? (
        <line
          className={styles['interval']}
          x1={x(end.day)}
          x2={x(end.day)}
          y1={TOP + down(end.low)}
          y2={TOP + down(end.high)}
        />
      ) : null}
      {line ? <LineName line={line} yOf={(share) => TOP + down(share)} /> : null}
      {today > first && today < last && across(today) > 0.2 && across(today) < 0.8 ? (
        <line className={styles['dotted']} x1={x(today)} x2={x(today)} y1={TOP} y2={TOP + HEIGHT} />
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

interface LineNameProps {
  readonly line: NonNullable<PlotBandProps['line']>
  readonly yOf: (share: number) => number
}

/** Stands above the end of the line, or below where there is no room. */
function LineName({ line: { points, label }, yOf }: LineNameProps) {
  const high = points.at(-1)?.high ?? 0
  const low = points.at(-1)?.low ?? 0
  return (
    <text x="100%" y={high > 0.9 ? yOf(low) + 16 : yOf(high) - 6} textAnchor="end">
      {label}
    </text>
  )
}
