import type { CardState } from '../schedule.ts'

/** Times forgotten in review from which a card counts as one that does not stick. */
const LAPSES = 4

/** Whether a card is forgotten again and again, so that repeating it alone does not help. */
export function isLeech(state: CardState | null): boolean {
  return state !== null && state.lapses >= LAPSES
}
