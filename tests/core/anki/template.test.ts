import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { simpleGaps } from '../../../src/core/anki/gaps.ts'
import { answerPart, fillTemplate } from '../../../src/core/anki/template.ts'
import { deletionsIn } from '../../../src/core/deck/deletions.ts'
import { offsetAt, offsetsBetween } from '../../../src/core/import/offsets.ts'
import { stableId } from '../../../src/core/import/stable-id.ts'

const fill = (template: string, part: object = {}) =>
  fillTemplate(template, {
    fields: new Map([
      ['Front', 'a'],
      ['Back', 'b'],
      ['Empty', ' <br> '],
    ]),
    special: new Map([['Tags', 't']]),
    frontSide: 'FRONT',
    typed: true,
    cloze: true,
    onUnknownFilter: () => {},
    ...part,
  })

describe('templates', () => {
  test.each([
    ['{{Front}} {{ Back }} {{Tags}}', 'a b t'],
    ['{{FrontSide}}', 'FRONT'],
    ['{{type:Back}}', 'b'],
    ['{{#Front}}yes{{/Front}}{{^Front}}no{{/Front}}', 'yes'],
    ['{{#Empty}}yes{{/Empty}}{{^Empty}}no{{/Empty}}', 'no'],
    ['{{#Front}}{{#Empty}}x{{/Empty}}y{{/Front}}', 'y'],
    ['{{hint:Back}}{{furigana:Front}}', 'ba'],
    ['{{tts en_US:Back}}', ''],
    ['{{Unknown}}', ''],
    ['{{#Empty}}never closed', ''],
  ])('%s', (template, expected) => {
    expect(fill(template)).toBe(expected)
  })

  test('filters of add-ons are told', () => {
    const told: string[] = []
    expect(fill('{{fancy:Back}}', { onUnknownFilter: (name: string) => told.push(name) })).toBe('b')
    expect(told).toEqual(['fancy'])
  })

  test('one that makes no end of text is given up', () => {
    const fields = new Map([['Long', 'x'.repeat(10_000)]])
    expect(fill('{{Long}}'.repeat(100), { fields })).toBeNull()
  })

  test('the answer begins behind Anki’s line', () => {
    expect(answerPart('front <hr id=answer> back')).toBe(' back')
    expect(answerPart('<HR ID="answer"/>back')).toBe('back')
    expect(answerPart('no line')).toBe('no line')
  })
})

describe('gaps', () => {
  test.each([
    ['{{c1::a}} b', '{{c1::a}} b', 0],
    ['{{c1::a {{c2::b}} c}}', '{{c1::a b c}}', 1],
    ['{{c1,2::a}}', '{{c1::a}}', 1],
    ['{{c1::a\\\nb}}', '{{c1::a b}}', 0],
    ['{{c1::never closed', '{{c1::never closed', 0],
  ])('%j', (text, expected, simplified) => {
    expect(simpleGaps(text)).toEqual({ text: expected, simplified })
  })

  test('no gap is left within another or over a line', () => {
    const piece = fc.constantFrom('{{c1::', '{{c2::', '}}', 'a', '::', '\n', '\\\n', '{', '}', ' ')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        for (const { text } of deletionsIn(simpleGaps(pieces.join('')).text)) {
          expect(text).not.toMatch(/\{\{c\d+::/)
        }
      }),
    )
  })
})

test('the same text has the same id, and another one another', () => {
  expect(stableId('a')).toBe(stableId('a'))
  expect(stableId('a')).toMatch(/^[0-9a-z]{28}$/)
  const ids = new Set(Array.from({ length: 20_000 }, (_, index) => stableId(`guid${index}`)))
  expect(ids.size).toBe(20_000)
})

test('changes of the clocks are found to the minute', () => {
  const [winter, summer] = [Date.UTC(2024, 9, 27, 1), Date.UTC(2024, 2, 31, 1)]
  const berlin = (at: number) => (at >= summer && at < winter ? 120 : 60)
  const table = offsetsBetween(Date.UTC(2024, 0, 1), Date.UTC(2025, 0, 1), berlin)
  expect(table).toHaveLength(3)
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2024, 11, 31) }), (at) => {
      fc.pre(Math.abs(at - winter) > 60_000 && Math.abs(at - summer) > 60_000)
      expect(offsetAt(table, at)).toBe(berlin(at))
    }),
  )
})
