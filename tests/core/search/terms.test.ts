import { describe, expect, test } from 'vitest'
import { NOTE_TYPES } from '../../../src/core/note.ts'
import { parseQuery } from '../../../src/core/search/parse.ts'
import type { SearchRow } from '../../../src/core/search/row.ts'
import { searchCards } from '../../../src/core/search/search.ts'
import { TERM_NAMES, TERMS } from '../../../src/core/search/terms.ts'
import type { TermName } from '../../../src/core/search/terms.ts'
import { inLearning, inReview, mark, NOON, TODAY } from '../../support/builders.ts'
import { DAY, row } from '../../support/search-rows.ts'

/** Ids of the notes that a query finds, in the order of the rows. */
function found(query: string, rows: readonly SearchRow[]): string[] {
  const parsed = parseQuery(query)
  if (!parsed.query) throw new Error(`${query}: ${parsed.problem.code}`)
  return searchCards(parsed.query, rows, DAY).map((id) => id.replace(/#.*/, ''))
}

const NEW = row('new')
const LEARNING = row('learning', { state: inLearning('learning#1', NOON) })
const REVIEW = row('review', { state: inReview('review#1', { dueDay: TODAY + 3 }) })
const DUE = row('due', { state: inReview('due#1') })
const LEECH = row('leech', {
  state: inReview('leech#1', { lapses: 4, dueDay: TODAY + 9 }),
  isLeech: true,
})
const ALL = [NEW, LEARNING, REVIEW, DUE, LEECH]

const BY_TERM: Readonly<Record<TermName, () => void>> = {
  exam() {
    const both = row('both', { skills: ['az104-d1-a', 'az305-d1-a'] })
    const rows = [NEW, row('b', { skills: ['az305-d1-a'] }), both]
    expect(found('exam:az-305', rows)).toEqual(['b', 'both'])
    expect(found('exam:AZ104', rows)).toEqual(['new', 'both'])
    expect(found('exam:az-900', rows)).toEqual([])
  },
  domain() {
    const rows = [NEW, row('second', { skills: ['az104-d2-a'] })]
    expect(found('domain:2', rows)).toEqual(['second'])
    expect(found('domain:az104-d2', rows)).toEqual(['second'])
    expect(found('domain:"Domain az104-d1"', rows)).toEqual(['new'])
    expect(found('domain:d2', rows)).toEqual(['second'])
  },
  group() {
    const rows = [NEW, row('second', { skills: ['az104-d2-a'] })]
    expect(found('group:2.1', rows)).toEqual(['second'])
    expect(found('group:"group az104-d2"', rows)).toEqual(['second'])
    expect(found('group:2', rows)).toEqual([])
  },
  skill() {
    const rows = [NEW, row('other', { skills: ['az104-d1-b'] })]
    expect(found('skill:az104-d1-b', rows)).toEqual(['other'])
    expect(found('skill:"d1 b"', rows)).toEqual(['other'])
    expect(found('skill:"b d1"', rows)).toEqual([])
    expect(found('skill:az104-*', rows)).toEqual(['new', 'other'])
  },
  deck() {
    const rows = [NEW, row('mine', { note: { deck: 'f00d', deckTitle: 'My own cards' } })]
    expect(found('deck:az104-storage-data', rows)).toEqual(['new'])
    expect(found('deck:own', rows)).toEqual(['mine'])
    expect(found('deck:"my own cards"', rows)).toEqual(['mine'])
  },
  type() {
    const rows = NOTE_TYPES.map((type) => row(type, { note: { type } }))
    for (const type of NOTE_TYPES) expect(found(`type:${type}`, rows)).toEqual([type])
    expect(found('type:COMMAND', rows)).toEqual(['command'])
  },
  is() {
    const marked = [
      row('suspended', { mark: mark('x', { suspended: true }), state: inReview('x') }),
      row('buried', { mark: mark('x', { buriedUntil: TODAY + 1 }), state: inReview('x') }),
      row('until-today', { mark: mark('x', { buriedUntil: TODAY }), state: inReview('x') }),
      row('flagged', { mark: mark('x', { flag: 3 }) }),
      row('unflagged', { mark: mark('x') }),
    ]
    const notes = [
      row('retired', { note: { retired: true }, state: inReview('x') }),
      row('own', { note: { origin: 'own' } }),
      row('imported', { note: { origin: 'imported' } }),
      row('edited', { note: { edited: true } }),
      row('conflict', { note: { conflict: true } }),
      row('recheck', { note: { status: 'recheck' } }),
      row('draft', { note: { status: 'draft' } }),
    ]
    expect(found('is:new', ALL)).toEqual(['new'])
    expect(found('is:learning', ALL)).toEqual(['learning'])
    expect(found('is:review', ALL)).toEqual(['review', 'due', 'leech'])
    expect(found('is:leech', ALL)).toEqual(['leech'])
    expect(found('is:due', [...ALL, ...marked, ...notes])).toEqual([
      'learning',
      'due',
      'until-today',
    ])
    expect(found('is:suspended', marked)).toEqual(['suspended'])
    expect(found('is:buried', marked)).toEqual(['buried'])
    expect(found('is:flagged', marked)).toEqual(['flagged'])
    expect(found('is:retired', notes)).toEqual(['retired'])
    expect(found('is:own', notes)).toEqual(['own', 'imported'])
    expect(found('is:edited', notes)).toEqual(['edited'])
    expect(found('is:conflict', notes)).toEqual(['conflict'])
    expect(found('is:recheck', notes)).toEqual(['recheck'])
    expect(found('is:draft', notes)).toEqual(['draft'])
  },
  flag() {
    const rows = [
      NEW,
      row('red', { mark: mark('x', { flag: 1 }) }),
      row('none', { mark: mark('x') }),
    ]
    expect(found('flag:1', rows)).toEqual(['red'])
    expect(found('flag:0', rows)).toEqual(['new', 'none'])
    expect(found('flag:2', rows)).toEqual([])
  },
  tag() {
    const rows = [
      NEW,
      row('bridge', { note: { tags: ['Bridge', 'x'] } }),
      row('below', { note: { tags: ['bridge::az-305'] } }),
      row('bridges', { note: { tags: ['bridges'] } }),
    ]
    expect(found('tag:bridge', rows)).toEqual(['bridge', 'below'])
    expect(found('tag:bridge*', rows)).toEqual(['bridge', 'below', 'bridges'])
    expect(found('tag:none', rows)).toEqual(['new'])
  },
  id() {
    const rows = [row('st-a'), { ...row('st-a'), cardId: 'st-a#c2', key: 'c2' }, row('vm-a')]
    expect(found('id:st-a#c2', rows)).toHaveLength(1)
    expect(found('id:st-a', rows)).toHaveLength(2)
    expect(found('id:st-*', rows)).toHaveLength(2)
    expect(found('id:*-a', rows)).toHaveLength(3)
    expect(found('id:st', rows)).toEqual([])
  },
  note() {
    const rows = [row('st-a'), row('st-ab')]
    expect(found('note:ST-A', rows)).toEqual(['st-a'])
    expect(found('note:st-a#1', rows)).toEqual([])
  },
  rated() {
    const rows = [
      NEW,
      row('today', { ratings: [{ day: TODAY, rating: 'good' }] }),
      row('six', { ratings: [{ day: TODAY - 6, rating: 'again' }] }),
      row('seven', { ratings: [{ day: TODAY - 7, rating: 'again' }] }),
    ]
    expect(found('rated:1', rows)).toEqual(['today'])
    expect(found('rated:7', rows)).toEqual(['today', 'six'])
    expect(found('rated:7:again', rows)).toEqual(['six'])
    expect(found('rated:8:AGAIN', rows)).toEqual(['six', 'seven'])
    expect(parseQuery('rated:7 or -(rated:30:easy)').query?.ratedDays).toBe(30)
    expect(parseQuery('is:due').query?.ratedDays).toBe(0)
  },
  introduced() {
    const rows = [
      NEW,
      row('today', { state: inReview('x', { introducedDay: TODAY }) }),
      row('week', { state: inReview('x', { introducedDay: TODAY - 6 }) }),
      row('older', { state: inReview('x', { introducedDay: TODAY - 7 }) }),
    ]
    expect(found('introduced:1', rows)).toEqual(['today'])
    expect(found('introduced:7', rows)).toEqual(['today', 'week'])
  },
  prop() {
    const state = { stability: 20.6, difficulty: 7.25, reps: 5, lapses: 2 }
    const known = row('known', {
      state: inReview('x', { ...state, dueDay: TODAY + 4, lastReviewDay: TODAY - 10 }),
    })
    const rows = [NEW, known]
    const isFound = (query: string) => found(`prop:${query}`, rows).includes('known')
    expect(['s<21', 's>20', 's=21', 's=20.6', 's!=20', 's<=20.6'].map(isFound)).toEqual(
      Array.from({ length: 6 }, () => true),
    )
    expect(['s<20', 's=20', 's>=21', 's!=21'].some(isFound)).toBe(false)
    expect(['d>7', 'd<7.3', 'ivl=14', 'lapses>=2', 'reps=5', 'due=4', 'due>0'].every(isFound)).toBe(
      true,
    )
    // Ten days of a stability of 20.6: about 94 %.
    expect(['r>0.9', 'r>90%', 'r<=0.95', 'r=94%', 'r=0.94'].every(isFound)).toBe(true)
    expect(isFound('r=93%')).toBe(false)
    const late = row('late', { state: inReview('x', { dueDay: TODAY - 2 }) })
    expect(found('prop:due<=-2', [late, known])).toEqual(['late'])
    // A new card has no memory to compare, but a count of reviews.
    expect(found('prop:s>=0 or prop:s!=3 or prop:due<99', [NEW])).toEqual([])
    expect(found('prop:reps=0 prop:lapses=0', rows)).toEqual(['new'])
  },
}

describe.each(TERM_NAMES)('%s:', (name) => {
  test('finds what it says', () => {
    expect.hasAssertions()
    BY_TERM[name]()
  })

  test.each(TERMS[name].examples)('understands the example %s', (example) => {
    expect(parseQuery(example).problem).toBeNull()
    expect(example.startsWith(`${name}:`)).toBe(true)
  })

  test('understands every value that it suggests', () => {
    const { values } = TERMS[name]
    const closed: readonly string[] = Array.isArray(values) ? values : []
    const wrong = closed.filter((value) => parseQuery(`${name}:${value}`).problem)
    expect(wrong).toEqual([])
  })
})

test.each([
  ['exam:azure', 'azure'],
  ['type:comand', 'comand'],
  ['is:dew', 'dew'],
  ['flag:5', '5'],
  ['flag:red', 'red'],
  ['rated:0', '0'],
  ['rated:7:bad', '7:bad'],
  ['rated:7:again:x', '7:again:x'],
  ['introduced:-1', '-1'],
  ['prop:x<3', 'x<3'],
  ['prop:s<', 's<'],
  ['prop:r<80', 'r<80'],
  ['prop:s<80%', 's<80%'],
])('%s is refused, pointing at its value', (query, value) => {
  const { problem } = parseQuery(`storage ${query}`)
  expect(problem).toMatchObject({ code: 'bad-value', value })
  expect(`storage ${query}`.slice(problem?.from, problem?.to)).toBe(value)
})

test('a value that is nearly right is corrected', () => {
  expect(parseQuery('type:comand').problem).toMatchObject({ nearest: 'command' })
  expect(parseQuery('is:suspendet').problem).toMatchObject({ nearest: 'suspended' })
})
