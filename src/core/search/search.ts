import type { CardId } from '../note.ts'
import type { Query } from './parse.ts'
import type { SearchDay, SearchRow } from './row.ts'

/** The cards that a query finds, in the order of `rows`. */
export function searchCards(query: Query, rows: readonly SearchRow[], day: SearchDay): CardId[] {
  return searchRows(query, rows, day).map(({ cardId }) => cardId)
}

/** The rows that a query finds, in their order. Retired cards only where it asks for them. */
export function searchRows<Row extends SearchRow>(
  query: Query,
  rows: readonly Row[],
  day: SearchDay,
): Row[] {
  return rows.filter((row) => (query.asksRetired || !row.note.retired) && query.test(row, day))
}
