import type { DayOrder, TrialState } from '../../../src/core/plan/trial.ts'

interface PlainOptions {
  /** Wanted recall at the due moment, 0 to 1. */
  readonly retention?: number
  /** New cards come before what is due. */
  readonly newFirst?: boolean
  /** Time left is used for reviews before they are due, the least likely recalled first. */
  readonly ahead?: boolean
}

/** FSRS as apps use it that know of no exam: what is due, in the order of due days, and new cards. */
export function plainFsrs(options: PlainOptions = {}): DayOrder {
  const { retention = 0.9, newFirst = false, ahead = false } = options
  const dueDay = new Map<number, number>()
  return {
    studied: ({ cards, memory, day }, card) => {
      const days = memory.interval(cards.stability[card] ?? 0, retention)
      dueDay.set(card, day + Math.max(1, Math.round(days)))
    },
    order: (state) => {
      const { day, cards } = state
      const seen = [...dueDay.keys()].toSorted((a, b) => a - b)
      const due = seen
        .filter((card) => (dueDay.get(card) ?? 0) <= day)
        .toSorted((a, b) => (dueDay.get(a) ?? 0) - (dueDay.get(b) ?? 0))
      const rest = ahead
        ? seen
            .filter((card) => (dueDay.get(card) ?? 0) > day && (cards.lastDay[card] ?? 0) < day)
            .toSorted((a, b) => recallOf(state, a) - recallOf(state, b))
        : []
      return newFirst ? [...unseen(state), ...due, ...rest] : [...due, ...unseen(state), ...rest]
    },
  }
}

function recallOf({ cards, memory, day }: TrialState, card: number): number {
  return memory.recall(day - (cards.lastDay[card] ?? 0), cards.stability[card] ?? 1)
}

function unseen({ cards }: TrialState): number[] {
  return Array.from({ length: cards.count }, (_, card) => card)
    .filter((card) => !cards.seen[card])
    .toSorted((a, b) => (cards.order[a] ?? 0) - (cards.order[b] ?? 0))
}
