import type { ExamId } from '../../core/note.ts'
import { lineOf } from '../../core/plan-course.ts'
import { pointsOfRecall } from '../../core/readiness/simulate.ts'
import type { StudyDayNumber } from '../../core/time.ts'
import { coursesOf } from '../../db/courses.ts'
import { forecastsOf } from '../../db/forecasts.ts'
import type { App } from '../app.ts'
import type { ScoreView } from '../components/stats-score.tsx'

/**
 * What was forecast of these exams from the day `from` on, or ever, and what their plans expected. Expected
 * recall comes with the first card, points once there are mock exams; those of which nothing is known are
 * left out.
 */
export async function loadScores(
  app: App,
  exams: readonly ExamId[],
  from: StudyDayNumber | null,
  examDays: ReadonlyMap<ExamId, StudyDayNumber>,
): Promise<readonly ScoreView[]> {
  const views = await Promise.all(
    exams.map((exam) => scoresOf(app, exam, from, examDays.get(exam))),
  )
  return views.flat()
}

async function scoresOf(
  app: App,
  exam: ExamId,
  from: StudyDayNumber | null,
  examDay: StudyDayNumber | undefined,
): Promise<readonly ScoreView[]> {
  const [entries, courses] = await Promise.all([forecastsOf(app.db, exam), coursesOf(app.db, exam)])
  const isIn = ({ day }: { readonly day: StudyDayNumber }) => from === null || day >= from
  const forecasts = entries.filter((entry) => entry.kind === 'forecast').filter(isIn)
  const plan = lineOf(courses).filter(isIn)
  const recall = forecasts.map(({ day, recall: band }) => ({ day, ...band }))
  const points = forecasts.flatMap(({ day, points: band }) => (band ? [{ day, ...band }] : []))
  const asPoints = plan.map(({ day, low, middle, high }) => ({
    day,
    low: pointsOfRecall(low),
    middle: pointsOfRecall(middle),
    high: pointsOfRecall(high),
  }))
  const dated = new Set([examDay, ...courses.map((course) => course.examDay)])
  const isDated = forecasts.map(({ forDay }) => dated.has(forDay))
  const kind = isDated.every(Boolean) ? 'exam' : isDated.some(Boolean) ? 'both' : 'ahead'
  const planSet = courses.at(-1)?.from ?? null
  const views: readonly ScoreView[] = [
    { exam, of: 'points', for: kind, expected: points, plan: asPoints, planSet },
    { exam, of: 'recall', for: kind, expected: recall, plan, planSet },
  ]
  // The plan alone is worth a plot, but once.
  return views.filter(
    ({ of, expected }) => expected.length > 0 || (of === 'recall' && plan.length > 0),
  )
}
