import { describe, expect, test } from 'vitest'
import {
  arrange,
  isUsed,
  nudge,
  place,
  toggleUse,
  UNUSED,
  usedOf,
} from '../../src/app/study/arrangement.ts'
import { ORDER, ORDER_WITH_DECOY } from '../support/note-types.ts'

const body = (note: typeof ORDER) => {
  if (note.body.type !== 'order') throw new Error('Not an order')
  return note.body
}

describe('an arrangement', () => {
  test('has a line for what is not used only where something can be left out', () => {
    expect(arrange(body(ORDER), ['s2', 's1', 's3'])).toEqual(['s2', 's1', 's3'])
    expect(arrange(body(ORDER_WITH_DECOY), ['d1', 's1'])).toEqual(['d1', 's1', UNUSED])
  })

  test('moves a step past its neighbour, and past the line out of use', () => {
    const start = ['a', 'b', UNUSED]
    expect(nudge(start, 'b', -1)).toEqual(['b', 'a', UNUSED])
    expect(nudge(start, 'b', 1)).toEqual(['a', UNUSED, 'b'])
    expect(usedOf(nudge(start, 'b', 1))).toEqual(['a'])
  })

  test('keeps a step at the end of the list where it is', () => {
    expect(nudge(['a', 'b'], 'a', -1)).toEqual(['a', 'b'])
    expect(nudge(['a', 'b'], 'b', 1)).toEqual(['a', 'b'])
    expect(nudge(['a', 'b'], 'x', 1)).toEqual(['a', 'b'])
  })

  test.each([
    [0, ['c', 'a', 'b']],
    [1, ['a', 'c', 'b']],
    [2, ['a', 'b', 'c']],
  ])('puts a step at place %i', (to, expected) => {
    expect(place(['a', 'b', 'c'], 'c', to)).toEqual(expected)
  })

  test('takes a step out of use and back as the last one', () => {
    const out = toggleUse(['a', 'b', UNUSED], 'a')
    expect(out).toEqual(['b', UNUSED, 'a'])
    expect(isUsed(out, 'a')).toBe(false)
    expect(toggleUse(out, 'a')).toEqual(['b', 'a', UNUSED])
  })

  test('leaves no step out where there is no line', () => {
    expect(toggleUse(['a', 'b'], 'a')).toEqual(['a', 'b'])
  })
})
