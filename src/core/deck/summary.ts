import type { CheckedDecks } from './check-decks.ts'
import { itemKeysOf } from './items.ts'
import { formatMessage, isError } from './message.ts'

/** The messages line by line, and a closing line with the sums. */
export function reportOf({ decks, messages }: CheckedDecks): string {
  const notes = decks.flatMap((deck) => deck.notes)
  const items = notes.reduce((sum, note) => sum + itemKeysOf(note).length, 0)
  const errors = messages.filter(isError).length
  const counts = [
    `${notes.length} cards`,
    `${items} items`,
    `${errors} errors`,
    `${messages.length - errors} warnings`,
  ]
  return [...messages.map(formatMessage), counts.join(', ')].map((line) => `${line}\n`).join('')
}
