import { effectiveRatings } from '../log.ts'
import type { CardId } from '../note.ts'
import { RATINGS } from '../rating.ts'
import type { Rated, Review } from '../review.ts'
import { studyDayOf } from '../time.ts'
import type { StudyDayNumber } from '../time.ts'
import type { Sitting } from './habits.ts'

/** Longer than this the learner was away, in seconds. */
const LONGEST = 60

/**
 * What a part of the log says about habits: each card of each study day once, with the time of all its
 * answers that day.
 *
 * @param introducedOn the day on which a card was first rated; undefined for cards without a state
 */
export function sittingsOf(
  reviews: readonly Review[],
  introducedOn: (cardId: CardId) => StudyDayNumber | undefined,
  rolloverHour: number,
): Sitting[] {
  const dayOf = ({ at, utcOffsetMin }: Rated) => studyDayOf(at, { utcOffsetMin, rolloverHour })
  const ofDay = Map.groupBy(effectiveRatings(reviews), (rated) => `${dayOf(rated)} ${rated.cardId}`)
  return [...ofDay.values()].flatMap((answers) => {
    const [first] = answers
    if (!first) return []
    const introduced = introducedOn(first.cardId)
    const grade = gradeOf(first)
    if (introduced === undefined || grade === null) return []
    return [{ isNew: introduced === dayOf(first), grade, seconds: secondsOf(answers) }]
  })
}

/** Time spent on answering during a study day, in seconds; what was taken back does not count. */
export function secondsOn(
  reviews: readonly Review[],
  today: StudyDayNumber,
  rolloverHour: number,
): number {
  return secondsOf(
    effectiveRatings(reviews).filter(
      ({ at, utcOffsetMin }) => studyDayOf(at, { utcOffsetMin, rolloverHour }) === today,
    ),
  )
}

function secondsOf(answers: readonly Rated[]): number {
  return answers.reduce((sum, { durationMs }) => sum + Math.min(durationMs / 1000, LONGEST), 0)
}

function gradeOf({ rating }: Rated): Sitting['grade'] | null {
  const grade = RATINGS.indexOf(rating) + 1
  return grade === 1 || grade === 2 || grade === 3 || grade === 4 ? grade : null
}
