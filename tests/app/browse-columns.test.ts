import { describe, expect, test } from 'vitest'
import { COLUMN_IDS, columnOf } from '../../src/app/browse/columns.ts'
import type { ColumnId } from '../../src/app/browse/columns.ts'
import type { BrowseRow } from '../../src/app/browse/rows.ts'
import { nextSort, sortedRows, sortOf, sortText } from '../../src/app/browse/sort.ts'
import { inLearning, inReview, mark, NOON, TODAY } from '../support/builders.ts'
import { DAY, row } from '../support/search-rows.ts'

const SEEN = { ...DAY, now: NOON, utcOffsetMin: 0 }
const TEXTS = {
  titleOf: ({ note }: Pick<BrowseRow, 'note'>) => `Is ${note.id} so?`,
  verifiedOf: () => '2026-11-01',
}

function rowOf(...args: Parameters<typeof row>): BrowseRow {
  return { ...row(...args), order: 0 }
}

function text(id: ColumnId, of: BrowseRow): string | null {
  return columnOf(id).textOf(of, SEEN, TEXTS)
}

describe('columns', () => {
  test('say what is known of a card in review', () => {
    const state = inReview('a#1', { stability: 10, difficulty: 5, dueDay: TODAY + 3, lapses: 1 })
    const seen = rowOf('a', { state, mark: mark('a#1', { flag: 2 }), note: { tags: ['x', 'y'] } })
    expect(Object.fromEntries(COLUMN_IDS.map((id) => [id, text(id, seen)]))).toEqual({
      question: 'Is a so?',
      skill: 'Skill az104-d1 a',
      exam: 'AZ-104',
      deck: 'Storage data',
      type: 'Question and answer',
      state: 'In review',
      due: 'in 3 days',
      recall: '90\u202f%',
      stability: '10 days',
      difficulty: '5.0',
      interval: '13 days',
      reviews: '3',
      lapses: '1',
      introduced: '4 Sept',
      reviewed: '24 Sept',
      flag: 'Amber',
      tags: 'x, y',
      verified: '1 Nov 2026',
      id: 'a#1',
    })
  })

  test('say what matters most about the state of a card', () => {
    const state = inReview('a#1')
    expect(text('state', rowOf('a'))).toBe('New')
    expect(text('state', rowOf('a', { state: inLearning('a#1', NOON) }))).toBe('Learning')
    expect(text('state', rowOf('a', { state, isLeech: true }))).toBe('Does not stick')
    const suspended = mark('a#1', { suspended: true })
    expect(text('state', rowOf('a', { state, mark: suspended }))).toBe('Suspended')
    const buried = mark('a#1', { buriedUntil: TODAY + 1 })
    expect(text('state', rowOf('a', { state, mark: buried }))).toBe('Put aside')
    expect(text('state', rowOf('a', { state, note: { retired: true } }))).toBe('Retired')
  })

  test('say nothing of a new card that is not known, and no due day of one that does not come up', () => {
    const fresh = rowOf('a')
    const empty = ['due', 'recall', 'stability', 'reviews', 'introduced', 'flag', 'tags'] as const
    expect(empty.map((id) => text(id, fresh))).toEqual(empty.map(() => null))
    const away = mark('a#1', { suspended: true })
    expect(text('due', rowOf('a', { state: inReview('a#1'), mark: away }))).toBeNull()
    expect(text('due', rowOf('a', { state: inLearning('a#1', NOON + 60_000) }))).toBe('12:01')
  })
})

describe('sorting', () => {
  const rows = [
    rowOf('new'),
    rowOf('late', { state: inReview('late#1', { dueDay: TODAY - 3, lapses: 2 }) }),
    rowOf('soon', { state: inReview('soon#1', { dueDay: TODAY + 1 }) }),
    rowOf('also', { state: inReview('also#1', { dueDay: TODAY + 1 }) }),
  ]
  const sorted = (sort: string | null) =>
    sortedRows({ rows, day: SEEN }, sortOf(sort), TEXTS).map(({ note }) => note.id)

  test('up, down, and in the order of the author', () => {
    expect(sorted('due')).toEqual(['late', 'soon', 'also', 'new'])
    expect(sorted('-due')).toEqual(['soon', 'also', 'late', 'new'])
    expect(sorted('question')).toEqual(['also', 'late', 'new', 'soon'])
    expect(sorted(null)).toEqual(['new', 'late', 'soon', 'also'])
    expect(sorted('nonsense')).toEqual(sorted(null))
  })

  test('every column can be sorted by', () => {
    for (const id of COLUMN_IDS) expect(sorted(id)).toHaveLength(4)
  })

  test('a name pressed again turns the order, then gives it up', () => {
    const up = nextSort(null, 'due')
    const down = nextSort(up, 'due')
    expect([up, down].map(sortText)).toEqual(['due', '-due'])
    expect(nextSort(down, 'due')).toBeNull()
    expect(sortText(nextSort(down, 'lapses'))).toBe('lapses')
  })
})
