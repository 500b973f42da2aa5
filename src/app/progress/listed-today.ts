import type { CardId } from '../../core/note.ts'
import { buildQueue } from '../../core/study/queue.ts'
import type { Settings } from '../../core/settings.ts'
import type { StudyDayNumber } from '../../core/time.ts'
import type { App } from '../app.ts'
import { loadStudyDay } from '../study-day.ts'

/** What Today has left, so that Progress says the same. */
export interface LeftToday {
  readonly all: ReadonlySet<CardId>
  /** Without new cards: what is due. */
  readonly asked: ReadonlySet<CardId>
}

export async function listedToday(
  app: App,
  settings: Settings,
  today: StudyDayNumber,
): Promise<LeftToday> {
  const { day } = await loadStudyDay(app.db, settings, today)
  const { entries } = buildQueue(day, {}, app.now())
  const seen = entries.filter(({ kind }) => kind !== 'new')
  return {
    all: new Set(entries.map(({ card }) => card.cardId)),
    asked: new Set(seen.map(({ card }) => card.cardId)),
  }
}
