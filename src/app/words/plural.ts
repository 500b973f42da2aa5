import { lazily } from './lazily.ts'

const rules = lazily(() => new Intl.PluralRules('en'))
const format = lazily(() => new Intl.NumberFormat('en'))

/** "1 card", "1,012 cards": the number with the word that fits it. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${rules().select(count) === 'one' ? one : many}`
}

/** "1,012". */
export function number(value: number): string {
  return format().format(value)
}
