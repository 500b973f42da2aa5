import { describe, expect, test } from 'vitest'
import { freshResetOf, historyOf } from '../../src/core/card-history.ts'
import { rated, reset, undone } from '../support/log.ts'

const summary = (reviews: Parameters<typeof historyOf>[0]) =>
  historyOf(reviews).map(({ entry, takenBack, counts }) => [
    entry.id,
    takenBack?.id ?? null,
    counts,
  ])

describe('the history of a card', () => {
  test('begins with the newest review, in whatever order the log is given', () => {
    expect(summary([rated('b', 2), rated('a', 0), rated('c', 5)])).toEqual([
      ['c', null, true],
      ['b', null, true],
      ['a', null, true],
    ])
  })

  test('keeps what was taken back and says what took it back', () => {
    const a = rated('a')
    expect(summary([a, undone('u', a), rated('b', 1)])).toEqual([
      ['b', null, true],
      ['a', 'u', false],
    ])
  })

  test('shows a rating that was brought back as standing', () => {
    const a = rated('a')
    const u = undone('u', a)
    const again = undone('v', u)
    expect(summary([a, u, again])).toEqual([['a', null, true]])
  })

  test('marks what lies before a new start, or was crammed, as not counting', () => {
    expect(
      summary([rated('a', 0), reset('r', 1), rated('b', 2), rated('c', 3, { mode: 'cram' })]),
    ).toEqual([
      ['c', null, false],
      ['b', null, true],
      ['r', null, true],
      ['a', null, false],
    ])
  })

  test('counts what lies before a new start that was taken back', () => {
    const r = reset('r', 1)
    expect(summary([rated('a', 0), r, undone('u', r)])).toEqual([
      ['r', 'u', false],
      ['a', null, true],
    ])
  })
})

describe('a new start', () => {
  test('can be taken back until the card is rated again', () => {
    const log = [rated('a', 0), reset('r', 1)]
    expect(freshResetOf(historyOf(log))?.id).toBe('r')
    expect(freshResetOf(historyOf([...log, rated('b', 2)]))).toBeNull()
  })

  test('that was taken back cannot be taken back again', () => {
    const r = reset('r', 1)
    expect(freshResetOf(historyOf([rated('a', 0), r, undone('u', r)]))).toBeNull()
  })

  test('can be taken back again after a later rating was', () => {
    const b = rated('b', 2)
    expect(freshResetOf(historyOf([reset('r', 1), b, undone('u', b)]))?.id).toBe('r')
  })
})
