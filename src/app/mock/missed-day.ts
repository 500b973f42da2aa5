import { candidatesOf, missesOf, RAISED_DAYS, raisedBy } from '../../core/mock/misses.ts'
import type { StudyDay } from '../../core/study/study-day.ts'
import { DAY_MS } from '../../core/time.ts'
import type { StudyDb } from '../../db/db.ts'
import { finishedSince } from '../../db/mocks.ts'
import { statesOf } from '../../db/states.ts'

/**
 * The study day with the cards that the mock exams of the last days raise, and their states. Nothing of it
 * is stored: it follows from the runs, and from what was answered since.
 */
export async function withMisses(
  db: StudyDb,
  day: StudyDay,
  rolloverHour: number,
): Promise<StudyDay> {
  const finished = await finishedSince(db, (day.today - RAISED_DAYS - 1) * DAY_MS)
  // On its own day, and once it is over, an exam's cards rest.
  const misses = missesOf(finished, day.today, rolloverHour).filter(
    ({ exam }) => !day.planned?.resting.has(exam),
  )
  if (misses.length === 0) return day
  const unread = candidatesOf(misses, day.cards)
    .map(({ cardId }) => cardId)
    .filter((id) => day.seen.has(id) && !day.states.has(id))
  const states = new Map([...(await statesOf(db, unread)), ...day.states])
  const raised = raisedBy(misses, day.cards, states, day.today, day.memory)
  const kept = [...states].filter(([id]) => day.states.has(id) || raised.has(id))
  return { ...day, raised, states: new Map(kept) }
}
