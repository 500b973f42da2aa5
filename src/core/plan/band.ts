/** The middle of some runs, and between what eight of ten of them lie. */
export interface RunBand {
  readonly low: number
  readonly middle: number
  readonly high: number
}

export function bandOf(values: readonly number[]): RunBand {
  return {
    low: quantile(values, 0.1),
    middle: quantile(values, 0.5),
    high: quantile(values, 0.9),
  }
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? 0
  return below + (above - below) * (place - Math.floor(place))
}
