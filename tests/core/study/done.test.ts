import { expect, test } from 'vitest'
import { doneIn } from '../../../src/core/study/done.ts'
import { rated, undone } from '../../support/log.ts'

test('nothing done adds up to nothing', () => {
  expect(doneIn([])).toEqual({ cards: 0, answers: 0, recalled: 0, minutes: 0 })
})

test('a card answered twice is one card and two answers', () => {
  const done = doneIn([rated('1'), rated('2', 0, { at: rated('1').at + 1 })])
  expect(done).toMatchObject({ cards: 1, answers: 2 })
})

test('what was forgotten does not count as recalled, what was hard does', () => {
  const done = doneIn([
    rated('1', 0, { rating: 'again' }),
    rated('2', 0, { rating: 'hard', cardId: 'st-b#1' }),
  ])
  expect(done).toMatchObject({ answers: 2, recalled: 1 })
})

test('an answer that was taken back does not count', () => {
  const first = rated('1')
  expect(doneIn([first, undone('2', first)]).answers).toBe(0)
})

test('a card left lying counts as two minutes', () => {
  const done = doneIn([
    rated('1', 0, { durationMs: 30_000 }),
    rated('2', 0, { durationMs: 3_600_000, cardId: 'st-b#1' }),
  ])
  expect(done.minutes).toBe(2.5)
})
