import { effectiveRatings } from './log.ts'
import type { Review } from './review.ts'
import { next, replay, retrievability } from './schedule.ts'
import type { CardState } from './schedule.ts'
import type { SchedulerSettings } from './scheduler.ts'
import type { StudyDayNumber } from './time.ts'

export interface CurvePoint {
  readonly day: StudyDayNumber
  /** Expected recall on that day, 0 to 1. */
  readonly recall: number
}

/** A day with reviews, and recall from then until the next such day, or today. */
interface Stretch {
  readonly day: StudyDayNumber
  /** Forgotten in one of that day's reviews. */
  readonly forgotten: boolean
  /** False for a review before the first day drawn. */
  readonly isDrawn: boolean
  /** One point for each day, and at its end the moment before the next review. */
  readonly points: readonly CurvePoint[]
}

/** Expected recall of one card: how it went, and how it goes on without another review. */
export interface RecallCurve {
  readonly from: StudyDayNumber
  readonly today: StudyDayNumber
  readonly to: StudyDayNumber
  readonly dueDay: StudyDayNumber
  readonly past: readonly Stretch[]
  /** From today on, one point for each day. */
  readonly ahead: readonly CurvePoint[]
}

/** Days ahead that are drawn, and at most as many back. */
export const CURVE_DAYS = 60

/**
 * The curve of a card, or null while it is new.
 *
 * @param reviews the log of that one card, in any order
 */
export function recallCurveOf(
  reviews: readonly Review[],
  today: StudyDayNumber,
  settings: SchedulerSettings,
): RecallCurve | null {
  const states = dailyStates(reviews, settings)
  const [first, last] = [states.at(0), states.at(-1)]
  if (!first || !last) return null
  // A traveller's reviews can lie on a day that has not begun here.
  const now = Math.max(today, last.state.lastReviewDay)
  const from = Math.max(first.state.lastReviewDay, now - CURVE_DAYS)
  const points = (state: CardState, start: StudyDayNumber, end: StudyDayNumber) =>
    daysBetween(Math.max(start, from), end).map((day) => ({
      day,
      recall: retrievability(state, day, settings),
    }))
  const past = states.map(({ state, forgotten }, index) => {
    const day = state.lastReviewDay
    const end = states[index + 1]?.state.lastReviewDay ?? now
    return { day, forgotten, isDrawn: day >= from, points: points(state, day, end) }
  })
  return {
    from,
    today: now,
    to: now + CURVE_DAYS,
    // The learner may have set another day since.
    dueDay: replay(reviews, settings)?.dueDay ?? last.state.dueDay,
    past: past.filter((stretch) => stretch.points.length > 1 || stretch.isDrawn),
    ahead: points(last.state, now, now + CURVE_DAYS),
  }
}

/** The state at the end of each day with reviews that count, oldest first. */
function dailyStates(reviews: readonly Review[], settings: SchedulerSettings) {
  let state: CardState | null = null
  const days = new Map<StudyDayNumber, { state: CardState; forgotten: boolean }>()
  for (const rated of effectiveRatings(reviews)) {
    state = next(state, rated, { ...rated, rolloverHour: settings.rolloverHour }, settings)
    const before = days.get(state.lastReviewDay)
    const forgotten = rated.rating === 'again' || before?.forgotten === true
    days.set(state.lastReviewDay, { state, forgotten })
  }
  return [...days.values()]
}

function daysBetween(start: StudyDayNumber, end: StudyDayNumber): StudyDayNumber[] {
  return Array.from({ length: Math.max(0, end - start + 1) }, (_, index) => start + index)
}
