import type { WorkFigures } from '../../core/stats/work-figures.ts'
import { RATINGS } from '../../core/rating.ts'
import { number, plural } from '../words/plural.ts'
import { percent } from '../words/progress.ts'
import { hourName, secondsOf, STATS, typeName } from '../words/stats.ts'
import { PlotAmounts } from './plot-amounts.tsx'
import { PlotBars } from './plot-bars.tsx'
import { PlotTable } from './plot-table.tsx'
import { Section } from './section.tsx'
import styles from './stats-bits.module.css'

interface StatsHabitsProps {
  readonly work: WorkFigures
}

/** At which hours of the day answers were given, and how many of them were right. */
export function StatsHours({ work }: StatsHabitsProps) {
  const { hours } = work
  const most = Math.max(...hours.map(({ answers }) => answers))
  const busiest = hours.findIndex(({ answers }) => answers === most)
  return (
    <Section title={STATS.hours} aside={most > 0 ? `most at ${hourName(busiest)}` : null}>
      {most === 0 ? (
        <p className={`${styles['note']} note`}>{STATS.none}</p>
      ) : (
        <>
          <PlotBars
            bars={hours.map(({ answers }, hour) => ({
              key: hour,
              value: answers,
              ...(hour % 6 === 0 && { label: String(hour) }),
              ...(hour === 23 && { label: '23' }),
            }))}
            most={number(most)}
            label={`${STATS.hours}: most answers, ${number(most)}, from ${hourName(busiest)}`}
          />
          <PlotTable
            caption={STATS.hours}
            columns={[STATS.columns.hour, STATS.answers, STATS.columns.right]}
            rows={hours.flatMap(({ answers, right }, hour) =>
              answers > 0 ? [[hourName(hour), number(answers), percent(right / answers)]] : [],
            )}
          />
        </>
      )}
    </Section>
  )
}

/** How long an answer takes, by kind of card. */
export function StatsTimes({ work }: StatsHabitsProps) {
  const rows = [...work.types]
    .map(([type, { answers, ms }]) => ({ type, answers, seconds: ms / answers / 1000 }))
    .toSorted((a, b) => b.seconds - a.seconds)
  return (
    <Section title={STATS.times}>
      {rows.length === 0 ? (
        <p className={`${styles['note']} note`}>{STATS.none}</p>
      ) : (
        <>
          <PlotAmounts
            rows={rows.map(({ type, answers, seconds }) => ({
              key: type,
              name: typeName(type),
              value: seconds,
              figure: secondsOf(seconds),
              basis: plural(answers, 'answer'),
            }))}
          />
          <PlotTable
            caption={STATS.times}
            columns={[STATS.byType, STATS.times, STATS.answers]}
            rows={rows.map(({ type, answers, seconds }) => [
              typeName(type),
              secondsOf(seconds),
              number(answers),
            ])}
          />
        </>
      )}
    </Section>
  )
}

/** How answers were rated. */
export function StatsRatings({ work }: StatsHabitsProps) {
  const all = RATINGS.reduce((sum, rating) => sum + work.ratings[rating], 0)
  const rows = RATINGS.map((rating) => ({
    rating,
    count: work.ratings[rating],
    share: percent(work.ratings[rating] / all),
  }))
  return (
    <Section title={STATS.ratings} aside={all > 0 ? plural(all, 'answer') : null}>
      {all === 0 ? (
        <p className={`${styles['note']} note`}>{STATS.none}</p>
      ) : (
        <>
          <PlotAmounts
            rows={rows.map(({ rating, count, share }) => ({
              key: rating,
              name: STATS.grades[rating],
              value: count,
              figure: share,
              basis: number(count),
            }))}
          />
          <PlotTable
            caption={STATS.ratings}
            columns={[STATS.ratings, STATS.answers, STATS.columns.share]}
            rows={rows.map(({ rating, count, share }) => [
              STATS.grades[rating],
              number(count),
              share,
            ])}
          />
        </>
      )}
    </Section>
  )
}
