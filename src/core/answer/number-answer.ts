import type { Verdict } from './judge.ts'
import type { NumberBody } from '../note.ts'

/** An answer that cannot be read as a number is not wrong: the learner is asked to type it again. */
export interface UnreadableNumber {
  readonly readable: false
  /** Nothing was typed; it is no number; or it is a number in another unit than the one asked for. */
  readonly hint: 'empty' | 'number' | 'unit'
}

export interface ReadNumber extends Verdict {
  readonly readable: true
}

export type NumberVerdict = ReadNumber | UnreadableNumber

/**
 * Judges a typed number against the value and all further right answers, as decimals and not as floating
 * point numbers: `0.50` is `0.5`, and no other number is.
 *
 * Thousands may be parted by commas, points, blanks or apostrophes, decimals by a point or a comma, and
 * the unit may be typed along. Where a text can be read in two ways, as `5.000` can, either may be right.
 */
export function judgeNumber(
  body: Pick<NumberBody, 'value' | 'unit' | 'accept'>,
  typed: string,
): NumberVerdict {
  const { number, rest } = split(typed)
  if (number === '') return { readable: false, hint: typed.trim() === '' ? 'empty' : 'number' }
  const readings = readingsOf(number)
  if (readings.length === 0) return { readable: false, hint: 'number' }
  if (!isUnit(rest, body.unit))
    return { readable: false, hint: /\d/.test(rest) ? 'number' : 'unit' }
  const wanted = [body.value, ...body.accept].map(canonical)
  const right = readings.some((reading) => wanted.includes(reading))
  return { readable: true, right, rating: right ? 'good' : 'again', chosen: [] }
}

// A limit: no number is longer, and nothing below need care about a pasted book.
const LONGEST = 200
const NUMBER = /[+-]?(?:[.,]?\d[\d.,' _]*)/

/** The number in a text, and what stands around it: the unit, if all is well. */
function split(typed: string): { number: string; rest: string } {
  const text = ascii(typed.slice(0, LONGEST))
  const match = NUMBER.exec(text)
  if (!match) return { number: '', rest: text }
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
  return { number: match[0].trim(), rest: rest.trim() }
}

function ascii(text: string): string {
  return text
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/[\u2018\u2019\u2032`]/g, "'")
    .replaceAll(/[\u200B-\u200D\u2060]/g, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^ ?([+-]) /, '$1')
}

/** Decimals that a text of digits and separators may mean, in canonical form: none, one or two. */
function readingsOf(number: string): string[] {
  const sign = number.startsWith('-') ? '-' : ''
  // Blanks, apostrophes and underscores only ever part thousands; they need not be told apart.
  const digits = number.replace(/^[+-]/, '').replaceAll(/[ '_]/g, ' ')
  const readings = [decimal(digits, ',', '.'), decimal(digits, '.', ',')]
  return [
    ...new Set(readings.flatMap((reading) => (reading ? [canonical(`${sign}${reading}`)] : []))),
  ]
}

/** The text as a bare decimal if thousands are parted by `group` or blanks and decimals by `point`. */
function decimal(digits: string, group: ',' | '.', point: '.' | ','): string | null {
  const [whole = '', fraction = '', ...more] = digits.split(point)
  if (more.length > 0 || !/^\d*$/.test(fraction) || (whole === '' && fraction === '')) return null
  const separators = new Set(whole.replaceAll(/\d/g, ''))
  if (separators.size > 1 || !(separators.size === 0 || isGrouped(whole, group))) return null
  return `${whole.replaceAll(/\D/g, '') || '0'}.${fraction}`
}

function isGrouped(whole: string, group: string): boolean {
  const [first = '', ...others] = whole.replaceAll(' ', group).split(group)
  return /^[1-9]\d{0,2}$/.test(first) && others.every((digits) => /^\d{3}$/.test(digits))
}

/** Without what makes no difference: `+007.50` is `7.5`, `-0` is `0`. */
function canonical(value: string): string {
  const [whole = '', fraction = ''] = value.replace(/^[+-]/, '').split('.')
  const end = fraction.replace(/0+$/, '')
  const bare = `${whole.replace(/^0+(?=\d)/, '')}${end === '' ? '' : `.${end}`}`
  return value.startsWith('-') && /[1-9]/.test(bare) ? `-${bare}` : bare
}

const SAME_UNIT: Readonly<Record<string, string>> = {
  '%': 'percent',
  pct: 'percent',
  hr: 'hour',
  yr: 'year',
  wk: 'week',
}

/** Whether a text is the unit: some of its words, in any case, number and abbreviation, or nothing. */
function isUnit(text: string, unit: string): boolean {
  const known = wordsOf(unit)
  return wordsOf(text).every((word) => known.some((each) => each.startsWith(word)))
}

function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/%|[\p{L}\d/]+/gu) ?? []
  return words.map((word) => word.replace(/(?<=.{2})s$/, '')).map((word) => SAME_UNIT[word] ?? word)
}
