import type { Rated, Review } from './review.ts'

/**
 * The entries of a log in the order in which they count: by instant, then by id, each id once. Arrival
 * order therefore changes nothing.
 */
export function sortedLog(reviews: readonly Review[]): Review[] {
  const byId = new Map(reviews.map((review) => [review.id, review]))
  return [...byId.values()].toSorted(
    (a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
}

/**
 * Ids of the entries that were taken back. Taking back an `undone` entry brings its target back, to
 * any depth; an unknown target and a circle (which only a damaged log can hold) are harmless.
 */
export function undoneIds(reviews: readonly Review[]): ReadonlySet<string> {
  const undoersOf = Map.groupBy(
    reviews.filter((review) => review.kind === 'undone'),
    ({ target }) => target,
  )
  const known = new Map<string, boolean>()
  const isUndone = (id: string): boolean => {
    const before = known.get(id)
    if (before !== undefined) return before
    known.set(id, false)
    const undone = (undoersOf.get(id) ?? []).some((undoer) => !isUndone(undoer.id))
    known.set(id, undone)
    return undone
  }
  return new Set(reviews.map(({ id }) => id).filter((id) => isUndone(id)))
}

/**
 * The entries of one card that still stand, oldest first: without those taken back, and only those
 * after the last reset.
 */
export function standingEntries(reviews: readonly Review[]): Review[] {
  const undone = undoneIds(reviews)
  const standing = sortedLog(reviews).filter(({ id }) => !undone.has(id))
  return standing.slice(standing.findLastIndex(({ kind }) => kind === 'reset') + 1)
}

/** The ratings of one card that count for its memory, oldest first: those that stand, without cramming. */
export function effectiveRatings(reviews: readonly Review[]): Rated[] {
  return standingEntries(reviews)
    .filter((review) => review.kind === 'rated')
    .filter(({ mode }) => mode !== 'cram')
}
