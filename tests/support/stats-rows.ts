import type { CatalogNote } from '../../src/core/catalog.ts'
import { splitCardId } from '../../src/core/note.ts'
import type { Review } from '../../src/core/review.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { footprintOf } from '../../src/core/stats/footprint.ts'
import { NOWHERE, statsPlaceOf } from '../../src/core/stats/place.ts'
import { addRows, storedRow } from '../../src/core/stats/rows.ts'
import type { Rows as StatsRows } from '../../src/core/stats/rows.ts'

/** The statistics that a log leaves, as the app itself would have counted them. */
export function statsRows(catalog: readonly CatalogNote[], reviews: readonly Review[]) {
  const places = new Map(catalog.map((note) => [note.id, statsPlaceOf(note)]))
  const sum: StatsRows = new Map()
  const footprints = [...Map.groupBy(reviews, ({ cardId }) => cardId)].map(([cardId, log]) =>
    footprintOf(log, places.get(splitCardId(cardId).noteId) ?? NOWHERE, DEFAULT_SCHEDULER),
  )
  for (const { rows } of footprints) addRows(sum, rows)
  return {
    days: [...sum].map(([key, cells]) => storedRow(key, cells)),
    tallies: footprints.flatMap(({ tally }) => tally ?? []),
  }
}
