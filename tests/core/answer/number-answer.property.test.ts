import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeNumber } from '../../../src/core/answer/number-answer.ts'

const body = (value: string) => ({ value, unit: 'days', accept: [] })
const decimal = fc
  .record({
    sign: fc.constantFrom('', '-'),
    whole: fc.oneof(fc.nat(20), fc.nat(2_000_000)),
    fraction: fc.stringMatching(/^(?:\d{0,2}[1-9])?$/),
  })
  .map(({ sign, whole, fraction }) => ({
    sign: whole === 0 && fraction === '' ? '' : sign,
    whole: `${whole}`,
    fraction,
  }))

interface Decimal {
  readonly sign: string
  readonly whole: string
  readonly fraction: string
}

function plain({ sign, whole, fraction }: Decimal): string {
  return `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

function grouped(whole: string, by: string): string {
  return whole.replaceAll(/\B(?=(?:\d{3})+$)/g, by)
}

test('a number is right with every kind of separator, its unit and blanks around it', () => {
  const styles = fc.constantFrom(
    [',', '.'],
    ['.', ','],
    [' ', '.'],
    [' ', ','],
    ["'", '.'],
    ['’', ','],
    ['_', '.'],
    ['\u{202f}', ','],
  )
  const unit = fc.constantFrom('', ' days', 'd', ' Days.')
  fc.assert(
    fc.property(decimal, styles, unit, (number, [by = '', point = ''], after) => {
      const { sign, whole, fraction } = number
      const end = fraction === '' ? '' : `${point}${fraction}`
      const typed = ` ${sign}${grouped(whole, by)}${end}${after} `
      expect(judgeNumber(body(plain(number)), typed)).toMatchObject({ readable: true, right: true })
    }),
  )
})

test('another number is wrong, however close', () => {
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      // With three decimals a point may also part thousands; that is another test.
      fc.pre(plain(a) !== plain(b) && b.fraction.length < 3)
      expect(judgeNumber(body(plain(a)), plain(b))).toMatchObject({ readable: true, right: false })
    }),
  )
})

const SIGNS = "0 1 5 9 . , - + ' ’ _ % ( ) / e d −".split(' ')

test('any text is judged or sent back, and only a text with a digit is judged', () => {
  const soup = fc
    .array(fc.oneof(fc.constantFrom(...SIGNS, ' '), fc.string({ maxLength: 2 })))
    .map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(soup, soup, (typed, unit) => {
      const verdict = judgeNumber({ value: '5', unit, accept: ['', 'x'] }, typed)
      const outcome = verdict.readable ? 'judged' : verdict.hint
      expect(outcome === 'empty').toBe(typed.trim() === '')
      expect(outcome !== 'judged' || /\d/.test(typed)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
