import { expect, test } from 'vitest'
import { habitsOf, PRIOR_HABITS, shrink } from '../../../src/core/plan/habits.ts'
import type { Sitting } from '../../../src/core/plan/habits.ts'

test('without answers the prior holds', () => {
  expect(habitsOf([])).toEqual(PRIOR_HABITS)
})

test('twenty own answers weigh as much as the prior', () => {
  expect(shrink(20, 10, 30)).toBe(20)
  expect(shrink(0, Number.NaN, 30)).toBe(30)
})

test('own medians and shares move the figures, and shares still sum to one', () => {
  const sittings: Sitting[] = [
    ...Array.from({ length: 40 }, (): Sitting => ({ isNew: true, grade: 3, seconds: 20 })),
    ...Array.from({ length: 60 }, (): Sitting => ({ isNew: false, grade: 3, seconds: 6 })),
    ...Array.from({ length: 20 }, (): Sitting => ({ isNew: false, grade: 1, seconds: 50 })),
  ]
  const habits = habitsOf(sittings)
  expect(habits.secondsNew).toBeCloseTo((40 * 20 + 20 * 43.5) / 60, 9)
  expect(habits.secondsPass[1]).toBeCloseTo((60 * 6 + 20 * 12.4) / 80, 9)
  expect(habits.secondsFail).toBeCloseTo((20 * 50 + 20 * 34.6) / 40, 9)
  expect(habits.secondsPass[0]).toBe(PRIOR_HABITS.secondsPass[0])
  expect(habits.first.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 9)
  expect(habits.pass.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 9)
  expect(habits.first[2]).toBeGreaterThan(PRIOR_HABITS.first[2])
})
