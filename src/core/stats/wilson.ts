/** Of a normal distribution: 95 % lie within so many standard deviations. */
const Z95 = 1.959964

/**
 * The interval that holds the true share with 95 %, after `hits` of `count`. Never leaves 0 to 1 and is
 * never of no width, also after 0 or all.
 *
 * @see Wilson 1927; Brown, Cai & DasGupta 2001: https://doi.org/10.1214/ss/1009213286
 */
export function wilson(hits: number, count: number): { low: number; high: number } {
  if (count === 0) return { low: 0, high: 1 }
  const share = hits / count
  const z2 = Z95 ** 2
  const middle = (share + z2 / (2 * count)) / (1 + z2 / count)
  const half =
    (Z95 / (1 + z2 / count)) * Math.sqrt((share * (1 - share)) / count + z2 / (4 * count ** 2))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
