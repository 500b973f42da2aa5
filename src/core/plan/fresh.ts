import { cardsPerDomain } from './cards.ts'
import type { PlanCards, PlanExam } from './cards.ts'
import type { StudyDayNumber } from '../time.ts'

/** A card with what it gains: share of the expected score per second. */
export interface Scored {
  readonly card: number
  readonly score: number
}

/** Higher scores first; among equals the order of introducing. */
export function byScore({ order }: PlanCards): (a: Scored, b: Scored) => number {
  return (a, b) => b.score - a.score || (order[a.card] ?? 0) - (order[b.card] ?? 0)
}

/**
 * New cards that take part in today's ranking: an even pace that has introduced all of them once `pace`
 * of the time from the making of the plan to the exam is over. Beyond that all that are left.
 *
 * @param unseen     new cards left
 * @param introduced of the exam's cards today already
 */
export function paceOfDay(
  { examDay, startDay }: PlanExam,
  today: StudyDayNumber,
  unseen: number,
  introduced: number,
  pace: number,
): number {
  if (examDay === null) return unseen
  const end = startDay + Math.ceil(pace * (examDay - startDay))
  const share = Math.ceil((unseen + introduced) / Math.max(1, end - today))
  return Math.max(0, share - introduced)
}

/**
 * The same new cards, best first, where every so often the next one comes from the domain of which the
 * smallest share was seen, so that no part of the exam is abandoned. It takes the score of the place.
 *
 * @param sorted best first
 * @param floor  share of them, 0 to 1
 */
export function withLeastCovered(
  sorted: readonly Scored[],
  exam: PlanExam,
  cards: PlanCards,
  floor: number,
): Scored[] {
  if (floor <= 0) return [...sorted]
  const pools = new Pools(sorted, exam, cards)
  const mixed: Scored[] = []
  let owed = 0
  for (const scored of sorted) {
    // Steps of a fifth do not add up to one exactly.
    owed += floor
    if (owed >= 1) {
      owed -= 1
      const card = pools.takeLeastCovered()
      if (card !== null) mixed.push({ card, score: scored.score })
    }
    if (pools.take(scored.card)) mixed.push(scored)
  }
  return mixed
}

/** New cards by domain, with what was seen of each. */
class Pools {
  readonly #lists = new Map<number, { readonly cards: number[]; next: number }>()
  readonly #taken: Uint8Array
  readonly #seen: number[]
  readonly #counts: readonly number[]

  constructor(sorted: readonly Scored[], exam: PlanExam, { seen, count }: PlanCards) {
    const { domainOf, shares } = exam
    this.#taken = new Uint8Array(count)
    this.#counts = cardsPerDomain(exam)
    this.#seen = shares.map(() => 0)
    for (let card = 0; card < count; card += 1) {
      const domain = domainOf[card] ?? -1
      if (domain >= 0 && seen[card]) this.#seen[domain] = (this.#seen[domain] ?? 0) + 1
    }
    for (const { card } of sorted) {
      const domain = domainOf[card] ?? -1
      const list = this.#lists.get(domain)
      if (list) list.cards.push(card)
      else this.#lists.set(domain, { cards: [card], next: 0 })
    }
  }

  /** Takes a card, unless it was taken. */
  take(card: number): boolean {
    if (this.#taken[card]) return false
    this.#taken[card] = 1
    return true
  }

  takeLeastCovered(): number | null {
    let best: number | null = null
    for (const [domain, list] of this.#lists) {
      while (this.#taken[list.cards[list.next] ?? -1]) list.next += 1
      const hasMore = list.next < list.cards.length
      if (hasMore && (best === null || this.#coverage(domain) < this.#coverage(best))) best = domain
    }
    const list = best === null ? undefined : this.#lists.get(best)
    const card = list?.cards[list.next]
    if (best === null || card === undefined) return null
    this.#seen[best] = (this.#seen[best] ?? 0) + 1
    this.take(card)
    return card
  }

  #coverage(domain: number): number {
    return (this.#seen[domain] ?? 0) / (this.#counts[domain] ?? 1)
  }
}
