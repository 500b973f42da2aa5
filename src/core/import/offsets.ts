import { DAY_MS, MINUTE_MS } from '../time.ts'
import type { Instant } from '../time.ts'

/** From `from` on, until the next one, this many minutes have to be added to UTC. */
export interface Offset {
  readonly from: Instant
  readonly utcOffsetMin: number
}

/**
 * When the clocks of a place changed, between two instants: a table, as a function cannot be given to a
 * worker. Two changes within a day are seen as none.
 */
export function offsetsBetween(
  start: Instant,
  end: Instant,
  utcOffsetMin: (at: Instant) => number,
): Offset[] {
  const table: Offset[] = [{ from: start, utcOffsetMin: utcOffsetMin(start) }]
  for (let at = start; at < end; at += DAY_MS) {
    const [before, after] = [utcOffsetMin(at), utcOffsetMin(at + DAY_MS)]
    if (before === after) continue
    let [low, high] = [at, at + DAY_MS]
    while (high - low > MINUTE_MS) {
      const middle = Math.floor((low + high) / 2)
      if (utcOffsetMin(middle) === before) low = middle
      else high = middle
    }
    table.push({ from: high, utcOffsetMin: after })
  }
  return table
}

/** The offset at an instant; before the table begins, its first one. */
export function offsetAt(table: readonly Offset[], at: Instant): number {
  let [low, high] = [0, table.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((table[middle]?.from ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return table[low]?.utcOffsetMin ?? 0
}
