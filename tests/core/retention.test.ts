import { expect, test } from 'vitest'
import { timesAsOften } from '../../src/core/retention.ts'

test('at 90 % cards come up as often as at 90 %', () => {
  expect(timesAsOften(0.9)).toBe(1)
})

test('wanting to know more costs more reviews, wanting less saves some', () => {
  expect(timesAsOften(0.95)).toBeCloseTo(2.48, 1)
  expect(timesAsOften(0.8)).toBeCloseTo(0.3, 1)
})
