import type { CardId } from './note.ts'
import type { Rated, Rescheduled, Review } from './review.ts'

/**
 * The entries of a log in the order in which they count: by instant, then by id, each id once. Arrival
 * order therefore changes nothing.
 */
export function sortedLog(reviews: readonly Review[]): Review[] {
  const ids = new Set<string>()
  return reviews
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .filter(({ id }) => !ids.has(id) && ids.add(id))
}

/**
 * Ids of the entries that were taken back. Taking back an `undone` entry brings its target back, to
 * any depth; an unknown target is harmless, and so is a circle, which only a damaged log can hold: its
 * entries take nothing back.
 */
export function undoneIds(reviews: readonly Review[]): ReadonlySet<string> {
  const undos = reviews.filter((review) => review.kind === 'undone')
  const undoById = new Map(undos.map((undo) => [undo.id, undo]))
  const undoersLeft = new Map<string, number>()
  for (const { target } of undoById.values()) {
    undoersLeft.set(target, (undoersLeft.get(target) ?? 0) + 1)
  }
  // Whether an undo stands is known once all that could take it back is settled; the list grows.
  const settled = [...undoById.values()].filter(({ id }) => !undoersLeft.has(id))
  const undone = new Set<string>()
  for (const { id, target } of settled) {
    if (!undone.has(id)) undone.add(target)
    const left = (undoersLeft.get(target) ?? 0) - 1
    undoersLeft.set(target, left)
    const next = undoById.get(target)
    if (left === 0 && next) settled.push(next)
  }
  return undone
}

/**
 * The entries that still stand, oldest first: without those taken back, and of each card only those
 * after its last reset.
 */
export function standingEntries(reviews: readonly Review[]): Review[] {
  const undone = undoneIds(reviews)
  const standing = sortedLog(reviews).filter(({ id }) => !undone.has(id))
  const resets = new Map<CardId, number>()
  standing.forEach(({ kind, cardId }, index) => {
    if (kind === 'reset') resets.set(cardId, index)
  })
  return standing.filter(({ cardId }, index) => index > (resets.get(cardId) ?? -1))
}

/** The entries that a card's state follows from, oldest first: those that stand, no cramming. */
export function effectiveEntries(reviews: readonly Review[]): (Rated | Rescheduled)[] {
  return standingEntries(reviews)
    .filter((review) => review.kind === 'rated' || review.kind === 'rescheduled')
    .filter((review) => review.kind === 'rescheduled' || review.mode !== 'cram')
}

/** The ratings that count for the memory of their cards, oldest first: those that stand, no cramming. */
export function effectiveRatings(reviews: readonly Review[]): Rated[] {
  return effectiveEntries(reviews).filter((review) => review.kind === 'rated')
}
