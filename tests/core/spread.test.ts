import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moved, spreadRange } from '../../src/core/spread.ts'

const days = fc.integer({ min: 1, max: 36_500 })
const range = (interval: number) => Object.values(spreadRange(interval, 36_500))
const maximum = fc.integer({ min: 7, max: 36_500 })

describe('the days on which a review does as well', () => {
  test('are those of Anki', () => {
    expect([1, 2, 3, 7, 21, 90].map(range)).toEqual([
      [1, 1],
      [2, 2],
      [2, 4],
      [5, 9],
      [18, 24],
      [84, 96],
    ])
  })

  test('hold the interval, are never today, and end with the longest interval', () => {
    fc.assert(
      fc.property(days, maximum, (interval, longest) => {
        const within = Math.min(interval, longest)
        const { from, to } = spreadRange(within, longest)
        expect(from).toBeLessThanOrEqual(within)
        expect(to).toBeGreaterThanOrEqual(within)
        expect(from).toBeGreaterThanOrEqual(Math.min(2, within))
        expect(to).toBeLessThanOrEqual(longest)
      }),
    )
  })

  test('the longer the interval the later they begin and end', () => {
    fc.assert(
      fc.property(days, (interval) => {
        const [one, next] = [spreadRange(interval, 99_999), spreadRange(interval + 1, 99_999)]
        expect(next.from).toBeGreaterThanOrEqual(one.from)
        expect(next.to).toBeGreaterThanOrEqual(one.to)
      }),
    )
  })
})

describe('an interval that was moved', () => {
  test('stays within them, however far an entry says', () => {
    fc.assert(
      fc.property(days, maximum, fc.integer({ min: -60, max: 60 }), (interval, longest, shift) => {
        const within = Math.min(interval, longest)
        const { from, to } = spreadRange(within, longest)
        const nearest = Math.min(to, Math.max(from, within + shift))
        expect(moved(within, shift, longest)).toBe(nearest)
      }),
    )
  })
})
