import { undoneIds } from '../../core/log.ts'
import type { CardId } from '../../core/note.ts'
import type { RecentRating } from '../../core/search/row.ts'
import type { Settings } from '../../core/settings.ts'
import { startOfStudyDay, studyDayOf } from '../../core/time.ts'
import type { StudyDayNumber } from '../../core/time.ts'
import { reviewsSince } from '../../db/reviews.ts'
import { clockAt } from '../app.ts'
import type { App } from '../app.ts'

export type Ratings = ReadonlyMap<CardId, readonly RecentRating[]>

/** The ratings of the last study days that stand, by card; nothing is read for 0 days. */
export async function recentRatings(
  app: App,
  days: number,
  { rolloverHour }: Settings,
  today: StudyDayNumber,
): Promise<Ratings> {
  const ratings = new Map<CardId, RecentRating[]>()
  if (days === 0) return ratings
  const clock = clockAt(app, app.now(), rolloverHour)
  // A day earlier, as a review farther east belongs to a later day than its instant here.
  const reviews = await reviewsSince(app.db, startOfStudyDay(today - days, clock))
  const undone = undoneIds(reviews)
  for (const review of reviews) {
    if (review.kind !== 'rated' || undone.has(review.id)) continue
    const { cardId, at, utcOffsetMin, rating } = review
    const list = ratings.get(cardId) ?? []
    list.push({ day: studyDayOf(at, { utcOffsetMin, rolloverHour }), rating })
    ratings.set(cardId, list)
  }
  return ratings
}
