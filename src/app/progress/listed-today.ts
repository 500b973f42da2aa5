import type { CardId } from '../../core/note.ts'
import { buildQueue } from '../../core/study/queue.ts'
import type { Settings } from '../../core/settings.ts'
import type { StudyDayNumber } from '../../core/time.ts'
import type { App } from '../app.ts'
import { loadStudyDay } from '../study-day.ts'

/** The cards that Today has left, so that Progress says the same. */
export async function listedToday(
  app: App,
  settings: Settings,
  today: StudyDayNumber,
): Promise<ReadonlySet<CardId>> {
  const { day } = await loadStudyDay(app.db, settings, today)
  return new Set(buildQueue(day, {}, app.now()).entries.map(({ card }) => card.cardId))
}
