import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calibrationOf } from '../../../src/core/stats/calibration.ts'
import { wilson } from '../../../src/core/stats/wilson.ts'
import { randomOf } from '../../support/random.ts'

describe('the interval of a share', () => {
  // Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i', (hits, count, low, high) => {
    expect(wilson(hits, count).low).toBeCloseTo(low, 4)
    expect(wilson(hits, count).high).toBeCloseTo(high, 4)
  })

  test('of nothing is everything', () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 })
  })
})

describe('calibration', () => {
  test('puts each review into the bin of what was expected of it', () => {
    const { bins, reviews, expected, actual, off } = calibrationOf({
      expected: [0.2, 0.72, 0.74, 0.96, 1],
      recalled: [0, 1, 0, 1, 1],
    })
    expect(bins.map((bin) => [bin.from, bin.to, bin.reviews, bin.recalled])).toEqual([
      [0, 0.5, 1, 0],
      [0.7, 0.75, 2, 1],
      [0.95, 1, 2, 2],
    ])
    expect(reviews).toBe(5)
    expect(expected).toBeCloseTo(0.724)
    expect(actual).toBeCloseTo(0.6)
    expect(off).toBeCloseTo((0.2 + 2 * 0.23 + 2 * 0.02) / 5)
  })

  test('of no reviews says so', () => {
    expect(calibrationOf({ expected: [], recalled: [] })).toEqual({
      reviews: 0,
      expected: 0,
      actual: 0,
      off: 0,
      bins: [],
    })
  })

  test('of predictions that are right is near nothing, and of others is not', () => {
    const random = randomOf(1)
    const chances = Array.from({ length: 20_000 }, () => 0.5 + random() / 2)
    const recalled = chances.map((chance) => (random() < chance ? 1 : 0))
    expect(calibrationOf({ expected: chances, recalled }).off).toBeLessThan(0.01)
    const tooSure = chances.map((chance) => chance ** 0.5)
    expect(calibrationOf({ expected: tooSure, recalled }).off).toBeGreaterThan(0.08)
  })

  test('counts every review once, and each interval holds its share', () => {
    const one = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1))
    fc.assert(
      fc.property(fc.array(one, { maxLength: 200 }), (all) => {
        const { bins, reviews } = calibrationOf({
          expected: all.map(([expected]) => expected),
          recalled: all.map(([, recalled]) => recalled),
        })
        expect(reviews).toBe(all.length)
        for (const { from, to, expected, low, actual, high } of bins) {
          expect(expected).toBeGreaterThanOrEqual(from)
          expect(expected).toBeLessThanOrEqual(to)
          expect(low).toBeLessThanOrEqual(actual + 1e-12)
          expect(high).toBeGreaterThanOrEqual(actual - 1e-12)
        }
      }),
    )
  })
})
