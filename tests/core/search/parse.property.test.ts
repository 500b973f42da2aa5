import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../../src/core/search/fold.ts'
import { parseQuery } from '../../../src/core/search/parse.ts'
import { searchCards } from '../../../src/core/search/search.ts'
import { suggestionsAt } from '../../../src/core/search/suggest.ts'
import { TERM_NAMES, TERMS } from '../../../src/core/search/terms.ts'
import { quoted, tokensOf } from '../../../src/core/search/tokens.ts'
import { inReview, mark } from '../../support/builders.ts'
import { DAY, row } from '../../support/search-rows.ts'

const ROWS = [
  row('a', { note: { text: 'Archive is offline', tags: ['bridge'] } }),
  row('b', { note: { text: 'Cool is online', type: 'command' }, state: inReview('b#1') }),
  row('c', { mark: mark('c#1', { flag: 1, suspended: true }), note: { text: 'Hot' } }),
]
const ALL = ROWS.map(({ cardId }) => cardId)
const NAMES = { exams: [], domains: [], groups: [], skills: [], decks: [], tags: [] }

/** Anything, with a liking for what the language is made of. */
const noise = fc
  .array(
    fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom('(', ')', '-', '"', ' or ', ' ', ':', '\\"', 'is:due', 'prop:s<3', 'x:y'),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

const example = fc.constantFrom(...TERM_NAMES.flatMap((name) => TERMS[name].examples))
const word = fc.constantFrom('archive', 'offline', 'online', 'hot', '"is offline"')

/** Queries that are well formed. */
const query: fc.Arbitrary<string> = fc.letrec<{ query: string }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 4 },
    example,
    word,
    tie('query').map((inner) => `-(${inner})`),
    fc.tuple(tie('query'), tie('query')).map(([a, b]) => `${a} ${b}`),
    fc.tuple(tie('query'), tie('query')).map(([a, b]) => `(${a} or ${b})`),
  ),
})).query

function idsOf(text: string): string[] {
  const parsed = parseQuery(text)
  if (!parsed.query) throw new Error(`${text}: ${parsed.problem.code}`)
  return searchCards(parsed.query, ROWS, DAY)
}

test('any text is understood or has a problem within it', () => {
  fc.assert(
    fc.property(noise, (text) => {
      const { query: parsed, problem } = parseQuery(text)
      if (parsed) searchCards(parsed, ROWS, DAY)
      if (!problem) return
      expect(problem.from).toBeGreaterThanOrEqual(0)
      expect(problem.to).toBeGreaterThan(problem.from)
      expect(problem.to).toBeLessThanOrEqual(text.length)
    }),
  )
})

test('tokens follow each other, and leave out nothing but spaces', () => {
  fc.assert(
    fc.property(noise, (text) => {
      let end = 0
      for (const { from, to } of tokensOf(text)) {
        expect(text.slice(end, from).trim()).toBe('')
        expect(to).toBeGreaterThan(from)
        end = to
      }
      expect(text.slice(end).trim()).toBe('')
    }),
  )
})

test('a query and its negation divide the cards', () => {
  fc.assert(
    fc.property(query, (text) => {
      expect([...idsOf(text), ...idsOf(`-(${text})`)].toSorted()).toEqual(ALL)
    }),
  )
})

test('and narrows, or widens, and neither minds the order', () => {
  fc.assert(
    fc.property(query, query, (a, b) => {
      const [left, right] = [new Set(idsOf(`(${a})`)), new Set(idsOf(`(${b})`))]
      expect(idsOf(`(${a}) (${b})`)).toEqual(ALL.filter((id) => left.has(id) && right.has(id)))
      expect(idsOf(`(${a}) or (${b})`)).toEqual(ALL.filter((id) => left.has(id) || right.has(id)))
      expect(idsOf(`(${b}) or (${a})`)).toEqual(idsOf(`(${a}) or (${b})`))
    }),
  )
})

test('any text in quotes is looked for as it is', () => {
  const text = fc.string({ minLength: 1, unit: 'grapheme' }).filter((each) => !each.endsWith('\\'))
  fc.assert(
    fc.property(text, (each) => {
      const rows = [row('x', { note: { text: `before ${each} after` } })]
      const parsed = parseQuery(`"${each.replaceAll('"', String.raw`\"`)}"`)
      expect(parsed.query && searchCards(parsed.query, rows, DAY)).toEqual(['x#1'])
    }),
  )
})

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text))
    }),
  )
})

test('what is suggested can be read, and stands where the caret is', () => {
  const tags = fc.uniqueArray(
    fc
      .string({ minLength: 1, maxLength: 12 })
      .filter((tag) => !/[\\]/.test(tag) && tag.trim() !== ''),
  )
  fc.assert(
    fc.property(tags, fc.constantFrom('tag:', 'is:', 'ta', 'x tag:', 'flag:'), (values, text) => {
      const names = { ...NAMES, tags: values.map((value) => ({ value, title: null })) }
      const { from, to, items } = suggestionsAt(text, text.length, names)
      expect(to).toBe(text.length)
      for (const { insert } of items) {
        const next = text.slice(0, from) + insert + text.slice(to)
        const { problem } = parseQuery(next)
        expect([undefined, 'no-value']).toContain(problem?.code)
      }
    }),
  )
})

test('a quoted value comes back as it was', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }).filter((text) => !text.includes('\\')),
      (value) => {
        const [token] = tokensOf(`tag:${quoted(value)}`)
        expect(token).toMatchObject({ kind: 'term', text: value })
      },
    ),
  )
})
