import type { Forecast } from '../../core/plan/forecast.ts'
import { bandNumbers, PLAN } from '../words/plan.ts'
import styles from './plan-chart.module.css'

type Point = Forecast['course'][number]

interface PlanChartProps {
  /** Recall on each day from today to the exam. */
  readonly course: readonly Point[]
  /** Names of the first, the middle and the last day. */
  readonly names: readonly [string, string, string]
  /** What the chart shows, in one sentence. */
  readonly label: string
  /** Name of a day of the course, for the table. */
  readonly nameOf: (day: number) => string
}

/** Where recall goes if the plan is kept: the middle as a line, eight of ten runs as a band; and as a table. */
export function PlanChart({ course, names, label, nameOf }: PlanChartProps) {
  return (
    <figure className={styles['figure']}>
      <Drawing course={course} names={names} label={label} />
      <details className={styles['table']}>
        <summary>{PLAN.table}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{PLAN.tableDay}</th>
              <th scope="col">{PLAN.axis}</th>
            </tr>
          </thead>
          <tbody>
            {tableDays(course.length).map((day) => (
              <tr key={day}>
                <th scope="row">{nameOf(day)}</th>
                <td>{bandNumbers(course[day] ?? NOTHING)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

const NOTHING: Point = { low: 0, middle: 0, high: 0 }

/** The plot: pixels downwards, where labels keep their size, and per cent of the page's width across. */
const TOP = 28
const HEIGHT = 190
const LEFT = 9
const WIDTH = 76

function Drawing({ course, names, label }: Omit<PlanChartProps, 'nameOf'>) {
  const last = course.at(-1) ?? NOTHING
  const floor = Math.floor(Math.min(...course.map(({ low }) => low)) * 10) / 10
  const ceiling = Math.max(
    floor + 0.1,
    Math.ceil(Math.max(...course.map(({ high }) => high)) * 10) / 10,
  )
  const down = (share: number) => round((HEIGHT * (ceiling - share)) / (ceiling - floor))
  const across = (day: number) => round((1000 * day) / Math.max(1, course.length - 1))
  const line = (of: (point: Point) => number) =>
    course.map((point, day) => `${across(day)},${down(of(point))}`)
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing, named as a whole
    <svg className={styles['chart']} height={TOP + HEIGHT + 32} role="img" aria-label={label}>
      <text x="0" y="12">
        {PLAN.axis}
      </text>
      {levelsOf(floor, ceiling).map((level) => (
        <g key={level}>
          <line
            className={styles['axis']}
            x1={`${LEFT}%`}
            x2={`${LEFT + WIDTH}%`}
            y1={TOP + down(level)}
            y2={TOP + down(level)}
          />
          <text x="0" y={TOP + down(level) + 4}>
            {Math.round(level * 100)}
          </text>
        </g>
      ))}
      <svg
        x={`${LEFT}%`}
        y={TOP}
        width={`${WIDTH}%`}
        height={HEIGHT}
        viewBox={`0 0 1000 ${HEIGHT}`}
        preserveAspectRatio="none"
      >
        <polygon
          className={styles['band']}
          points={[...line(({ high }) => high), ...line(({ low }) => low).toReversed()].join(' ')}
        />
        <polyline className={styles['line']} points={line(({ middle }) => middle).join(' ')} />
      </svg>
      <End last={last} down={down} />
      {/* Of a plan for a day or two the middle is one of its ends. */}
      {names.map((name, index) =>
        name === names[index + 1] ? null : (
          <text
            key={name}
            className={index === 0 ? styles['today'] : undefined}
            x={`${LEFT + (WIDTH * index) / 2}%`}
            y={TOP + HEIGHT + 24}
            textAnchor={index === 0 ? 'start' : 'middle'}
          >
            {name}
          </text>
        ),
      )}
    </svg>
  )
}

/** The exam day: the band as a bar, the middle as a dot, each with its number where there is room. */
function End({ last, down }: { readonly last: Point; readonly down: (share: number) => number }) {
  const x = `${LEFT + WIDTH}%`
  const [high, middle, low] = [down(last.high), down(last.middle), down(last.low)]
  const isWide = middle - high > 13 && low - middle > 13
  return (
    <>
      <line className={styles['end']} x1={x} x2={x} y1={TOP + high} y2={TOP + low} />
      <circle className={styles['dot']} cx={x} cy={TOP + middle} r="4.5" />
      {(isWide ? [last.high, last.middle, last.low] : [last.middle]).map((share) => (
        <text
          key={share}
          className={styles['named']}
          x={`${LEFT + WIDTH + 2.5}%`}
          y={TOP + down(share) + 5}
        >
          {isWide ? Math.round(share * 100) : bandNumbers(last)}
        </text>
      ))}
    </>
  )
}

function levelsOf(floor: number, ceiling: number): number[] {
  const steps = Math.round((ceiling - floor) * 10)
  const every = steps > 5 ? 2 : 1
  return Array.from({ length: Math.floor(steps / every) + 1 }, (_, step) =>
    round(floor + (step * every) / 10),
  )
}

/** The first and the last day, and about eight between them. */
function tableDays(length: number): number[] {
  const last = Math.max(0, length - 1)
  const days = Array.from({ length: 9 }, (_, index) => Math.round((last * index) / 8))
  return [...new Set(days)]
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
