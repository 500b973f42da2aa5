import type { ExamId } from '../../core/note.ts'
import type { StudyDayNumber } from '../../core/time.ts'
import { forecastsOf } from '../../db/forecasts.ts'
import type { App } from '../app.ts'
import type { ScoreView } from '../components/stats-score.tsx'

/**
 * What was forecast of these exams from the day `from` on, or ever; those of which nothing could be said are left out.
 * What a plan brings is simulated where the plan is made and not kept, so that there is no line for it yet.
 */
export async function loadScores(
  app: App,
  exams: readonly ExamId[],
  from: StudyDayNumber | null,
): Promise<readonly ScoreView[]> {
  const views = await Promise.all(exams.map((exam) => scoreOf(app, exam, from)))
  return views.filter(({ points }) => points.length > 0)
}

async function scoreOf(app: App, exam: ExamId, from: StudyDayNumber | null): Promise<ScoreView> {
  const entries = await forecastsOf(app.db, exam)
  const points = entries.flatMap((entry) =>
    entry.kind === 'forecast' && entry.points !== null && (from === null || entry.day >= from)
      ? [{ day: entry.day, ...entry.points }]
      : [],
  )
  return { exam, points, plan: null }
}
