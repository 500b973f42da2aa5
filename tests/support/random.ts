/** The next number from 0 up to, but not including, 1. */
export type Random = () => number

/** Numbers that follow from a seed (mulberry32). */
export function randomOf(seed: number): Random {
  let state = Math.imul(seed, 0x9e3779b1)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A number from the standard normal distribution (Box–Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** An index, each as likely as its share. Shares add up to 1. */
export function pick(random: Random, shares: readonly number[]): number {
  let left = random()
  const index = shares.findIndex((share) => {
    left -= share
    return left < 0
  })
  return index < 0 ? shares.length - 1 : index
}
