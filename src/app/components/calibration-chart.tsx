import type { CalibrationBin } from '../../core/stats/calibration.ts'
import { number } from '../words/plural.ts'
import { percent } from '../words/progress.ts'
import { binWords, READINESS, spanWords } from '../words/readiness.ts'
import styles from './calibration-chart.module.css'
import fold from './part-table.module.css'

interface CalibrationChartProps {
  readonly bins: readonly CalibrationBin[]
  /** Says in a sentence or two what the picture shows. */
  readonly label: string
}

/** Expected against actual recall, with intervals; on the dotted line predictions are right. */
export function CalibrationChart({ bins, label }: CalibrationChartProps) {
  return (
    <>
      <Plot bins={bins} label={label} />
      <p className={`${styles['key']} small`}>{READINESS.predictedKey}</p>
      <details className={fold['fold']}>
        <summary>{READINESS.asTable}</summary>
        <Table bins={bins} />
      </details>
    </>
  )
}

const SIZE = 300
const LEFT = 40
const BOTTOM = 34
const TOP = 10

function Plot({ bins, label }: CalibrationChartProps) {
  const floor = floorOf(bins)
  const x = (share: number) => LEFT + ((share - floor) / (1 - floor)) * (SIZE - LEFT - 12)
  const y = (share: number) =>
    TOP + ((1 - Math.max(floor, share)) / (1 - floor)) * (SIZE - TOP - BOTTOM)
  const most = Math.max(...bins.map(({ reviews }) => reviews))
  const levels = [0, 0.5, 1].map((part) => floor + part * (1 - floor))
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing, named as a whole
    <svg className={styles['plot']} viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={label}>
      {levels.map((level) => (
        <g key={level}>
          <line className={styles['axis']} x1={LEFT} x2={SIZE - 12} y1={y(level)} y2={y(level)} />
          <text x={LEFT - 6} y={y(level) + 4} textAnchor="end">
            {Math.round(100 * level)}
          </text>
          <text x={x(level)} y={SIZE - BOTTOM + 16} textAnchor="middle">
            {Math.round(100 * level)}
          </text>
        </g>
      ))}
      <text x={SIZE - 12} y={SIZE - 2} textAnchor="end">
        {READINESS.axis}
      </text>
      <line className={styles['right']} x1={x(floor)} y1={y(floor)} x2={x(1)} y2={y(1)} />
      {bins.map((bin) => (
        <g key={bin.from}>
          <line
            className={styles['interval']}
            x1={x(Math.max(floor, bin.expected))}
            x2={x(Math.max(floor, bin.expected))}
            y1={y(bin.low)}
            y2={y(bin.high)}
          />
          <circle
            className={styles['dot']}
            cx={x(Math.max(floor, bin.expected))}
            cy={y(bin.actual)}
            r={3 + 4 * Math.sqrt(bin.reviews / most)}
          >
            <title>{binWords(bin)}</title>
          </circle>
        </g>
      ))}
    </svg>
  )
}

/** Where the axes begin: low enough for all that is drawn. */
function floorOf(bins: readonly CalibrationBin[]): number {
  const lowest = Math.min(...bins.map(({ expected, low }) => Math.min(expected, low)))
  return [0.8, 0.6, 0.4, 0.2].find((floor) => lowest >= floor) ?? 0
}

function Table({ bins }: { readonly bins: readonly CalibrationBin[] }) {
  const { expected, actual, interval, reviews } = READINESS.calibrationColumns
  return (
    <table className={fold['table']}>
      <caption className="vh">{READINESS.predictedCaption}</caption>
      <thead>
        <tr>
          {[expected, actual, interval, reviews].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bins.map((bin) => (
          <tr key={bin.from}>
            <th scope="row">{spanWords(bin)}</th>
            <td>{percent(bin.actual)}</td>
            <td>
              {percent(bin.low)} to {percent(bin.high)}
            </td>
            <td>{number(bin.reviews)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
