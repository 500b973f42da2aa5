import { monthOf, firstDayOf, weekOf } from '../../core/stats/calendar.ts'
import type { DayWork } from '../../core/stats/work-figures.ts'
import type { StudyDayNumber } from '../../core/time.ts'
import { dayName } from '../words/dates.ts'
import { number, plural } from '../words/plural.ts'
import { minutesOf, percent } from '../words/progress.ts'
import { minuteWords, monthLong, ofReviews, STATS, streakSentence } from '../words/stats.ts'
import { PlotBars } from './plot-bars.tsx'
import { PlotCalendar } from './plot-calendar.tsx'
import { PlotTable } from './plot-table.tsx'
import { Section } from './section.tsx'
import styles from './stats-bits.module.css'

interface StatsWorkProps {
  /** Days with answers, oldest first. */
  readonly days: readonly DayWork[]
  readonly from: StudyDayNumber
  readonly today: StudyDayNumber
}

interface SummaryProps extends Omit<StatsWorkProps, 'from'> {
  readonly streak: number
  readonly hasPlan: boolean
}

/** What was done today and in the last seven days. */
export function StatsSummary({ days, today, streak, hasPlan }: SummaryProps) {
  const week = sumOf(days.filter(({ day }) => day > today - 7))
  const done = sumOf(days.filter(({ day }) => day === today))
  const inRow = streakSentence(streak, hasPlan)
  return (
    <Section title={STATS.summary}>
      <table className={`${styles['table']} ${styles['summary']}`}>
        <caption className="vh">{STATS.summary}</caption>
        <thead>
          <tr>
            <th scope="col" className="vh">
              {STATS.columns.figure}
            </th>
            <th scope="col">{STATS.day}</th>
            <th scope="col">{STATS.week}</th>
          </tr>
        </thead>
        <tbody>
          {(
            [
              [STATS.answers, number(done.answers), number(week.answers)],
              [STATS.minutes, minutesOf(done.ms), minutesOf(week.ms)],
              [STATS.fresh, number(done.fresh), number(week.fresh)],
              [STATS.retention, recalledOf(done), recalledOf(week)],
              [STATS.days, number(done.days), number(week.days)],
            ] as const
          ).map(([name, day, all]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{day}</td>
              <td>{all}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {inRow === null ? null : <p className={`${styles['note']} note`}>{inRow}</p>}
    </Section>
  )
}

/** Answers and minutes of each day: as a calendar, and as bars of days, weeks or months. */
export function StatsWork({ days, from, today }: StatsWorkProps) {
  const sum = sumOf(days)
  const steps = stepsOf(days, from, today)
  const minutes = new Map(days.map(({ day, ms }) => [day, ms / 60_000]))
  const most = Math.max(...steps.map(({ answers }) => answers))
  const said = `${plural(sum.answers, 'answer')} in ${minuteWords(sum.ms)} on ${plural(sum.days, 'day')}`
  return (
    <Section title={STATS.work} aside={said}>
      {days.length === 0 ? (
        <p className={`${styles['note']} note`}>{STATS.none}</p>
      ) : (
        <>
          <PlotCalendar
            minutes={minutes}
            from={from}
            today={today}
            label={`${STATS.calendar}: ${said}`}
          />
          <PlotBars
            bars={steps.map(({ start, answers, name }, index) => ({
              key: start,
              value: answers,
              isNow: index === steps.length - 1,
              ...((index === 0 || index === steps.length - 1) && { label: name }),
            }))}
            most={number(most)}
            label={`${STATS.answers}, ${steps[0]?.name ?? ''} to ${steps.at(-1)?.name ?? ''}: at most ${number(most)}`}
          />
          <PlotTable
            caption={STATS.work}
            columns={[STATS.columns.from, STATS.answers, STATS.minutes, STATS.fresh]}
            rows={steps
              .toReversed()
              .map(({ name, answers, ms, fresh }) => [
                name,
                number(answers),
                minutesOf(ms),
                number(fresh),
              ])}
          />
        </>
      )}
    </Section>
  )
}

/** "88 % of 41", and a dash where nothing was due. */
function recalledOf({ reviews, recalled }: Pick<DayWork, 'reviews' | 'recalled'>): string {
  return reviews === 0 ? '–' : `${percent(recalled / reviews)} ${ofReviews(reviews)}`
}

interface Step {
  readonly start: StudyDayNumber
  readonly name: string
  readonly answers: number
  readonly ms: number
  readonly fresh: number
}

/** Steps that a bar can be drawn for on a phone. */
const MOST_BARS = 92

/** The range in days, in weeks or in months: as fine as there is room for. */
function stepsOf(days: readonly DayWork[], from: number, today: number): Step[] {
  const length = today - from + 1
  const startOf =
    length <= MOST_BARS
      ? (day: StudyDayNumber) => day
      : length <= MOST_BARS * 7
        ? weekOf
        : (day: StudyDayNumber) => firstDayOf(monthOf(day))
  const isMonth = length > MOST_BARS * 7
  const byStart = Map.groupBy(days, ({ day }) => startOf(day))
  const steps: Step[] = []
  for (let day = from; day <= today; day++) {
    const start = startOf(day)
    if (steps.at(-1)?.start === start) continue
    const name = isMonth ? monthLong(start) : dayName(Math.max(start, from), today)
    steps.push({ start, name, ...sumOf(byStart.get(start) ?? []) })
  }
  return steps
}

function sumOf(days: readonly DayWork[]) {
  return days.reduce(
    (sum, { answers, ms, fresh, reviews, recalled }) => ({
      answers: sum.answers + answers,
      ms: sum.ms + ms,
      fresh: sum.fresh + fresh,
      reviews: sum.reviews + reviews,
      recalled: sum.recalled + recalled,
      days: sum.days + 1,
    }),
    { answers: 0, ms: 0, fresh: 0, reviews: 0, recalled: 0, days: 0 },
  )
}
