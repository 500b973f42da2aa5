import type { ExamId } from '../../core/note.ts'
import type { StudyDayNumber } from '../../core/time.ts'
import type { App } from '../app.ts'
import type { ScoreView } from '../components/stats-score.tsx'

/**
 * What was forecast of these exams from the day `from` on. Forecasts are not kept yet: readiness will write
 * them, and this is where they are read.
 */
export async function loadScores(
  _app: App,
  _exams: readonly ExamId[],
  _from: StudyDayNumber,
): Promise<readonly ScoreView[]> {
  return []
}
