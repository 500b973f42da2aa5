import type { Rated, Reset, Review, Undone } from '../../src/core/review.ts'
import { DAY_MS } from '../../src/core/time.ts'

/** Noon UTC on a Saturday. */
export const T0 = Date.UTC(2026, 0, 10, 12)

export const CARD = 'st-a#1'

const stamp = { cardId: CARD, utcOffsetMin: 0, device: 'laptop' }

/** The card was rated `good`, `days` after T0. */
export function rated(id: string, days = 0, changes: Partial<Rated> = {}): Rated {
  const at = T0 + days * DAY_MS
  const entry = { kind: 'rated', rating: 'good', durationMs: 4000, mode: 'study', rev: 1 } as const
  return { ...stamp, ...entry, id, at, ...changes }
}

/** The entry `target` was taken back a second later. */
export function undone(id: string, target: Review, changes: Partial<Undone> = {}): Undone {
  const { cardId, at } = target
  return { ...stamp, kind: 'undone', id, cardId, at: at + 1000, target: target.id, ...changes }
}

export function reset(id: string, days: number, changes: Partial<Reset> = {}): Reset {
  return { ...stamp, kind: 'reset', id, at: T0 + days * DAY_MS, ...changes }
}
