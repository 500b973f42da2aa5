import { splitCardId } from '../core/note.ts'
import type { CardId, NoteId } from '../core/note.ts'
import type { Review } from '../core/review.ts'
import type { Schedulers } from '../core/scheduler.ts'
import { footprintKey, footprintOf } from '../core/stats/footprint.ts'
import type { CardTally } from '../core/stats/footprint.ts'
import { NOWHERE, statsPlaceOf } from '../core/stats/place.ts'
import type { StatsPlace } from '../core/stats/place.ts'
import { addRows, cellsOf, partsOfKey, storedRow } from '../core/stats/rows.ts'
import type { Rows } from '../core/stats/rows.ts'
import type { StudyDb } from './db.ts'
import { DAYS_KEY } from './projection.ts'

/** The log of a card as it was, and as it is now. */
export interface LogChange {
  readonly cardId: CardId
  readonly before: readonly Review[]
  readonly after: readonly Review[]
}

/**
 * Whether the statistics are kept up to date with these settings. If they were counted with others, as
 * when two tabs disagree, they are marked as outdated. Inside a transaction over `local`.
 */
export async function areDaysKept(db: StudyDb, settings: Schedulers): Promise<boolean> {
  const stored = await db.local.get(DAYS_KEY)
  if (!stored) return false
  if (stored.value === footprintKey(settings)) return true
  await db.local.delete(DAYS_KEY)
  return false
}

/**
 * Brings the statistics up to date with what changed in the logs of some cards: what each card's log left
 * in them is taken away, and what it leaves now is added. Inside a transaction over `days`, `tallies` and
 * `notes`.
 */
export async function countChanges(
  db: StudyDb,
  changes: readonly LogChange[],
  settings: Schedulers,
): Promise<void> {
  const ids = changes.map(({ cardId }) => cardId)
  const known = await db.tallies.bulkGet(ids)
  const fresh = ids.filter((_, index) => known[index] === undefined)
  const places = await placesOfNotes(db, fresh.map(noteIdOf))
  const sum: Rows = new Map()
  const tallies = changes.map(({ cardId, before, after }, index) => {
    // What was counted under one place is taken away there, also if the note has moved since.
    const place = known[index] ?? places.get(noteIdOf(cardId)) ?? NOWHERE
    addRows(sum, footprintOf(before, place, settings).rows, -1)
    const footprint = footprintOf(after, place, settings)
    addRows(sum, footprint.rows)
    return [cardId, footprint.tally] as const
  })
  await Promise.all([putDifference(db, sum), putTallies(db, tallies)])
}

/** Adds a difference to the stored rows; those that come to nothing go. */
export async function putDifference(db: StudyDb, difference: Rows): Promise<void> {
  const keys = [...difference.keys()]
  const stored = await db.days.bulkGet(keys.map(partsOfKey))
  const rows: Rows = new Map()
  stored.forEach((row, index) => {
    const key = keys[index]
    if (row && key !== undefined) rows.set(key, cellsOf(row))
  })
  addRows(rows, difference)
  const gone = keys.filter((key) => !rows.has(key))
  await Promise.all([
    db.days.bulkPut([...rows].map(([key, cells]) => storedRow(key, cells))),
    gone.length > 0 ? db.days.bulkDelete(gone.map(partsOfKey)) : null,
  ])
}

export async function putTallies(
  db: StudyDb,
  tallies: readonly (readonly [CardId, CardTally | null])[],
): Promise<void> {
  const gone = tallies.flatMap(([cardId, tally]) => (tally ? [] : [cardId]))
  await Promise.all([
    db.tallies.bulkPut(tallies.flatMap(([, tally]) => tally ?? [])),
    gone.length > 0 ? db.tallies.bulkDelete(gone) : null,
  ])
}

/** Where notes stand, by id, as their stored text says; unknown ones are left out. */
export async function placesOfNotes(
  db: StudyDb,
  ids: readonly NoteId[],
): Promise<ReadonlyMap<NoteId, StatsPlace>> {
  if (ids.length === 0) return new Map()
  const notes = await db.notes.bulkGet([...new Set(ids)])
  return new Map(
    notes.flatMap((note) =>
      note ? [[note.id, statsPlaceOf({ ...note, type: note.body.type })] as const] : [],
    ),
  )
}

function noteIdOf(cardId: CardId): NoteId {
  return splitCardId(cardId).noteId
}
