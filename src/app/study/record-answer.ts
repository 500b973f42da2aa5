import type { Rated, Review } from '../../core/review.ts'
import type { Schedulers } from '../../core/scheduler.ts'
import type { StudyDb } from '../../db/db.ts'
import { reviewsByIds } from '../../db/log.ts'
import { recordReview } from '../../db/reviews.ts'
import type { Recorded } from '../../db/reviews.ts'

interface Answer {
  readonly rated: Rated
  /** An id for the answer if that of the showing is taken. */
  readonly spareId: string
  /** Ratings that the card had when it was shown. */
  readonly reps: number
}

export interface RecordedAnswer extends Pick<Recorded, 'state'> {
  /** The id of the entry in the log. */
  readonly id: string
  /** False where the card had been answered elsewhere, and this answer does not count. */
  readonly isHere: boolean
}

/**
 * Records an answer once, however often it is tried. Two tabs may have gone on with one showing: then its
 * id belongs to the answer of the other tab, which is not taken for this one.
 *
 * @throws StorageFault where nothing could be saved
 */
export async function recordAnswer(
  db: StudyDb,
  { rated, spareId, reps }: Answer,
  settings: Schedulers,
): Promise<RecordedAnswer> {
  const { id } = rated
  const { state, added } = await recordReview(db, rated, settings, reps)
  if (added) return { id, state, isHere: true }
  const stored = (await reviewsByIds(db, [id])).get(id)
  if (!stored) return { id, state, isHere: false }
  if (isSame(stored, rated)) return { id, state, isHere: true }
  const spare = await recordReview(db, { ...rated, id: spareId }, settings, reps)
  const isHere = spare.added || (await reviewsByIds(db, [spareId])).has(spareId)
  return { id: spareId, state: spare.state, isHere }
}

function isSame(stored: Review, rated: Rated): boolean {
  return stored.kind === 'rated' && stored.at === rated.at && stored.rating === rated.rating
}
