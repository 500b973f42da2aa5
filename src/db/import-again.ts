import { undoneIds } from '../core/log.ts'
import { IMPORTED } from '../core/review.ts'
import type { Review } from '../core/review.ts'
import { stableId } from '../core/import/stable-id.ts'
import type { StudyDb } from './db.ts'
import { reviewsOfCard } from './log.ts'
import { undoEntryFor } from './undo-entry.ts'
import type { Written } from './written.ts'

/** Cards whose logs are read at the same time. */
const BATCH = 200

/**
 * Brings entries back that are in the log and were taken back with an import, where the same file is imported
 * again: the undo of each is taken back in turn. Returns the ids of those that stand again. Inside a
 * transaction over `reviews`.
 *
 * @param log entries of the file, of notes that were taken back
 */
export async function standAgain(
  db: StudyDb,
  log: readonly Review[],
  { at }: Written,
  utcOffsetMin: number,
): Promise<string[]> {
  const wanted = new Set(log.map(({ id }) => id))
  const cards = [...new Set(log.map(({ cardId }) => cardId))]
  const again: string[] = []
  for (let from = 0; from < cards.length; from += BATCH) {
    const logs = await Promise.all(
      cards.slice(from, from + BATCH).map((cardId) => reviewsOfCard(db, cardId)),
    )
    const redone = logs.flatMap((entries) => {
      const undone = undoneIds(entries)
      return entries.flatMap((entry) => {
        const isUndo = entry.kind === 'undone' && wanted.has(entry.target) && !undone.has(entry.id)
        if (!isUndo || !undone.has(entry.target)) return []
        again.push(entry.target)
        const id = stableId(`${entry.id} again`)
        return [undoEntryFor(entry, { id, at, utcOffsetMin, device: IMPORTED })]
      })
    })
    await db.reviews.bulkPut(redone)
  }
  return again
}
