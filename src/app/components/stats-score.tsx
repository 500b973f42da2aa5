import type { CoursePoint } from '../../core/plan-course.ts'
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
  /** Of all its cards the share recalled, or the share of the points. */
  readonly of: 'recall' | 'points'
  /** For which day each was: that of an exam, some days ahead as there was none, or some this and some that. */
  readonly for: 'exam' | 'ahead' | 'both'
  /** What was expected, 0 to 1, oldest first. */
  readonly expected: readonly BandPoint[]
  /** What the plan expected to be expected on each of its days; empty without a plan. */
  readonly plan: readonly CoursePoint[]
  /** The study day on which the plan was set last; null without one. */
  readonly planSet: StudyDayNumber | null
}

interface StatsScoreProps {
  readonly score: ScoreView
  readonly today: StudyDayNumber
}

/** What was expected of the exam day over time, with the line of the plan. */
export function StatsScore({ score, today }: StatsScoreProps) {
  const { exam, of, expected, plan, planSet } = score
  const name = (day: StudyDayNumber) => dayName(day, today)
  const title = STATS.score[of](exam)
  const last = expected.at(-1)
  const now = last ? `${intervalOf(last.low, last.high)} on ${name(last.day)}` : null
  const end = plan.at(-1)
  const set = planSet === null ? null : name(planSet)
  const aim =
    end && set !== null ? STATS.planAims(set, intervalOf(end.low, end.high), name(end.day)) : null
  const days = [...new Set([...expected, ...plan].map(({ day }) => day))].toSorted((a, b) => a - b)
  const [first, until] = [days.at(0), days.at(-1)]
  if (first === undefined || until === undefined) return null
  return (
    <Section title={title} aside={last ? intervalOf(last.low, last.high) : null}>
      <PlotBand
        points={expected}
        line={plan.length > 0 ? { points: plan, label: STATS.planLine } : null}
        today={today}
        ends={[name(first), name(until)]}
        label={[`${title}: ${now ?? STATS.nothingYet}`, aim].filter(Boolean).join('. ')}
      />
      <p className={`${styles['note']} small`}>
        {STATS.scoreNote[of](STATS.scoreFor[score.for])}{' '}
        {plan.length > 0 && set !== null ? STATS.planNote[of](set) : null}
      </p>
      <PlotTable
        caption={title}
        columns={[
          STATS.columns.day,
          STATS.columns.expected,
          ...(plan.length > 0 ? [STATS.columns.plan] : []),
        ]}
        rows={days
          .toReversed()
          .map((day) => [
            name(day),
            bandOn(expected, day),
            ...(plan.length > 0 ? [bandOn(plan, day)] : []),
          ])}
      />
    </Section>
  )
}

/** Where nothing was expected. */
const NONE = '–'

function bandOn(points: readonly BandPoint[], on: StudyDayNumber): string {
  const point = points.find(({ day }) => day === on)
  return point ? intervalOf(point.low, point.high) : NONE
}
