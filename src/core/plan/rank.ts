import { daysLeft, valueOfCards } from './cards.ts'
import type { PlanCards, PlanExam } from './cards.ts'
import { newEffect, recallAfter, reviewEffect } from './effect.ts'
import type { Effect } from './effect.ts'
import { byScore, paceOfDay, withLeastCovered } from './fresh.ts'
import type { Scored } from './fresh.ts'
import { PRIOR_HABITS } from './habits.ts'
import type { Habits } from './habits.ts'
import type { Memory } from './memory.ts'
import { EXAM_POLICY } from './policy.ts'
import type { Policy } from './policy.ts'
import type { StudyDayNumber } from '../time.ts'

/** Everything that the ranking of a day rests on. */
export interface PlanInput {
  readonly cards: PlanCards
  readonly exams: readonly PlanExam[]
  readonly today: StudyDayNumber
  readonly memory: Memory
  readonly habits?: Habits
  readonly policy?: Policy
  /** By exam: how many of its cards were introduced today already. */
  readonly introduced?: readonly number[]
  /** Leaves out the reviews that can wait. */
  readonly skipsWaiting?: boolean
}

/** 1 to be studied first, 2 new cards beyond the pace, 3 reviews that can wait. */
export type Tier = 1 | 2 | 3

export interface Ranked extends Scored {
  readonly tier: Tier
}

/**
 * The cards of a day, best first: by what studying one now adds to the expected score of the exams per
 * second. New cards beyond the pace come after all that, reviews recalled so well that they can wait
 * come last. A card seen today is done, and after the last exam day nothing is planned.
 *
 * Several exams share the time: what a card adds is summed over them, and an exam twice as far away
 * counts half, since it has the time that follows.
 *
 * @see docs/policy.md how it does against others
 */
export function rankDay(input: PlanInput): Ranked[] {
  return new Ranking(input).ranked()
}

/** Why a card is planned: its recall on the day of the exam it helps most. */
export interface Why {
  /** Index of the exam. */
  readonly exam: number
  /** Without studying it, 0 to 1. */
  readonly left: number
  /** After studying it today. */
  readonly after: number
  /** Expected time. */
  readonly seconds: number
}

/** The ranking of a day together with the reasons of single cards. */
export interface DayRanking {
  ranked(): Ranked[]
  why(card: number): Why
}

/** Prepares a ranking for those who also ask why. */
export function rankingOf(input: PlanInput): DayRanking {
  return new Ranking(input)
}

interface Open {
  /** Index among the exams of the input. */
  readonly index: number
  readonly exam: PlanExam
  readonly left: number
  /** What its points count beside those of the nearest exam. */
  readonly urgency: number
  readonly values: Float64Array
}

class Ranking implements DayRanking {
  readonly #input: PlanInput
  readonly #policy: Policy
  readonly #habits: Habits
  readonly #open: readonly Open[]
  readonly #new: Effect
  /** Expected recall on the day of each open exam of a card introduced today. */
  readonly #newRecall: readonly number[]

  constructor(input: PlanInput) {
    const { exams, today, memory } = input
    this.#input = input
    this.#policy = input.policy ?? EXAM_POLICY
    this.#habits = input.habits ?? PRIOR_HABITS
    const ahead = exams
      .map((exam, index) => ({ index, exam, left: daysLeft(exam, today) }))
      .filter(({ left }) => left > 0)
    const nearest = Math.min(...ahead.map(({ left }) => left))
    this.#open = ahead.map((each) => ({
      ...each,
      urgency: nearest / each.left,
      values: valueOfCards(each.exam),
    }))
    this.#new = newEffect(memory, this.#habits)
    this.#newRecall = this.#open.map(({ left }) => recallAfter(memory, this.#new, left))
  }

  ranked(): Ranked[] {
    const { cards } = this.#input
    const first: Ranked[] = []
    const later: Ranked[] = []
    const unseen: Scored[] = []
    for (let card = 0; card < cards.count; card += 1) {
      if (cards.away[card]) continue
      if (!cards.seen[card]) {
        const score = this.#scoreOfNew(card)
        if (score > 0) unseen.push({ card, score })
        continue
      }
      const review = this.#review(card)
      if (review) (review.tier === 1 ? first : later).push(review)
    }
    const order = byScore(cards)
    const { head, extra } = this.#introduce(unseen.toSorted(order))
    // Among equal scores new cards keep their order: another would bring those for the least covered
    // domain all at once.
    const together = [...first.toSorted(order), ...head].toSorted((a, b) => b.score - a.score)
    return [...together, ...extra, ...later.toSorted(order)]
  }

  why(card: number): Why {
    const { cards, today, memory } = this.#input
    const isSeen = cards.seen[card] === 1
    const effect = isSeen ? this.#effect(card) : this.#new
    let best: Why = { exam: 0, left: 0, after: 0, seconds: effect.seconds }
    let most = Number.NEGATIVE_INFINITY
    for (const { index, exam, left, urgency, values } of this.#open) {
      const value = values[card] ?? 0
      if (value === 0) continue
      const without = isSeen
        ? memory.recall(today - (cards.lastDay[card] ?? 0) + left, cards.stability[card] ?? 0)
        : this.#unseenRecall(exam, card)
      const after = recallAfter(memory, effect, left)
      const gain = (after - without) * value * urgency
      if (gain > most) {
        most = gain
        best = { exam: index, left: without, after, seconds: effect.seconds }
      }
    }
    return best
  }

  #effect(card: number): Effect {
    const { cards, today, memory } = this.#input
    return reviewEffect(
      memory,
      this.#habits,
      cards.stability[card] ?? 0,
      cards.difficulty[card] ?? 0,
      today - (cards.lastDay[card] ?? 0),
    )
  }

  #unseenRecall({ domainOf, unseenRecall }: PlanExam, card: number): number {
    return unseenRecall[domainOf[card] ?? -1] ?? 0
  }

  #scoreOfNew(card: number): number {
    let gain = 0
    this.#open.forEach(({ exam, urgency, values }, index) => {
      const value = values[card] ?? 0
      if (value > 0) {
        gain += ((this.#newRecall[index] ?? 0) - this.#unseenRecall(exam, card)) * value * urgency
      }
    })
    return gain / this.#new.seconds
  }

  /** A review with its score and tier; null where it is not to be studied today. */
  #review(card: number): Ranked | null {
    const { cards, today, memory } = this.#input
    const elapsed = today - (cards.lastDay[card] ?? 0)
    if (elapsed <= 0) return null
    const stability = cards.stability[card] ?? 0
    const isPressing = cards.pressing[card] === 1
    const recall = memory.recall(elapsed, stability)
    const tier = isPressing ? 1 : this.#tierOf(card, recall, elapsed)
    if (tier === null || (tier === 3 && this.#input.skipsWaiting)) return null
    const effect = this.#effect(card)
    let gain = 0
    for (const { left, urgency, values } of this.#open) {
      const value = values[card] ?? 0
      if (value === 0) continue
      const without = memory.recall(elapsed + left, stability)
      gain += (recallAfter(memory, effect, left) - without) * value * urgency
    }
    return gain > 0 || isPressing ? { card, score: gain / effect.seconds, tier } : null
  }

  /** The best tier that an exam gives a review; null where none wants it today. */
  #tierOf(card: number, recall: number, elapsed: number): 1 | 3 | null {
    let best: 1 | 3 | null = null
    for (const { exam, left, values } of this.#open) {
      if ((values[card] ?? 0) === 0) continue
      const tier = this.#tierIn(card, exam, left, recall, elapsed)
      if (tier === 1) return 1
      best ??= tier
    }
    return best
  }

  /** Whether an exam wants a review today: at once, if there is time, or, before it is due, not at all. */
  #tierIn(
    card: number,
    exam: PlanExam,
    left: number,
    recall: number,
    elapsed: number,
  ): 1 | 3 | null {
    if (exam.examDay !== null) {
      if (elapsed >= (exam.longest ?? Infinity)) return 1
      const { waitsAbove, lastDays } = this.#policy
      return recall > waitsAbove && left > lastDays ? 3 : 1
    }
    const { cards, memory } = this.#input
    const days = Math.round(memory.interval(cards.stability[card] ?? 0, exam.retention))
    const interval = Math.min(days, exam.longest ?? Infinity) + (cards.shift[card] ?? 0)
    return elapsed >= Math.max(1, interval) ? 1 : null
  }

  /** New cards within the pace of any exam, and those beyond it. */
  #introduce(sorted: readonly Scored[]): { head: Ranked[]; extra: Ranked[] } {
    const lists = this.#open.map((open) => this.#introduceFor(open, sorted))
    const [only] = lists
    // With one exam there is nothing to bring together.
    if (only && lists.length === 1) return only
    const first = bestOf(lists.flatMap(({ head }) => head))
    const rest = bestOf(lists.flatMap(({ extra }) => extra))
    for (const card of first.keys()) rest.delete(card)
    return { head: [...first.values()], extra: [...rest.values()] }
  }

  #introduceFor(
    { index, exam, values }: Open,
    sorted: readonly Scored[],
  ): { head: Ranked[]; extra: Ranked[] } {
    const { cards, today, introduced = [] } = this.#input
    const { pace, floor } = this.#policy
    const own = sorted.filter(({ card }) => (values[card] ?? 0) > 0)
    const most = paceOfDay(exam, today, own.length, introduced[index] ?? 0, pace)
    const mixed = withLeastCovered(own, exam, cards, floor)
    const head = mixed.slice(0, most).map(({ card, score }): Ranked => ({ card, score, tier: 1 }))
    const extra = mixed.slice(most).map(({ card, score }): Ranked => ({ card, score, tier: 2 }))
    return { head, extra }
  }
}

/** Each card once, with its best score, in the order of the first places. */
function bestOf(list: readonly Ranked[]): Map<number, Ranked> {
  const best = new Map<number, Ranked>()
  for (const each of list) {
    const known = best.get(each.card)
    if (!known || known.score < each.score) best.set(each.card, each)
  }
  return best
}
