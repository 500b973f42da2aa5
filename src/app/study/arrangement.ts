import type { OrderBody } from '../../core/note.ts'

/** Stands between the steps in use and those that are not used. */
export const UNUSED = '|'

/**
 * The steps of an order card as the learner has arranged them: keys from top to bottom. If the card has
 * decoys, `UNUSED` is one of them, and what stands below it is not used.
 */
export type Arrangement = readonly string[]

/** Everything in use at first, in the given order. */
export function arrange(body: OrderBody, keys: readonly string[]): Arrangement {
  return body.decoys.length > 0 ? [...keys, UNUSED] : keys
}

/** Moves a step one place up (-1) or down (1); past the line, it goes in or out of use. */
export function nudge(arrangement: Arrangement, key: string, by: -1 | 1): Arrangement {
  const from = arrangement.indexOf(key)
  const to = from + by
  if (from < 0 || to < 0 || to >= arrangement.length) return arrangement
  return arrangement.with(from, arrangement[to] ?? key).with(to, key)
}

/** Puts a step at the place `to`, counted without it. */
export function place(arrangement: Arrangement, key: string, to: number): Arrangement {
  const without = arrangement.filter((each) => each !== key)
  return without.length === arrangement.length ? arrangement : without.toSpliced(to, 0, key)
}

/** Puts a step out of use, or back as the last one in use. */
export function toggleUse(arrangement: Arrangement, key: string): Arrangement {
  const without = arrangement.filter((each) => each !== key)
  const line = without.indexOf(UNUSED)
  if (line < 0 || without.length === arrangement.length) return arrangement
  return without.toSpliced(isUsed(arrangement, key) ? line + 1 : line, 0, key)
}

/** The steps in use, first to last. */
export function usedOf(arrangement: Arrangement): string[] {
  return arrangement.slice(0, lineOf(arrangement))
}

export function isUsed(arrangement: Arrangement, key: string): boolean {
  return arrangement.indexOf(key) < lineOf(arrangement)
}

function lineOf(arrangement: Arrangement): number {
  const line = arrangement.indexOf(UNUSED)
  return line < 0 ? arrangement.length : line
}
