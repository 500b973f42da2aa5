/** The next number from 0 up to, but not including, 1. */
export type Random = () => number

/** From the standard normal distribution (Box–Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/**
 * From a gamma distribution of scale 1.
 *
 * @see Marsaglia & Tsang 2000: https://doi.org/10.1145/358407.358414
 */
function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random()) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal(random)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - random()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v
  }
}

/** From a beta distribution: a probability after `a` hits and `b` misses, in a manner of speaking. */
export function beta(random: Random, a: number, b: number): number {
  const hits = gamma(random, a)
  return hits / (hits + gamma(random, b))
}

/** How many of `count` events happen, each with probability `p`. */
export function binomial(random: Random, count: number, p: number): number {
  let happened = 0
  for (let event = 0; event < count; event++) if (random() < p) happened += 1
  return happened
}

/** A probability moved by `offset` on the logistic scale. */
export function shifted(p: number, offset: number): number {
  const odds = Math.log(p / (1 - p)) + offset
  return 1 / (1 + Math.exp(-odds))
}
