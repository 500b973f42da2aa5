/** Whether a value is a number from `least` to `most`. In plain code, as the start reads settings by it. */
export function isWithin(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && value >= least && value <= most
}

/** The same for whole numbers. */
export function isWhole(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && isWithin(value, least, most)
}
