import type { Schedulers } from '../core/scheduler.ts'
import { footprintKey } from '../core/stats/footprint.ts'
import type { StudyDayNumber } from '../core/time.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'
import { DAYS_KEY } from './projection.ts'

/** Cards of the same exams that are due on a day. */
export interface DueLoad {
  readonly day: StudyDayNumber
  /** The exams, sorted and joined by `+`; null where only the number of all cards is known. */
  readonly exams: string | null
  readonly cards: number
}

/**
 * How many cards are due on each of the days from `from` to `to`. Reads one row a day of the statistics, or
 * counts by index where those have not been counted yet.
 */
export async function dueLoads(
  db: StudyDb,
  settings: Schedulers,
  from: StudyDayNumber,
  to: StudyDayNumber,
): Promise<DueLoad[]> {
  return withDb(db, () =>
    db.transaction('r', db.local, db.days, db.cardStates, async () => {
      const [counted, rows] = await Promise.all([
        db.local.get(DAYS_KEY),
        db.days.where('[kind+day]').between(['stand', from], ['stand', to], true, true).toArray(),
      ])
      if (counted?.value !== footprintKey(settings)) return counts(db, from, to)
      return rows.flatMap(({ day, cells }) =>
        Object.entries(cells).flatMap(([cell, [cards = 0]]) => {
          const [kind, exams = ''] = cell.split('|')
          return kind === 'u' ? [{ day, exams, cards }] : []
        }),
      )
    }),
  )
}

async function counts(db: StudyDb, from: StudyDayNumber, to: StudyDayNumber): Promise<DueLoad[]> {
  const days = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const cards = await Promise.all(days.map((day) => db.cardStates.where({ dueDay: day }).count()))
  return days.map((day, index) => ({ day, exams: null, cards: cards[index] ?? 0 }))
}
