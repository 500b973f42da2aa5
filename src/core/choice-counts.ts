import { standingEntries } from './log.ts'
import type { Review } from './review.ts'

/**
 * How often each option of a card was chosen, by its key: which trap the learner falls for. Answers that
 * were taken back do not count, nor those to another revision, whose options may have been others.
 */
export function choiceCounts(reviews: readonly Review[], rev: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const review of standingEntries(reviews)) {
    if (review.kind !== 'rated' || review.rev !== rev) continue
    for (const key of review.answer?.chosen ?? []) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
