import { describe, expect, test } from 'vitest'
import { effectiveRatings, sortedLog, standingEntries, undoneIds } from '../../src/core/log.ts'
import type { Review } from '../../src/core/review.ts'
import { rated, reset, undone } from '../support/log.ts'

const ids = (reviews: readonly Review[]) => reviews.map(({ id }) => id)
const counting = (...reviews: readonly Review[]) => ids(effectiveRatings(reviews))

describe('the order of a log', () => {
  test('is by instant, then by id', () => {
    expect(ids(sortedLog([rated('c', 1), rated('b', 0), rated('a', 1)]))).toEqual(['b', 'a', 'c'])
  })

  test('holds an entry once that arrived twice', () => {
    expect(ids(sortedLog([rated('a', 0), rated('b', 1), rated('a', 0)]))).toEqual(['a', 'b'])
  })

  test('leaves the log that it was given as it is', () => {
    const log = Object.freeze([rated('b', 1), rated('a', 0)])
    expect(ids(sortedLog(log))).toEqual(['a', 'b'])
    expect(ids(log)).toEqual(['b', 'a'])
  })
})

describe('taking back', () => {
  const [a, b] = [rated('a', 0), rated('b', 1)]
  const undo = undone('u1', b)
  const redo = undone('u2', undo)

  test('a rating leaves the others', () => {
    expect(counting(a, b, undo)).toEqual(['a'])
  })

  test('an undo brings the rating back, and so on to any depth', () => {
    expect(counting(a, b, undo, redo)).toEqual(['a', 'b'])
    expect(counting(a, b, undo, redo, undone('u3', redo))).toEqual(['a'])
  })

  test('counts also where the clock dates it before its target', () => {
    expect(counting(a, b, undone('u1', b, { at: a.at - 5000 }))).toEqual(['a'])
  })

  test('a rating that was taken back twice needs both to be undone', () => {
    const again = undone('v1', b)
    expect(counting(a, b, undo, again, redo)).toEqual(['a'])
    expect(counting(a, b, undo, again, redo, undone('v2', again))).toEqual(['a', 'b'])
  })

  test('an entry that is not there changes nothing', () => {
    expect(counting(a, undone('u', rated('lost', 3)))).toEqual(['a'])
  })

  test('the same undo twice takes back once', () => {
    expect(counting(a, b, undo, undo, redo)).toEqual(['a', 'b'])
  })

  test('in a circle comes to an end and spares the ratings', () => {
    const one = undone('one', b, { target: 'two' })
    const two = undone('two', b, { target: 'one' })
    const self = undone('self', b, { target: 'self' })
    expect(counting(one, a, self, two, b)).toEqual(['a', 'b'])
  })

  test('is settled alike in whatever order a circle arrives', () => {
    const [one, two] = [undone('1', b, { target: '2' }), undone('2', b, { target: '1' })]
    const outside = undone('3', one)
    const expected = undoneIds([one, two, outside])
    expect(undoneIds([two, outside, one])).toEqual(expected)
    expect(undoneIds([outside, one, two])).toEqual(expected)
  })

  test('goes deeper than a call stack would', () => {
    const chain: Review[] = [a]
    for (let depth = 1; depth <= 50_000; depth++) {
      chain.push(undone(`u${depth}`, chain.at(-1) ?? a))
    }
    expect(counting(...chain)).toEqual(['a'])
    expect(counting(...chain.slice(0, -1))).toEqual([])
  })
})

describe('a new start', () => {
  test('leaves what came after it', () => {
    expect(counting(rated('a', 0), reset('r', 1), rated('b', 2))).toEqual(['b'])
  })

  test('is not itself among what stands', () => {
    expect(ids(standingEntries([rated('a', 0), reset('r', 1), rated('b', 2)]))).toEqual(['b'])
  })

  test('can be taken back', () => {
    const start = reset('r', 1)
    expect(counting(rated('a', 0), start, rated('b', 2), undone('u', start))).toEqual(['a', 'b'])
  })

  test('of one card leaves other cards alone', () => {
    const other = rated('b', 0, { cardId: 'st-b#1' })
    expect(counting(rated('a', 0), other, reset('r', 1))).toEqual(['b'])
  })

  test('taken back, the one before it holds', () => {
    const second = reset('r2', 3)
    const log = [rated('a', 0), reset('r1', 1), rated('b', 2), second, undone('u', second)]
    expect(counting(...log)).toEqual(['b'])
  })
})

describe('cramming', () => {
  const crammed = rated('b', 1, { mode: 'cram' })

  test('stands in the log and does not count for memory', () => {
    expect(ids(standingEntries([rated('a', 0), crammed]))).toEqual(['a', 'b'])
    expect(counting(rated('a', 0), crammed)).toEqual(['a'])
  })

  test('is unlike studying ahead of time, which counts', () => {
    expect(counting(rated('a', 0), rated('b', 1, { mode: 'ahead' }))).toEqual(['a', 'b'])
  })
})
