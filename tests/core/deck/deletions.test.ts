import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deletionsIn } from '../../../src/core/deck/deletions.ts'

test.each([
  ['a {{c1::b}} c', [['b', null]]],
  ['{{c1::b::hint}}', [['b', 'hint']]],
  ['{{c1::a::b::c}}', [['a', 'b::c']]],
  [
    '{{c1::a}} {{c2::b::h}}',
    [
      ['a', null],
      ['b', 'h'],
    ],
  ],
  ['{{c1::Microsoft.Compute::}}', [['Microsoft.Compute::', null]]],
  ['{{c1::}}', []],
  ['{{c1::a\nb}}', []],
  ['{{c1::a', []],
])('%j', (text, found) => {
  expect(deletionsIn(text).map((deletion) => [deletion.text, deletion.hint])).toEqual(found)
})

test('is what the expression of the format says, for any text', () => {
  // The definition; too slow for texts that are made to be slow.
  const definition = /\{\{c(\d+)::(.+?)(?:::(.+?))?\}\}/g
  const part = fc.constantFrom('{{c1::', '{{c22::', '::', '}}', '}', ':', 'a', '\n', '{{', 'c1::')
  fc.assert(
    fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
      const text = parts.join('')
      const expected = Array.from(text.matchAll(definition), (match) => ({
        number: Number(match[1]),
        text: match[2],
        hint: match[3] ?? null,
        start: match.index,
        end: match.index + match[0].length,
      }))
      expect(deletionsIn(text)).toEqual(expected)
    }),
    { numRuns: 2000 },
  )
})

test('a text made to be slow is not', () => {
  const start = performance.now()
  deletionsIn('{{c1::a'.repeat(50_000))
  deletionsIn('{{c1::a::'.repeat(20_000))
  expect(performance.now() - start).toBeLessThan(500)
})
