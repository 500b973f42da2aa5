import { effectiveEntries, sortedLog, undoneIds } from './log.ts'
import type { Rated, Rescheduled, Reset, Review, Undone } from './review.ts'

/** One entry of a card's log as a learner looks at it. */
export interface HistoryEntry {
  readonly entry: Rated | Reset | Rescheduled
  /** The entry that took this one back, or null while it stands. */
  readonly takenBack: Undone | null
  /** For a reset whether it stands; for all else whether the card's state follows from it. */
  readonly counts: boolean
}

/**
 * The log of one card, newest first. What was taken back is in it, marked by what took it back; the
 * `undone` entries themselves are not.
 */
export function historyOf(reviews: readonly Review[]): HistoryEntry[] {
  const undone = undoneIds(reviews)
  const log = sortedLog(reviews)
  const standing = log
    .filter((entry) => entry.kind === 'undone')
    .filter(({ id }) => !undone.has(id))
  const undoers = new Map(standing.map((entry) => [entry.target, entry]))
  const counting = new Set(effectiveEntries(reviews).map(({ id }) => id))
  return log
    .filter((entry) => entry.kind !== 'undone')
    .map((entry) => {
      const takenBack = undoers.get(entry.id) ?? null
      const counts = entry.kind === 'reset' ? takenBack === null : counting.has(entry.id)
      return { entry, takenBack, counts }
    })
    .toReversed()
}

/** The new start that the card stands at, if no rating has followed it; it can still be taken back. */
export function freshResetOf(history: readonly HistoryEntry[]): Reset | null {
  const latest = history.find(
    ({ entry, takenBack }) => takenBack === null && entry.kind !== 'rescheduled',
  )
  return latest?.entry.kind === 'reset' ? latest.entry : null
}
