import type { StudyDayNumber } from '../../core/time.ts'
import { weekdayOf } from '../../core/plan-settings.ts'
import { firstDayOf, monthOf, weekOf } from '../../core/stats/calendar.ts'
import { monthShort, STATS } from '../words/stats.ts'
import styles from './plot.module.css'

interface PlotCalendarProps {
  /** Minutes by day. */
  readonly minutes: ReadonlyMap<StudyDayNumber, number>
  readonly from: StudyDayNumber
  readonly today: StudyDayNumber
  readonly label: string
}

const CELL = 13
const RIGHT = 30
const TOP = 16
/** A year and the week that it began in. */
const MOST_WEEKS = 53

/**
 * Days as squares, a column a week, Monday on top: the stronger, the more minutes. Where there is no room for
 * all weeks the first ones are cut off, and the days are named at the right.
 */
export function PlotCalendar({ minutes, from, today, label }: PlotCalendarProps) {
  const end = weekOf(today)
  const start = Math.max(weekOf(from), end - (MOST_WEEKS - 1) * 7)
  const weeks = (end - start) / 7 + 1
  const width = weeks * CELL
  const levelOf = levels([...minutes.values()])
  const x = (day: StudyDayNumber) => ((weekOf(day) - start) / 7) * CELL
  return (
    <div className={styles['calendar']}>
      <svg
        width={width + RIGHT}
        height={TOP + 7 * CELL}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing, named as a whole
        role="img"
        aria-label={label}
      >
        {monthsBetween(Math.max(from, start), today).map((month) => (
          <text key={month} x={x(Math.max(firstDayOf(month), start))} y="10">
            {monthShort(firstDayOf(month))}
          </text>
        ))}
        {[0, 2, 4, 6].map((weekday) => (
          <text key={weekday} x={width + 4} y={TOP + weekday * CELL + 10}>
            {STATS.weekdays[weekday]}
          </text>
        ))}
        {daysBetween(Math.max(start, from), today).map((day) => (
          <rect
            key={day}
            className={styles[`level${levelOf(minutes.get(day) ?? 0)}`]}
            x={x(day)}
            y={TOP + weekdayOf(day) * CELL}
            width={CELL - 2}
            height={CELL - 2}
            rx="2"
          />
        ))}
        <rect
          className={styles['today']}
          x={x(today)}
          y={TOP + weekdayOf(today) * CELL}
          width={CELL - 2}
          height={CELL - 2}
          rx="2"
        />
      </svg>
    </div>
  )
}

/** Four strengths, so that a quarter of the days studied have each. */
function levels(minutes: readonly number[]): (value: number) => number {
  const sorted = minutes.filter((value) => value > 0).toSorted((a, b) => a - b)
  const bounds = [0.25, 0.5, 0.75].map((share) => sorted[Math.floor(sorted.length * share)] ?? 0)
  return (value) => (value <= 0 ? 0 : 1 + bounds.filter((bound) => value > bound).length)
}

/** Months with room for their name. */
function monthsBetween(from: StudyDayNumber, to: StudyDayNumber): number[] {
  const [first, last] = [monthOf(from), monthOf(to)]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    (month) => firstDayOf(month) >= from || firstDayOf(month + 1) - from > 21,
  )
}

function daysBetween(from: StudyDayNumber, to: StudyDayNumber): StudyDayNumber[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
}
