import type { CurvePoint, RecallCurve } from '../../core/recall-curve.ts'
import type { StudyDayNumber } from '../../core/time.ts'
import { percent } from '../words/progress.ts'
import styles from './recall-curve.module.css'

interface RecallCurveChartProps {
  readonly curve: RecallCurve
  /** Wanted recall at the due moment, 0 to 1: the dotted line. */
  readonly wanted: number
  /** Says what the chart shows. */
  readonly label: string
  readonly names: CurveNames
}

interface CurveNames {
  /** "2 Nov": the first day drawn. */
  readonly from: string
  readonly today: string
  readonly to: string
  /** "due 9 Dec". */
  readonly due: string
}

/** Recall of one card over time: a solid line for what was, a dashed one for what is expected. */
export function RecallCurveChart({ curve, wanted, label, names }: RecallCurveChartProps) {
  const plot = plotOf(curve, wanted)
  return (
    <div className={styles['plot']}>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing, named as a whole */}
      <svg className={styles['chart']} height="222" role="img" aria-label={label}>
        <svg className={styles['frame']} x="44" width="82%" height="222">
          <Levels plot={plot} wanted={wanted} />
          <svg
            y={TOP}
            width="100%"
            height={HEIGHT}
            viewBox={`0 0 1000 ${HEIGHT}`}
            preserveAspectRatio="none"
          >
            <polyline
              className={styles['past']}
              points={plot.line(curve.past.flatMap(({ points }) => points))}
            />
            <polyline className={styles['ahead']} points={plot.line(curve.ahead)} />
          </svg>
          <Reviews plot={plot} past={curve.past} />
          <Expected plot={plot} curve={curve} due={names.due} />
          <Days plot={plot} curve={curve} names={names} />
        </svg>
      </svg>
    </div>
  )
}

/** The plot: pixels downwards, where labels keep their size, and per cent of its width across. */
const TOP = 20
const HEIGHT = 170

interface Plot {
  /** The recall at which the plot starts, 0 to 1. */
  readonly floor: number
  readonly x: (day: StudyDayNumber) => number
  readonly y: (recall: number) => number
  readonly line: (points: readonly CurvePoint[]) => string
}

function plotOf({ from, to, past, ahead }: RecallCurve, wanted: number): Plot {
  const points = [...past.flatMap((stretch) => stretch.points), ...ahead]
  const lowest = points.reduce((low, { recall }) => Math.min(low, recall), wanted)
  const floor = [0.6, 0.4].find((start) => lowest >= start) ?? 0
  const across = (day: StudyDayNumber) => (day - from) / (to - from)
  const down = (recall: number) => ((1 - Math.max(floor, recall)) / (1 - floor)) * HEIGHT
  return {
    floor,
    x: (day) => round(across(day) * 100),
    y: (recall) => round(TOP + down(recall)),
    line: (line) =>
      line
        .map(({ day, recall }) => `${round(across(day) * 1000)},${round(down(recall))}`)
        .join(' '),
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

function Levels({ plot, wanted }: { readonly plot: Plot; readonly wanted: number }) {
  const levels = [
    { recall: 1, look: styles['axis'] },
    { recall: wanted, look: styles['dotted'] },
    { recall: plot.floor, look: styles['axis'] },
  ]
  return levels.map(({ recall, look }) => (
    <g key={recall}>
      <line className={look} x1="0" x2="100%" y1={plot.y(recall)} y2={plot.y(recall)} />
      <text x="-8" y={plot.y(recall) + 4} textAnchor="end">
        {recall === plot.floor ? percent(recall) : Math.round(recall * 100)}
      </text>
    </g>
  ))
}

interface ReviewsProps {
  readonly plot: Plot
  readonly past: RecallCurve['past']
}

/** A filled dot for each day with a review, an open one where the card was forgotten. */
function Reviews({ plot, past }: ReviewsProps) {
  return past.map(({ day, forgotten, isDrawn }) =>
    isDrawn ? (
      <circle
        key={day}
        className={forgotten ? styles['forgotten'] : styles['review']}
        cx={`${plot.x(day)}%`}
        cy={TOP}
        r={forgotten ? 4 : 3.5}
      />
    ) : null,
  )
}

interface ExpectedProps {
  readonly plot: Plot
  readonly curve: RecallCurve
  readonly due: string
}

/** Open dots for what is expected: on the day on which the card is due, and at the end. */
function Expected({ plot, curve, due }: ExpectedProps) {
  const last = curve.ahead.at(-1)
  const dueAt = curve.ahead.find(({ day }) => day === curve.dueDay && day > curve.today)
  return (
    <>
      {dueAt ? (
        <>
          <circle
            className={styles['expected']}
            cx={`${plot.x(dueAt.day)}%`}
            cy={plot.y(dueAt.recall)}
            r="4.5"
          />
          <text
            className={styles['named']}
            x={`${plot.x(dueAt.day) + 1}%`}
            y={plot.y(dueAt.recall) - 9}
            textAnchor={plot.x(dueAt.day) > 75 ? 'end' : 'start'}
          >
            {due}
          </text>
        </>
      ) : null}
      {last ? (
        <>
          <circle
            className={styles['expected']}
            cx={`${plot.x(last.day)}%`}
            cy={plot.y(last.recall)}
            r="4.5"
          />
          <text className={styles['named']} x="100%" dx="9" y={plot.y(last.recall) + 4}>
            {Math.round(last.recall * 100)}
          </text>
        </>
      ) : null}
    </>
  )
}

interface DaysProps {
  readonly plot: Plot
  readonly curve: RecallCurve
  readonly names: CurveNames
}

/** Widths in rem from which a label is shown; recall-curve.module.css has a class for each. */
const WIDTHS = [10, 14, 18, 24, 32, 44]

/** What shows a label only where the plot is so wide that its share of it is `rem` wide; null for nowhere. */
function shownFrom(rem: number, share: number): string | null {
  const width = WIDTHS.find((each) => (each * share) / 100 >= rem)
  return width === undefined ? null : (styles[`from${width}`] ?? null)
}

/** What labels take in rem, with half of "today" beside them. */
const FIRST_REM = 4.4
const LAST_REM = 6.8

/** The days below the plot: its ends and today. An end is left out where it would touch today. */
function Days({ plot, curve, names }: DaysProps) {
  const today = plot.x(curve.today)
  const y = TOP + HEIGHT + 22
  const [first, last] = [shownFrom(FIRST_REM, today), shownFrom(LAST_REM, 100 - today)]
  return (
    <>
      {first === null ? null : (
        <text className={first} x="0" y={y}>
          {names.from}
        </text>
      )}
      <line
        className={styles['dotted']}
        x1={`${today}%`}
        x2={`${today}%`}
        y1={TOP}
        y2={TOP + HEIGHT}
      />
      <text
        className={styles['today']}
        x={`${today}%`}
        y={y}
        textAnchor={today < 10 ? 'start' : today > 90 ? 'end' : 'middle'}
      >
        {names.today}
      </text>
      {last === null ? null : (
        <text className={last} x="100%" y={y} textAnchor="end">
          {names.to}
        </text>
      )}
    </>
  )
}
