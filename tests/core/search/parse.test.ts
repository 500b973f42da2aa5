import { describe, expect, test } from 'vitest'
import { parseQuery } from '../../../src/core/search/parse.ts'
import { searchRows } from '../../../src/core/search/search.ts'
import { mark } from '../../support/builders.ts'
import { DAY, row } from '../../support/search-rows.ts'

const ROWS = [
  row('a', { note: { text: 'Which tier is offline? Archive. a' } }),
  row('b', { note: { text: 'The archive tier keeps blobs for 180 days. b' } }),
  row('c', { note: { text: 'A virtual network has subnets. c' }, mark: mark('c#1', { flag: 1 }) }),
]

function found(query: string): string {
  const parsed = parseQuery(query)
  if (!parsed.query) throw new Error(`${query}: ${parsed.problem.code}`)
  return searchRows(parsed.query, ROWS, DAY)
    .map(({ note }) => note.id)
    .join('')
}

describe('a query', () => {
  test.each([
    ['', 'abc'],
    ['   ', 'abc'],
    ['archive', 'ab'],
    ['ARCHIVE tier', 'ab'],
    ['archive offline', 'a'],
    ['"archive tier"', 'b'],
    ['"tier archive"', ''],
    ['subnet', 'c'],
    ['-archive', 'c'],
    ['archive -offline', 'b'],
    ['-"archive tier"', 'ac'],
    ['offline or subnets', 'ac'],
    ['archive offline OR subnets', 'ac'],
    ['archive (offline or blobs)', 'ab'],
    ['archive and blobs', 'b'],
    ['-(offline or subnets)', 'b'],
    ['(archive)', 'ab'],
    ['((archive) (blobs))', 'b'],
    ['--archive', 'ab'],
    ['flag:1', 'c'],
    ['-flag:1 tier', 'ab'],
    ['FLAG:1', 'c'],
    ['flag:"1"', 'c'],
    ['archive flag:1 or blobs', 'b'],
    ['or-where', ''],
    ['""', 'abc'],
    [String.raw`"a \"quoted\" word"`, ''],
    ['10.0.0.0:80', ''],
    ['https://learn.microsoft.com', ''],
    ['--name', ''],
  ])('%s finds %s', (query, ids) => expect(found(query)).toBe(ids))

  test('finds words whatever their accents, dashes and quotes', () => {
    const rows = [row('x', { note: { text: 'Zoë’s zone‑redundant  café' } })]
    for (const query of ['zoe', 'ZOË', '"zone-redundant cafe"', `"zoe's"`, '"zoë’s"']) {
      const { query: parsed } = parseQuery(query)
      expect(parsed && searchRows(parsed, rows, DAY)).toHaveLength(1)
    }
  })

  test('of words finds nothing in notes whose text is not read yet, and says that it needs it', () => {
    const unread = [row('x', { note: { text: null } })]
    const words = parseQuery('archive').query
    const term = parseQuery('-is:suspended').query
    expect(words?.needsText).toBe(true)
    expect(words && searchRows(words, unread, DAY)).toEqual([])
    expect(term?.needsText).toBe(false)
    expect(term && searchRows(term, unread, DAY)).toHaveLength(1)
  })

  test('leaves retired cards out unless it asks for them', () => {
    const rows = [row('here'), row('gone', { note: { retired: true } })]
    const ids = (query: string) => {
      const parsed = parseQuery(query).query
      return parsed && searchRows(parsed, rows, DAY).map(({ note }) => note.id)
    }
    expect(ids('')).toEqual(['here'])
    expect(ids('-is:suspended')).toEqual(['here'])
    expect(ids('is:retired')).toEqual(['gone'])
    expect(ids('is:retired or is:new')).toEqual(['here', 'gone'])
  })

  test('edited is short for is:edited; in quotes it is a word', () => {
    const rows = [
      row('changed', { note: { edited: true } }),
      row('word', { note: { text: 'It was edited.' } }),
    ]
    const ids = (query: string) => {
      const parsed = parseQuery(query).query
      return parsed && searchRows(parsed, rows, DAY).map(({ note }) => note.id)
    }
    expect(ids('edited')).toEqual(['changed'])
    expect(ids('"edited"')).toEqual(['word'])
  })
})

describe('a problem points at its spot', () => {
  test.each([
    ['foo:bar', 'unknown-term', 'foo:'],
    ['tier tpye:basic', 'unknown-term', 'tpye:'],
    ['tier is:', 'no-value', 'is:'],
    ['is:""', 'no-value', 'is:""'],
    ['tier "archive', 'open-quote', '"archive'],
    ['deck:"my deck', 'open-quote', '"my deck'],
    ['(archive', 'open-parenthesis', '('],
    ['tier (', 'open-parenthesis', '('],
    ['archive)', 'stray-parenthesis', ')'],
    [') archive', 'stray-parenthesis', ')'],
    ['tier ()', 'empty-parentheses', '()'],
    ['archive -', 'nothing-to-negate', '-'],
    ['archive - tier', 'nothing-to-negate', '-'],
    ['(-)', 'nothing-to-negate', '-'],
    ['or archive', 'or-without-sides', 'or'],
    ['archive or', 'or-without-sides', 'or'],
    ['archive or or tier', 'or-without-sides', 'or'],
    ['(archive or)', 'or-without-sides', 'or'],
  ])('%s: %s', (query, code, spot) => {
    const { problem } = parseQuery(query)
    expect(problem?.code).toBe(code)
    expect(query.slice(problem?.from, problem?.to)).toBe(spot)
  })

  test('a term that does not exist is corrected to one that does', () => {
    expect(parseQuery('tpye:basic').problem).toMatchObject({ name: 'tpye', nearest: 'type' })
    expect(parseQuery('zzz:basic').problem).toMatchObject({ name: 'zzz', nearest: null })
  })

  test('parentheses without end are refused before they harm', () => {
    expect(parseQuery('('.repeat(10_000)).problem?.code).toBe('too-deep')
    expect(parseQuery('-'.repeat(10_000)).problem?.code).toBe('too-deep')
  })
})
