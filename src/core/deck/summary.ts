import type { CheckedDecks } from './check-decks.ts'
import { itemKeysOf } from './items.ts'
import { formatMessage, isError } from './message.ts'

/**
 * The messages line by line, and a closing line with the sums. Cards whose page is newer than the text that
 * was read are many and no fault of a change at hand: they are only counted, `decks:report` lists them.
 */
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
  const old = messages.filter(({ code }) => code === 'W113').length
  const printed = messages.filter(({ code }) => code !== 'W113').map(formatMessage)
  const listed =
    old > 0 ? [`${old} of the warnings are W113: npm run decks:report -- --reread`] : []
  return [...printed, ...listed, counts.join(', ')].map((line) => `${line}\n`).join('')
}
