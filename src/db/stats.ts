import { Dexie } from 'dexie'
import type { CardId, ExamId } from '../core/note.ts'
import type { CardState } from '../core/schedule.ts'
import type { CardTally } from '../core/stats/footprint.ts'
import { missedOptions } from '../core/stats/missed.ts'
import type { MissedOption } from '../core/stats/missed.ts'
import { examsOfPlace, names } from '../core/stats/place.ts'
import type { DayRow, RowKind } from '../core/stats/rows.ts'
import type { StudyDayNumber } from '../core/time.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'

/** What plots are drawn from, as it was at one moment. */
export interface StatsSnapshot {
  /** What was done from `from` on, oldest first. */
  readonly work: readonly DayRow[]
  /** How all cards seen stand. */
  readonly stand: readonly DayRow[]
  /** Every day with answers. */
  readonly studied: ReadonlySet<StudyDayNumber>
  /** States of suspended cards, with their places: they are never due. */
  readonly suspended: readonly { readonly state: CardState; readonly place: CardTally }[]
}

/**
 * Reads the snapshot by index: some rows a day, never the log and never all states.
 *
 * @param from null for everything
 */
export async function loadStats(db: StudyDb, from: StudyDayNumber | null): Promise<StatsSnapshot> {
  return withDb(db, () =>
    db.transaction('r', db.days, db.tallies, db.marks, db.cardStates, async () => {
      const [work, stand, keys, suspended] = await Promise.all([
        rowsOf(db, 'work', from ?? Dexie.minKey).toArray(),
        rowsOf(db, 'stand', Dexie.minKey).toArray(),
        rowsOf(db, 'work', Dexie.minKey).primaryKeys(),
        suspendedCards(db),
      ])
      return { work, stand, studied: new Set(keys.map(([, day]) => day)), suspended }
    }),
  )
}

function rowsOf(db: StudyDb, kind: RowKind, from: StudyDayNumber) {
  return db.days.where('[kind+day]').between([kind, from], [kind, Dexie.maxKey], true, true)
}

async function suspendedCards(db: StudyDb): Promise<StatsSnapshot['suspended']> {
  const marks = await db.marks.toArray()
  const ids = marks.filter(({ suspended }) => suspended).map(({ cardId }) => cardId)
  const [states, places] = [await db.cardStates.bulkGet(ids), await db.tallies.bulkGet(ids)]
  return states.flatMap((state, index) => {
    const place = places[index]
    return state && place ? [{ state, place }] : []
  })
}

/**
 * Options of wrong answers, most often first; right ones are among them where several are right. In years of
 * a heavy learner it is more than all other plots, so it is read by itself.
 *
 * @param from null for everything
 */
export async function loadMissed(
  db: StudyDb,
  from: StudyDayNumber | null,
  exam: ExamId | null,
  most: number,
): Promise<MissedOption[]> {
  return withDb(db, () =>
    from === null ? missedEver(db, exam, most) : missedSince(db, from, exam, most),
  )
}

async function missedSince(
  db: StudyDb,
  from: StudyDayNumber,
  exam: ExamId | null,
  most: number,
): Promise<MissedOption[]> {
  return missedOptions(await rowsOf(db, 'missed', from).toArray(), exam, most)
}

/** Of all days by the cards, as years of days would be too much to read; at their latest revision only. */
async function missedEver(db: StudyDb, exam: ExamId | null, most: number): Promise<MissedOption[]> {
  // oxlint-disable-next-line unicorn/no-array-reverse -- a collection, read from its end
  const byMisses = db.tallies.where('missed').above(0).reverse()
  const ofExam = (tally: CardTally) => exam === null || names(examsOfPlace(tally), exam)
  const tallies = await byMisses.filter(ofExam).limit(most).toArray()
  return tallies.flatMap(({ cardId, rev, chosen = {}, known = {} }) =>
    Object.entries(chosen).map(([option, times]) => ({
      cardId,
      rev,
      option,
      times,
      known: known[option] ?? 0,
    })),
  )
}

/** What the answers of every card come to, by card; cards never answered have none. */
export async function allTallies(db: StudyDb): Promise<ReadonlyMap<CardId, CardTally>> {
  const tallies = await withDb(db, () => db.tallies.toArray())
  return new Map(tallies.map((tally) => [tally.cardId, tally]))
}
