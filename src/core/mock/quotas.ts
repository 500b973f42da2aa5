import type { Domain } from '../blueprint.ts'

type Random = () => number

/**
 * How many questions each domain gets: its middle weight, rounded up or down by chance, so that over many
 * exams every domain has its share. The published ranges are kept wherever whole numbers can; a sprint has
 * too few questions for that.
 *
 * @param domains  those that are asked: all of the exam, or only some
 * @param isWhole  whether these are all; the ranges speak of the whole exam only
 */
export function quotasOf(
  domains: readonly Domain[],
  questions: number,
  isWhole: boolean,
  random: Random,
): ReadonlyMap<string, number> {
  const total = domains.reduce((sum, domain) => sum + middle(domain), 0)
  const bounded = domains.map((domain) => {
    const target = (questions * middle(domain)) / total
    return { id: domain.id, target, ...bounds(domain, questions) }
  })
  const least = bounded.reduce((sum, { low }) => sum + low, 0)
  const most = bounded.reduce((sum, { high }) => sum + high, 0)
  const fits =
    isWhole &&
    least <= questions &&
    questions <= most &&
    bounded.every(({ low, high }) => low <= high)
  const shares: Share[] = fits ? bounded : bounded.map(oneOff)
  return settled(shares, questions, rounded(shares, random()))
}

interface Share {
  readonly id: string
  /** Wanted, not rounded. */
  readonly target: number
  readonly low: number
  readonly high: number
}

/** Where whole numbers cannot keep the ranges: each share rounded up or down. */
function oneOff(share: Share): Share {
  return { ...share, low: Math.floor(share.target), high: Math.ceil(share.target) }
}

function middle({ weight: [from, to] }: Domain): number {
  return (from + to) / 2
}

/** The fewest and the most questions that lie within the published range. */
function bounds({ weight: [from, to] }: Domain, questions: number) {
  return {
    low: Math.ceil((questions * from) / 100 - 1e-9),
    high: Math.floor((questions * to) / 100 + 1e-9),
  }
}

/** Each target rounded up or down so that they sum up: marks at equal distances, from a random start. */
function rounded(shares: readonly Share[], start: number): number[] {
  let sum = start
  return shares.map(({ target }) => {
    const before = Math.floor(sum)
    sum += target
    return Math.floor(sum + 1e-9) - before
  })
}

/** The numbers brought within their bounds, the sum kept: the one farthest off its target moves first. */
function settled(
  shares: readonly Share[],
  questions: number,
  counts: readonly number[],
): Map<string, number> {
  const result = shares.map(({ low, high }, index) =>
    Math.min(high, Math.max(low, counts[index] ?? 0)),
  )
  const off = () => questions - result.reduce((sum, count) => sum + count, 0)
  for (let left = off(); left !== 0; left = off()) {
    const by = Math.sign(left)
    const moved = shares
      .map(({ target, low, high }, index) => ({ index, low, high, gap: by * (target - at(index)) }))
      .filter(({ index, low, high }) => (by > 0 ? at(index) < high : at(index) > low))
      .toSorted((a, b) => b.gap - a.gap)[0]
    if (!moved) break
    result[moved.index] = at(moved.index) + by
  }
  return new Map(shares.map(({ id }, index) => [id, at(index)]))

  function at(index: number): number {
    return result[index] ?? 0
  }
}
