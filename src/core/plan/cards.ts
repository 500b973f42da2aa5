import type { StudyDayNumber } from '../time.ts'

/** The cards of a plan, a column for each thing that is known of them. A card is its index. */
export interface PlanCards {
  readonly count: number
  /** 1 once the card was rated. */
  readonly seen: Uint8Array
  readonly stability: Float64Array
  readonly difficulty: Float64Array
  /** Study day of the last rating. */
  readonly lastDay: Int32Array
  /** Place among the cards to be introduced; breaks ties, also among reviews. */
  readonly order: Int32Array
  /** Above 0 where a card may not come up today: `AWAY_TODAY`, `AWAY`. It still counts in the exam. */
  readonly away: Uint8Array
  /** 1 where a card is to come up today whatever its recall: its fact changed, or cramming showed a gap. */
  readonly pressing: Uint8Array
  /** Days by which the next review was moved away from its interval: later above 0, sooner below. */
  readonly shift: Int16Array
}

/** Why a card may not come up: buried, postponed or on a step for now; suspended for good. */
export const AWAY_TODAY = 1
export const AWAY = 2

/** What a plan knows of one exam. */
export interface PlanExam {
  /** Study day of the exam, or null for an exam that is kept up without a date. */
  readonly examDay: StudyDayNumber | null
  /** Study day on which the plan was made: the pace of new cards counts from it. */
  readonly startDay: StudyDayNumber
  /** Without a date: wanted recall at the due moment, 0 to 1. */
  readonly retention: number
  /** Days after which a review comes at the latest; left out where there is no limit. */
  readonly longest?: number
  /** Share of the exam by domain; sums to 1. */
  readonly shares: readonly number[]
  /** Domain of each card, −1 for cards that do not count for this exam. */
  readonly domainOf: Int16Array
  /** Recall of cards that were never seen, by domain, 0 to 1. */
  readonly unseenRecall: readonly number[]
  /** New cards a day at most; infinite without a limit. */
  readonly newPerDay: number
}

/** An exam without a date is ranked as if it were always this far away. */
export const STEADY_DAYS = 60

/** Cards as they are before anything was rated. */
export function freshCards(count: number): PlanCards {
  return {
    count,
    seen: new Uint8Array(count),
    stability: new Float64Array(count),
    difficulty: new Float64Array(count),
    lastDay: new Int32Array(count),
    order: Int32Array.from({ length: count }, (_, index) => index),
    away: new Uint8Array(count),
    pressing: new Uint8Array(count),
    shift: new Int16Array(count),
  }
}

/** A copy that may be changed, as a simulation does. */
export function copyCards(cards: PlanCards): PlanCards {
  return {
    count: cards.count,
    seen: cards.seen.slice(),
    stability: cards.stability.slice(),
    difficulty: cards.difficulty.slice(),
    lastDay: cards.lastDay.slice(),
    order: cards.order.slice(),
    away: cards.away.slice(),
    pressing: cards.pressing.slice(),
    shift: cards.shift.slice(),
  }
}

/** How many cards each domain of an exam has. */
export function cardsPerDomain({
  shares,
  domainOf,
}: Pick<PlanExam, 'shares' | 'domainOf'>): number[] {
  const counts = shares.map(() => 0)
  for (const domain of domainOf) if (domain >= 0) counts[domain] = (counts[domain] ?? 0) + 1
  return counts
}

const values = new WeakMap<PlanExam, Float64Array>()

/** Share of the exam that each card stands for, 0 for cards that do not count. Worked out once an exam. */
export function valueOfCards(exam: PlanExam): Float64Array {
  const known = values.get(exam)
  if (known) return known
  const counts = cardsPerDomain(exam)
  const ofDomain = exam.shares.map((share, domain) => share / (counts[domain] || 1))
  const made = new Float64Array(exam.domainOf.length)
  exam.domainOf.forEach((domain, card) => {
    made[card] = domain < 0 ? 0 : (ofDomain[domain] ?? 0)
  })
  values.set(exam, made)
  return made
}

/** Days from `today` to the exam; an exam without a date is always equally far away. */
export function daysLeft({ examDay }: PlanExam, today: StudyDayNumber): number {
  return examDay === null ? STEADY_DAYS : examDay - today
}
