import { freshCards } from '../../../src/core/plan/cards.ts'
import type { PlanCards, PlanExam } from '../../../src/core/plan/cards.ts'

/** A card of a test: its domain, and its memory or null for a new one. */
export interface CaseCard {
  readonly domain: number
  readonly seen: { stability: number; difficulty: number; lastDay: number } | null
}

/** The columns of such cards. */
export function cardsOf(list: readonly CaseCard[]): PlanCards {
  const cards = freshCards(list.length)
  list.forEach(({ seen }, index) => {
    if (!seen) return
    cards.seen[index] = 1
    cards.stability[index] = seen.stability
    cards.difficulty[index] = seen.difficulty
    cards.lastDay[index] = seen.lastDay
  })
  return cards
}

/** An exam over these cards; weights need not sum to 1. */
export function examOf(
  list: readonly CaseCard[],
  weights: readonly number[],
  changes: Partial<PlanExam> = {},
): PlanExam {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return {
    examDay: 30,
    startDay: 0,
    retention: 0.9,
    shares: weights.map((weight) => weight / total),
    domainOf: Int16Array.from(list, ({ domain }) => domain),
    unseenRecall: weights.map(() => 0),
    newPerDay: Number.POSITIVE_INFINITY,
    ...changes,
  }
}
