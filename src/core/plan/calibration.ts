import { effectiveRatings } from '../log.ts'
import type { CardId } from '../note.ts'
import { RATINGS } from '../rating.ts'
import type { Rated, Review } from '../review.ts'
import { studyDayOf } from '../time.ts'
import type { StudyDayNumber } from '../time.ts'
import { GRADES } from './memory.ts'
import type { Memory } from './memory.ts'
import type { Calibration } from './policy.ts'

/**
 * How the reviews in a part of the log came out against what the model predicts for them. Only cards that
 * were introduced within it are looked at: of others the model would not know what came before. Repeats
 * on the same day do not count.
 *
 * @param introducedOn the day on which a card was first rated
 */
export function calibrationOf(
  reviews: readonly Review[],
  introducedOn: (cardId: CardId) => StudyDayNumber | undefined,
  memory: Memory,
  rolloverHour: number,
): Calibration {
  const dayOf = ({ at, utcOffsetMin }: Rated) => studyDayOf(at, { utcOffsetMin, rolloverHour })
  const total = { reviews: 0, expected: 0, recalled: 0 }
  const logs = Map.groupBy(effectiveRatings(reviews), ({ cardId }) => cardId)
  for (const [cardId, log] of logs) {
    const [first] = log
    if (!first || introducedOn(cardId) !== dayOf(first)) continue
    let lastDay = dayOf(first)
    let trace = {
      stability: memory.firstStability(gradeOf(first)),
      difficulty: memory.firstDifficulty(gradeOf(first)),
    }
    for (const rated of log.slice(1)) {
      const grade = gradeOf(rated)
      const elapsed = Math.max(0, dayOf(rated) - lastDay)
      if (elapsed > 0) {
        total.reviews += 1
        total.expected += memory.recall(elapsed, trace.stability)
        if (grade > 1) total.recalled += 1
      }
      trace = {
        stability: memory.nextStability(trace, elapsed, grade),
        difficulty: memory.nextDifficulty(trace.difficulty, grade),
      }
      lastDay += elapsed
    }
  }
  return total
}

function gradeOf({ rating }: Rated) {
  return GRADES[RATINGS.indexOf(rating)] ?? 1
}
