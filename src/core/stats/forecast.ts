import { PRIOR_SECONDS } from '../study/workload.ts'
import type { StudyDayNumber } from '../time.ts'
import type { StatsType } from './place.ts'
import type { TypeWork } from './work-figures.ts'

export interface ForecastDay {
  readonly day: StudyDayNumber
  readonly cards: number
  /** Minutes that they take, at the learner's own pace. */
  readonly minutes: number
}

/** Answers of a type that weigh as much as what is known of others. */
const PRIOR_WEIGHT = 20

/**
 * What is due on each of the coming days as things stand: cards that are new by now, and reviews that
 * follow from these, come on top.
 *
 * @param due  cards due by day and type; those overdue on the first day
 * @param pace the learner's answers by type
 */
export function forecastOf(
  due: ReadonlyMap<StudyDayNumber, ReadonlyMap<StatsType, number>>,
  pace: ReadonlyMap<StatsType, TypeWork>,
  today: StudyDayNumber,
  days: number,
): ForecastDay[] {
  return Array.from({ length: days }, (_, index) => {
    const day = today + index
    const types = [...(due.get(day) ?? [])]
    const seconds = types.reduce((sum, [type, cards]) => sum + cards * secondsOf(pace.get(type)), 0)
    return { day, cards: types.reduce((sum, [, cards]) => sum + cards, 0), minutes: seconds / 60 }
  })
}

/** Mean seconds of an answer, drawn towards the prior while answers are few. */
function secondsOf(work: TypeWork | undefined): number {
  const { answers, ms } = work ?? { answers: 0, ms: 0 }
  return (PRIOR_WEIGHT * PRIOR_SECONDS.review + ms / 1000) / (PRIOR_WEIGHT + answers)
}
