import { scopeFilter } from '../../core/study/queue.ts'
import type { Scope } from '../../core/study/queue.ts'
import type { StudyMode } from '../../core/study/session-queue.ts'
import type { StudyDay } from '../../core/study/study-day.ts'
import type { Settings } from '../../core/settings.ts'
import type { StudyDayNumber } from '../../core/time.ts'
import type { StudyDb } from '../../db/db.ts'
import { statesOf } from '../../db/states.ts'
import { loadStudyDay } from '../study-day.ts'

/** Reads a study day with all states that a session of this mode may ask about. */
export async function loadSessionDay(
  db: StudyDb,
  settings: Settings,
  today: StudyDayNumber,
  mode: StudyMode,
  scope: Scope,
): Promise<StudyDay> {
  const { day } = await loadStudyDay(db, settings, today)
  return withStatesFor(db, day, mode, scope)
}

/** Adds the states of the cards in scope that are not due: needed to study ahead and to cram. */
export async function withStatesFor(
  db: StudyDb,
  day: StudyDay,
  mode: StudyMode,
  scope: Scope,
): Promise<StudyDay> {
  if (mode === 'study') return day
  const inScope = scopeFilter(day, scope)
  const ids = day.cards.filter(inScope).map(({ cardId }) => cardId)
  const states = await statesOf(
    db,
    ids.filter((id) => day.seen.has(id)),
  )
  return { ...day, states: new Map([...states, ...day.states]) }
}
