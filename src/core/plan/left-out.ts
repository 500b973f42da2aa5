import type { Forecast } from './forecast.ts'

/** Why a plan never reaches cards: they are suspended, the limit of new cards is below the pace, or time. */
export type LeftReason = 'suspended' | 'limit' | 'time'

/** Cards that are never reached for one reason, by domain. */
export interface LeftOut {
  readonly reason: LeftReason
  readonly cards: readonly number[]
}

/**
 * What a plan leaves out and why, a reason each. A limit is the reason where fewer cards are left out
 * without it, or where days end with time left.
 *
 * @param suspended cards never seen that are suspended, by domain
 * @param limit     new cards a day at most, as chosen; null without a limit
 * @param budget    minutes of a usual day
 */
export function leftOutOf(
  { chosen, unlimited }: Pick<Forecast, 'chosen' | 'unlimited'>,
  suspended: readonly number[],
  limit: number | null,
  budget: number,
): readonly LeftOut[] {
  const resting = chosen.unseen.map((count, domain) => Math.min(count, suspended[domain] ?? 0))
  const others = chosen.unseen.map((count, domain) => count - (resting[domain] ?? 0))
  const isLimit =
    limit !== null &&
    (unlimited ? sum(unlimited.unseen) < sum(chosen.unseen) : chosen.minutes < 0.9 * budget)
  const parts: readonly LeftOut[] = [
    { reason: 'suspended', cards: resting },
    { reason: isLimit ? 'limit' : 'time', cards: others },
  ]
  return parts.filter(({ cards }) => sum(cards) > 0)
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0)
}
