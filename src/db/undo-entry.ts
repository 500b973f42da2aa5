import type { Review, Undone } from '../core/review.ts'

/** Who undoes or redoes, and when. `id` becomes that of the entry; twice with one id is once done. */
export type Stamp = Pick<Undone, 'id' | 'at' | 'utcOffsetMin' | 'device'>

/** What an undo adds to the log, given what it takes back. Taking back an `undone` entry is a redo. */
export function undoEntryFor(target: Pick<Review, 'id' | 'cardId'>, stamp: Stamp): Undone {
  const { id, at, utcOffsetMin, device } = stamp
  return { kind: 'undone', id, cardId: target.cardId, at, utcOffsetMin, device, target: target.id }
}
