import { percent } from '../words/progress.ts'
import { STATS } from '../words/stats.ts'
import styles from './plot.module.css'

export interface CalibrationPoint {
  /** Mean of what was expected, share recalled and the interval that holds the true share, 0 to 1. */
  readonly expected: number
  readonly actual: number
  readonly low: number
  readonly high: number
}

interface PlotCalibrationProps {
  readonly points: readonly CalibrationPoint[]
  /** What stands across and upwards, where it is not recall. */
  readonly names?: readonly [across: string, upwards: string]
  readonly label: string
}

const RECALL = [STATS.columns.expected, STATS.columns.recalled] as const

const SIZE = 260
const LEFT = 40
const BOTTOM = 34

/** Expected recall across, what was recalled upwards: on the diagonal both are the same. */
export function PlotCalibration({ points, names = RECALL, label }: PlotCalibrationProps) {
  const lowest = Math.min(0.8, ...points.flatMap(({ expected, low }) => [expected, low]))
  const floor = [0.8, 0.6, 0.4, 0.2].find((each) => lowest >= each) ?? 0
  const along = (share: number) => ((share - floor) / (1 - floor)) * (SIZE - 16)
  const x = (share: number) => LEFT + along(share)
  const y = (share: number) => SIZE - along(share)
  return (
    <svg
      className={styles['square']}
      viewBox={`0 0 ${SIZE + LEFT} ${SIZE + BOTTOM}`}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing, named as a whole
      role="img"
      aria-label={label}
    >
      <g className={styles['chart']}>
        <line className={styles['axis']} x1={LEFT} x2={x(1)} y1={SIZE} y2={SIZE} />
        <line className={styles['axis']} x1={LEFT} x2={LEFT} y1={y(1)} y2={SIZE} />
        <line className={styles['dotted']} x1={x(floor)} y1={y(floor)} x2={x(1)} y2={y(1)} />
        {[floor, 1].map((share) => (
          <g key={share}>
            <text x={LEFT - 6} y={y(share) + 4} textAnchor="end">
              {percent(share)}
            </text>
            <text x={x(share)} y={SIZE + 16} textAnchor={share === 1 ? 'end' : 'start'}>
              {percent(share)}
            </text>
          </g>
        ))}
        <text x={(LEFT + x(1)) / 2} y={SIZE + 30} textAnchor="middle">
          {names[0]}
        </text>
        <text x={LEFT + 6} y={y(1) + 4}>
          {names[1]}
        </text>
        {points.map(({ expected, actual, low, high }) => (
          <g key={`${expected} ${actual}`}>
            <line
              className={styles['interval']}
              x1={x(expected)}
              x2={x(expected)}
              y1={y(low)}
              y2={y(high)}
              strokeLinecap="round"
            />
            <circle className={styles['dot']} cx={x(expected)} cy={y(actual)} r="4.5" />
          </g>
        ))}
      </g>
    </svg>
  )
}
