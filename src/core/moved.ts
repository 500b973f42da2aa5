import { standingEntries } from './log.ts'
import type { CardId } from './note.ts'
import type { Review } from './review.ts'
import { studyDayOf } from './time.ts'
import type { StudyDayNumber } from './time.ts'

/**
 * Cards whose due day the learner set by hand on study day `today`. `reviews` may hold other days, too.
 * What a release brought forward is not among them.
 */
export function movedByHand(
  reviews: readonly Review[],
  today: StudyDayNumber,
  rolloverHour: number,
): Set<CardId> {
  const moved = standingEntries(reviews)
    .filter((review) => review.kind === 'rescheduled')
    .filter(({ rev }) => rev === undefined)
    .filter(({ at, utcOffsetMin }) => studyDayOf(at, { utcOffsetMin, rolloverHour }) === today)
  return new Set(moved.map(({ cardId }) => cardId))
}
