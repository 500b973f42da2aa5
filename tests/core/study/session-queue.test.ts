import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterCram, sessionQueue } from '../../../src/core/study/session-queue.ts'
import type { Crammed } from '../../../src/core/study/session-queue.ts'
import type { Queue } from '../../../src/core/study/queue.ts'
import { buildQueue } from '../../../src/core/study/queue.ts'
import type { CardState } from '../../../src/core/schedule.ts'
import {
  catalogNote,
  dayOf,
  doneToday,
  inReview,
  mark,
  NOON,
  TODAY,
} from '../../support/builders.ts'

const NONE: Crammed = new Map()
const ids = (queue: Queue) => queue.entries.map(({ card }) => card.cardId)
const notes = (...names: string[]) => names.map((id) => catalogNote(id))
/** Not due for so many days. */
const later = (cardId: string, days: number, changes: Partial<CardState> = {}) =>
  inReview(cardId, { dueDay: TODAY + days, ...changes })

describe('study ahead', () => {
  test('goes on behind what is due with the cards least likely recalled', () => {
    const states = [
      later('a#1', 5, { stability: 50 }),
      later('b#1', 5, { stability: 5 }),
      inReview('c#1'),
    ]
    const day = dayOf(notes('a', 'b', 'c', 'd'), { states })
    const queue = sessionQueue(day, {}, 'ahead', NONE, NOON)
    expect(ids(queue).slice(-2)).toEqual(['b#1', 'a#1'])
    expect(queue.entries.at(-1)?.reason).toMatchObject({ kind: 'ahead', daysEarly: 5 })
    expect(ids(queue)).toHaveLength(4)
  })

  test('asks no card twice a day, and no sibling of one of today', () => {
    const two = catalogNote('two', { keys: ['1', '2'] })
    const states = [doneToday('a#1'), doneToday('two#1'), later('two#2', 3)]
    const day = dayOf([...notes('a'), two], { states })
    expect(ids(sessionQueue(day, {}, 'ahead', NONE, NOON))).toEqual([])
  })

  test('leaves suspended cards out', () => {
    const day = dayOf(notes('a'), {
      states: [later('a#1', 3)],
      marks: [mark('a#1', { suspended: true })],
    })
    expect(ids(sessionQueue(day, {}, 'ahead', NONE, NOON))).toEqual([])
  })
})

describe('cramming', () => {
  test('asks everything: what is known least first, new cards last', () => {
    const states = [later('a#1', 9, { stability: 90 }), later('b#1', 2, { stability: 3 })]
    const day = dayOf(notes('new', 'a', 'b'), { states })
    const queue = sessionQueue(day, {}, 'cram', NONE, NOON)
    expect(ids(queue)).toEqual(['b#1', 'a#1', 'new#1'])
    expect(queue.counts).toEqual({ learning: 0, review: 2, new: 1 })
  })

  test('is over for a card once it was known', () => {
    const day = dayOf(notes('a', 'b'))
    const crammed = afterCram(NONE, 'a#1', 'good')
    expect(ids(sessionQueue(day, {}, 'cram', crammed, NOON))).toEqual(['b#1'])
  })

  test('brings a forgotten card back after five others, or at once where there are none', () => {
    const day = dayOf(notes('a', 'b', 'c', 'd', 'e', 'f', 'g'))
    const asked: string[] = []
    let crammed = NONE
    for (let next = ids(sessionQueue(day, {}, 'cram', crammed, NOON))[0]; next;) {
      asked.push(next)
      const isFirst = asked.filter((id) => id === next).length === 1
      crammed = afterCram(crammed, next, next === 'a#1' && isFirst ? 'again' : 'good')
      next = ids(sessionQueue(day, {}, 'cram', crammed, NOON))[0]
    }
    expect(asked.map((id) => id[0]).join('')).toBe('abcdefag')
    const alone = afterCram(NONE, 'a#1', 'again')
    expect(ids(sessionQueue(dayOf(notes('a')), {}, 'cram', alone, NOON))).toEqual(['a#1'])
  })

  test('whatever is answered, every card is asked until it is known, and no other', () => {
    const day = dayOf(notes('a', 'b', 'c', 'd'))
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 30 }), (answers) => {
        let crammed = NONE
        for (const isKnown of answers) {
          const [next] = ids(sessionQueue(day, {}, 'cram', crammed, NOON))
          if (!next) break
          crammed = afterCram(crammed, next, isKnown ? 'good' : 'again')
        }
        const open = ['a#1', 'b#1', 'c#1', 'd#1'].filter(
          (id) => (crammed.get(id)?.rating ?? 'again') === 'again',
        )
        expect(ids(sessionQueue(day, {}, 'cram', crammed, NOON)).toSorted()).toEqual(open)
      }),
    )
  })

  test('makes a card that was forgotten in it one of today, in ordinary study as well', () => {
    const state = later('a#1', 9)
    const day = dayOf(notes('a'), { states: [state] })
    expect(ids(buildQueue(day, {}, NOON))).toEqual([])
    const forgotten = { ...day, forgotten: new Set(['a#1']) }
    expect(ids(buildQueue(forgotten, {}, NOON))).toEqual(['a#1'])
    const done = { ...forgotten, states: new Map([['a#1', doneToday('a#1')]]) }
    expect(ids(buildQueue(done, {}, NOON))).toEqual([])
  })
})

describe('a choice of cards', () => {
  test('narrows every kind of queue', () => {
    const states = [inReview('a#1'), later('b#1', 4)]
    const day = dayOf(notes('a', 'b', 'c', 'd'), { states })
    const cards = new Set(['b#1', 'c#1'])
    expect(ids(sessionQueue(day, { cards }, 'study', NONE, NOON))).toEqual(['c#1'])
    expect(ids(sessionQueue(day, { cards }, 'ahead', NONE, NOON))).toEqual(['c#1', 'b#1'])
    expect(ids(sessionQueue(day, { cards }, 'cram', NONE, NOON))).toEqual(['b#1', 'c#1'])
  })

  test('within a part of an exam', () => {
    const other = catalogNote('b', { skills: ['az104-d2-a'] })
    const day = dayOf([...notes('a'), other])
    const scope = { part: 'az104-d2', cards: new Set(['a#1', 'b#1']) }
    expect(ids(sessionQueue(day, scope, 'study', NONE, NOON))).toEqual(['b#1'])
  })
})
