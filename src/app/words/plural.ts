import { lazily } from './lazily.ts'

/** Made when the first number has a comma: asking the browser for it costs a slow phone ten milliseconds. */
const format = lazily(() => new Intl.NumberFormat('en'))

/** "1 card", "1,012 cards": the number with the word that fits it. English knows no more than these two. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${Math.abs(count) === 1 ? one : many}`
}

/** "1,012". */
export function number(value: number): string {
  const isShort = Number.isInteger(value) && Math.abs(value) < 1000
  return isShort ? String(value) : format().format(value)
}
