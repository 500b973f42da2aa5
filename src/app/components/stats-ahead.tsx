import type { ReactNode } from 'react'
import type { ComingDay } from '../../core/plan/coming.ts'
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
  /** From today on. While what follows is worked out, what is set already. */
  readonly days: readonly ComingDay[]
  /** What follows is being worked out, was worked out, or could not be. */
  readonly state: 'working' | 'done' | 'failed'
  readonly today: StudyDayNumber
  /** Chooses how far ahead. */
  readonly choice: ReactNode
}

/** The coming days, as cards and as minutes: what is set already, and what is expected to follow. */
export function StatsAhead({ days, state, today, choice }: StatsAheadProps) {
  const cards = Math.round(sum(days.map((day) => day.cards)))
  const minutes = sum(days.map((day) => day.minutes))
  const said = `${plural(cards, 'card')}, ${minuteWords(minutes * 60_000)}`
  const over = `in ${plural(days.length, 'day')}`
  const most = highest(days.map((day) => day.cards))
  const longest = highest(days.map((day) => day.minutes))
  const labels = (index: number) => ({
    ...(index === 0 && { label: STATS.day }),
    ...(index === days.length - 1 && { label: dayName(days[index]?.day ?? today, today) }),
  })
  return (
    <Section title={STATS.forecast} aside={said}>
      {choice}
      <h3 className={styles['sub']}>{STATS.ofCards}</h3>
      <PlotBars
        bars={days.map((day, index) => ({
          key: day.day,
          value: day.cards,
          set: day.set,
          isNow: index === 0,
          ...labels(index),
        }))}
        most={number(Math.round(most))}
        label={`${STATS.ofCards}: ${plural(cards, 'card')} ${over}, ${number(Math.round(sum(days.map(({ set }) => set))))} of them set already, at most ${number(Math.round(most))} on one day`}
      />
      <ul className={`${styles['key']} small`}>
        <li>{STATS.forecastSet}</li>
        <li className={styles['keyExpected']}>{STATS.forecastExpected}</li>
      </ul>
      <h3 className={styles['sub']}>{STATS.ofMinutes}</h3>
      <PlotBars
        bars={days.map((day, index) => ({
          key: day.day,
          value: day.minutes,
          isNow: index === 0,
          ...labels(index),
        }))}
        most={number(Math.round(longest))}
        label={`${STATS.ofMinutes}: ${minuteWords(minutes * 60_000)} ${over}, at most ${number(Math.round(longest))} on one day`}
      />
      <output className={`${styles['note']} small`}>
        {state === 'working' ? `${STATS.forecastWorking}…` : null}
        {state === 'failed' ? STATS.forecastFailed : null}
      </output>
      <p className={`${styles['note']} small`}>{STATS.forecastNote}</p>
      <PlotTable
        caption={STATS.forecast}
        columns={[STATS.columns.day, STATS.columns.set, STATS.columns.expected, STATS.minutes]}
        rows={days.map((day) => [
          dayName(day.day, today),
          number(day.set),
          number(Math.round(day.cards)),
          minutesOf(day.minutes * 60_000),
        ])}
      />
    </Section>
  )
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}

function highest(values: readonly number[]): number {
  return Math.max(0, ...values)
}
