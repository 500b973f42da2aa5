import { splitCardId } from '../core/note.ts'
import type { CardId, NoteId } from '../core/note.ts'
import type { Review } from '../core/review.ts'
import { schedulerKey } from '../core/scheduler.ts'
import type { Schedulers } from '../core/scheduler.ts'
import { footprintKey, footprintOf } from '../core/stats/footprint.ts'
import { NOWHERE, statsPlaceOf } from '../core/stats/place.ts'
import type { StatsPlace } from '../core/stats/place.ts'
import { addRows, storedRow } from '../core/stats/rows.ts'
import type { Rows } from '../core/stats/rows.ts'
import type { ExamRow, StudyDb } from './db.ts'
import { placesOfNotes, putDifference, putTallies } from './days.ts'
import { reviewsOfCard } from './log.ts'
import { DAYS_KEY, PROJECTION_KEY } from './projection.ts'
import type { OnProgress } from './projection.ts'
import { reviewsAfter } from './reviews-after.ts'

/** Row of `local` that says which catalogs the places of the statistics were taken from. */
const PLACES_KEY = 'days/places'

/**
 * Computes all card states and statistics anew from the log. Inside a transaction over
 * `PROJECTION_TABLES`: until it is done the old ones stand, also if it fails.
 */
export async function project(
  db: StudyDb,
  settings: Schedulers,
  onProgress?: OnProgress,
): Promise<void> {
  const exams = await db.exams.toArray()
  const places = placesOfCatalogs(exams)
  const sum: Rows = new Map()
  await Promise.all([db.cardStates.clear(), db.tallies.clear(), db.days.clear()])
  await eachBatch(
    db,
    async (batch) => {
      const logs = Map.groupBy(batch, ({ cardId }) => cardId)
      const lost = [...logs.keys()].map(noteIdOf).filter((id) => !places.has(id))
      const retired = await placesOfNotes(db, lost)
      const placeOf = (cardId: CardId) =>
        places.get(noteIdOf(cardId)) ?? retired.get(noteIdOf(cardId)) ?? NOWHERE
      const footprints = [...logs].map(([cardId, log]) =>
        footprintOf(log, placeOf(cardId), settings),
      )
      for (const { rows } of footprints) addRows(sum, rows)
      await Promise.all([
        db.cardStates.bulkPut(footprints.flatMap(({ state }) => state ?? [])),
        db.tallies.bulkPut(footprints.flatMap(({ tally }) => tally ?? [])),
      ])
    },
    onProgress,
  )
  await db.days.bulkPut([...sum].map(([key, cells]) => storedRow(key, cells)))
  await db.local.bulkPut([
    { key: PROJECTION_KEY, value: schedulerKey(settings) },
    { key: DAYS_KEY, value: footprintKey(settings) },
    { key: PLACES_KEY, value: editionOf(exams) },
  ])
}

/**
 * Counts the cards whose notes stand elsewhere by now under their new places: a release or the learner
 * moved them, or they were not known here before. Inside a transaction over `PROJECTION_TABLES`.
 *
 * @returns whether anything changed
 */
export async function replace(db: StudyDb, settings: Schedulers): Promise<boolean> {
  const exams = await db.exams.toArray()
  const edition = editionOf(exams)
  if ((await db.local.get(PLACES_KEY))?.value === edition) return false
  const places = placesOfCatalogs(exams)
  const sum: Rows = new Map()
  for (const tally of await db.tallies.toArray()) {
    const place = places.get(noteIdOf(tally.cardId))
    if (!place || isSame(place, tally)) continue
    const log = await reviewsOfCard(db, tally.cardId)
    addRows(sum, footprintOf(log, tally, settings).rows, -1)
    const after = footprintOf(log, place, settings)
    addRows(sum, after.rows)
    await putTallies(db, [[tally.cardId, after.tally]])
    // By which exam's settings it goes may be another now.
    if (settings.own && after.state) await db.cardStates.put(after.state)
  }
  await putDifference(db, sum)
  await db.local.put({ key: PLACES_KEY, value: edition })
  return sum.size > 0
}

/**
 * Goes through the whole log, some cards at a time, inside a transaction on `reviews`. Each batch holds
 * whole logs of cards.
 */
export async function eachBatch(
  db: StudyDb,
  action: (batch: readonly Review[]) => Promise<void> | void,
  onProgress?: OnProgress,
): Promise<void> {
  const total = await db.reviews.count()
  let done = 0
  let batch = await reviewsAfter(db, null)
  while (batch.length > 0) {
    await action(batch)
    done += batch.length
    onProgress?.(done, total)
    batch = await reviewsAfter(db, batch.at(-1)?.cardId ?? null)
  }
}

function placesOfCatalogs(exams: readonly ExamRow[]): ReadonlyMap<NoteId, StatsPlace> {
  return new Map(
    exams.flatMap(({ catalog }) => catalog.map((note) => [note.id, statsPlaceOf(note)] as const)),
  )
}

/** A text that differs once the place of a note may be another. The own decks have no version. */
function editionOf(exams: readonly ExamRow[]): string {
  return JSON.stringify(
    exams.map(({ exam, version, catalog }) => [
      exam,
      version || catalog.map(({ id, skills, type }) => [id, type, ...skills]),
    ]),
  )
}

function isSame(a: StatsPlace, b: StatsPlace): boolean {
  return a.domains === b.domains && a.type === b.type
}

function noteIdOf(cardId: CardId): NoteId {
  return splitCardId(cardId).noteId
}
