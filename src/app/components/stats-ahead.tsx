import type { ReactNode } from 'react'
import type { ForecastDay } from '../../core/stats/forecast.ts'
import type { StudyDayNumber } from '../../core/time.ts'
import { dayName } from '../words/dates.ts'
import { number, plural } from '../words/plural.ts'
import { minutesOf } from '../words/progress.ts'
import { minuteWords, STATS } from '../words/stats.ts'
import { PlotBars } from './plot-bars.tsx'
import { PlotTable } from './plot-table.tsx'
import { Section } from './section.tsx'
import styles from './stats-bits.module.css'

interface StatsAheadProps {
  readonly days: readonly ForecastDay[]
  readonly today: StudyDayNumber
  /** Chooses how far ahead. */
  readonly choice: ReactNode
}

/** What is due on the coming days, as cards and as minutes. */
export function StatsAhead({ days, today, choice }: StatsAheadProps) {
  const cards = days.reduce((sum, day) => sum + day.cards, 0)
  const minutes = days.reduce((sum, day) => sum + day.minutes, 0)
  const most = Math.max(...days.map((day) => day.cards))
  const said = `${plural(cards, 'card')}, ${minuteWords(minutes * 60_000)}`
  return (
    <Section title={STATS.forecast} aside={said}>
      {choice}
      <PlotBars
        bars={days.map(({ day, cards: value }, index) => ({
          key: day,
          value,
          isNow: index === 0,
          ...(index === 0 && { label: STATS.day }),
          ...(index === days.length - 1 && { label: dayName(day, today) }),
        }))}
        most={number(most)}
        label={`${STATS.forecast}: ${said} in ${plural(days.length, 'day')}, at most ${number(most)} on one`}
      />
      <p className={`${styles['note']} small`}>{STATS.forecastNote}</p>
      <PlotTable
        caption={STATS.forecast}
        columns={[STATS.columns.day, STATS.columns.cards, STATS.minutes]}
        rows={days.map((day) => [
          dayName(day.day, today),
          number(day.cards),
          minutesOf(day.minutes * 60_000),
        ])}
      />
    </Section>
  )
}
