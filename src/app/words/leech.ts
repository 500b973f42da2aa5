import type { Surprise } from '../../core/leech.ts'
import { number, plural } from './plural.ts'

export const LEECH = {
  name: 'This card does not stick',
  why: ({ reviews, lapses, expected, probability }: Surprise) =>
    `Forgotten ${number(lapses)} times in ${plural(reviews, 'review')}; about ${expectedWords(expected)} would be usual. ` +
    `By chance alone that happens to ${shareWords(probability)}. Repeating it alone will hardly help.`,
  trap: (option: string, times: number) =>
    `You chose “${option}” ${plural(times, 'time')}. Say to yourself why it is wrong.`,
  confused: 'Easily mixed up with it; compare the two:',
  read: 'Read where it comes from:',
  rest: 'Rest it for four weeks',
} as const

/** How long a card rests, in days. */
export const REST_DAYS = 28

function expectedWords(expected: number): string {
  return expected < 0.95 ? 'none or one' : number(Math.round(expected))
}

/** "one card in 400". */
function shareWords(probability: number): string {
  const cards = Math.max(2, Math.round(1 / Math.max(probability, 1e-6)))
  const digits = 10 ** Math.max(0, Math.floor(Math.log10(cards)) - 1)
  return `one card in ${number(Math.round(cards / digits) * digits)}`
}
