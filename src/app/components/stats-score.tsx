import type { StudyDayNumber } from '../../core/time.ts'
import { dayName } from '../words/dates.ts'
import { intervalOf, STATS } from '../words/stats.ts'
import { PlotBand } from './plot-band.tsx'
import type { BandPoint } from './plot-band.tsx'
import { PlotTable } from './plot-table.tsx'
import { Section } from './section.tsx'
import styles from './stats-bits.module.css'

/** What was expected of the exam day, and when. */
export interface ScoreView {
  readonly exam: string
  /** Expected share of the points, oldest first, at least one. */
  readonly points: readonly BandPoint[]
  /** What the plan brings by its own forecast, 0 to 1; null without a plan. */
  readonly plan: number | null
}

interface StatsScoreProps {
  readonly score: ScoreView
  readonly today: StudyDayNumber
}

/** Expected points on the exam day, as they were forecast over time, with the line of the plan. */
export function StatsScore({ score, today }: StatsScoreProps) {
  const { exam, points, plan } = score
  const name = (day: StudyDayNumber) => dayName(day, today)
  const [first, last] = [points.at(0), points.at(-1)]
  if (!first || !last) return null
  const now = intervalOf(last.low, last.high)
  return (
    <Section title={STATS.score(exam)} aside={now}>
      <PlotBand
        points={points}
        line={plan === null ? null : { value: plan, label: STATS.planLine }}
        ends={[name(first.day), name(last.day)]}
        label={`${STATS.score(exam)}: ${now} on ${name(last.day)}`}
      />
      <p className={`${styles['note']} small`}>{STATS.scoreNote}</p>
      <PlotTable
        caption={STATS.score(exam)}
        columns={[STATS.columns.day, STATS.columns.expected]}
        rows={points.toReversed().map(({ day, low, high }) => [name(day), intervalOf(low, high)])}
      />
    </Section>
  )
}
