import type { Ease, FullSchedule } from './exam-schedule.ts'
import type { CardId } from './note.ts'
import { weekdayOf } from './plan-settings.ts'
import { RATINGS } from './rating.ts'
import type { Rating } from './rating.ts'
import { intervalDays, preview } from './schedule.ts'
import type { CardState } from './schedule.ts'
import type { SchedulerSettings } from './scheduler.ts'
import { spreadRange } from './spread.ts'
import type { Instant, StudyClock, StudyDayNumber } from './time.ts'

/** Intervals above this many days are left as they are: nobody knows how full such a day will be. */
export const MOST_DAYS = 90

/** The last day, counted from today, on which a moved review can fall. */
export const LOAD_DAYS = spreadRange(MOST_DAYS, MOST_DAYS * 2).to

/** How many reviews a day has already. */
export type LoadOf = (day: StudyDayNumber) => number

/** What decides on which day a review falls. */
export interface Spread {
  readonly loadOf: LoadOf
  readonly easyDays: FullSchedule['easyDays']
  readonly maximumIntervalDays: number
}

/** Each day away from the interval counts like half a review. */
const AWAY = 0.5
/** A review on such a day counts like so many on another. */
const WEIGHT: Readonly<Record<Ease, number>> = { normal: 1, fewer: 2, none: 1 }

/**
 * By how many days a review is moved: of the days that do as well, to the one with the fewest reviews, and
 * of equally full ones to the nearest. Days on which the learner wants none are taken only if there are no
 * others. No chance is in it, so that the same day always gets the same answer.
 *
 * @param days the interval as the scheduler has it
 * @param least the fewest days that are wanted; the latest day where all are sooner
 * @see DECISIONS.md how it does in simulations
 */
export function shiftOf(
  days: number,
  today: StudyDayNumber,
  { loadOf, easyDays, maximumIntervalDays }: Spread,
  least = 1,
): number {
  if (days > MOST_DAYS) return 0
  const { from, to } = spreadRange(days, maximumIntervalDays)
  const easeOf = (each: number) => easyDays[weekdayOf(today + each)] ?? 'normal'
  const all = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const after = all.filter((each) => each >= least)
  const allowed = after.length > 0 ? after : all.slice(-1)
  const wanted = allowed.filter((each) => easeOf(each) !== 'none')
  const costOf = (each: number) =>
    loadOf(today + each) * WEIGHT[easeOf(each)] + Math.abs(each - days) * AWAY
  let best = days
  let lowest = Infinity
  for (const each of wanted.length > 0 ? wanted : allowed) {
    const cost = costOf(each)
    if (cost < lowest) [best, lowest] = [each, cost]
  }
  return best - days
}

/** What each rating leads to, and by how many days it moves the review; 0 for most. */
export interface SpreadPreview {
  readonly states: Readonly<Record<Rating, CardState>>
  readonly shifts: Readonly<Record<Rating, number>>
}

/**
 * The states that the four ratings would lead to, each with its review on the day that suits best. Hard
 * still comes back before Good, and Good before Easy, where their days allow it.
 *
 * @param spread null where reviews are not moved
 */
export function spreadPreview(
  before: CardState | null,
  cardId: CardId,
  at: Instant,
  clock: StudyClock,
  scheduler: SchedulerSettings,
  spread: Spread | null,
): SpreadPreview {
  const states = preview(before, cardId, at, clock, scheduler)
  const shifts = { again: 0, hard: 0, good: 0, easy: 0 }
  if (!spread) return { states, shifts }
  const without = withoutCard(spread, before)
  let least = 1
  for (const rating of RATINGS) {
    const state = states[rating]
    if (state.dueAt !== null) continue
    const days = intervalDays(state)
    const shift = shiftOf(days, state.lastReviewDay, without, least)
    shifts[rating] = shift
    states[rating] = { ...state, dueDay: state.dueDay + shift }
    least = days + shift + 1
  }
  return { states, shifts }
}

/** A card that is answered before its day no longer stands there. */
function withoutCard(spread: Spread, before: CardState | null): Spread {
  const { loadOf } = spread
  return { ...spread, loadOf: (day) => loadOf(day) - (before?.dueDay === day ? 1 : 0) }
}
