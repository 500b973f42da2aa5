import { standingEntries } from './log.ts'
import type { CardId } from './note.ts'
import type { Review } from './review.ts'
import { studyDayOf } from './time.ts'
import type { StudyDayNumber } from './time.ts'

/** Cards that were forgotten while cramming on study day `today`. `reviews` may hold other days, too. */
export function forgottenInCram(
  reviews: readonly Review[],
  today: StudyDayNumber,
  rolloverHour: number,
): Set<CardId> {
  const again = standingEntries(reviews)
    .filter((review) => review.kind === 'rated')
    .filter(({ mode, rating }) => mode === 'cram' && rating === 'again')
    .filter(({ at, utcOffsetMin }) => studyDayOf(at, { utcOffsetMin, rolloverHour }) === today)
  return new Set(again.map(({ cardId }) => cardId))
}
