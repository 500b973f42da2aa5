import type { CardId } from '../../core/note.ts'
import { parseQuery } from '../../core/search/parse.ts'
import type { Problem } from '../../core/search/parse.ts'
import { searchCards } from '../../core/search/search.ts'
import type { App } from '../app.ts'
import { Collection } from './collection.ts'

/** The cards that a query finds, or why it is not understood. */
export type Found =
  | { readonly cards: readonly CardId[]; readonly problem: null }
  | { readonly cards: null; readonly problem: Problem }

/**
 * Looks for cards as the list does, for a session over what was found.
 *
 * @throws StorageFault where the cards could not be read
 */
export async function findCards(app: App, text: string): Promise<Found> {
  const { query, problem } = parseQuery(text)
  if (!query) return { cards: null, problem }
  const collection = new Collection(app)
  await collection.open()
  await collection.wantRatings(query.ratedDays)
  if (query.needsLeeches) await collection.whenLeechesKnown()
  await collection.whenRead()
  const listed = collection.store.get()
  return { cards: listed ? searchCards(query, listed.rows, listed.day) : [], problem: null }
}
