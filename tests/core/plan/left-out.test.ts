import { expect, test } from 'vitest'
import type { Outcome } from '../../../src/core/plan/forecast.ts'
import { leftOutOf } from '../../../src/core/plan/left-out.ts'

const outcome = (unseen: readonly number[], minutes = 29.5): Outcome => ({
  more: 0,
  low: 0.6,
  middle: 0.7,
  high: 0.8,
  unseen,
  minutes,
  lastNew: 10,
  recalled: 0.9,
})

test('what is suspended is left out for that, and not for time', () => {
  const forecast = { chosen: outcome([40, 0]), unlimited: null }
  expect(leftOutOf(forecast, [40, 3], null, 60)).toEqual([{ reason: 'suspended', cards: [40, 0] }])
})

test('what time leaves out is told apart from what is suspended', () => {
  const forecast = { chosen: outcome([50, 7]), unlimited: null }
  expect(leftOutOf(forecast, [40, 0], null, 30)).toEqual([
    { reason: 'suspended', cards: [40, 0] },
    { reason: 'time', cards: [10, 7] },
  ])
})

test('a limit is the reason where it leaves time, or cards that come without it', () => {
  const spare = { chosen: outcome([50], 25), unlimited: null }
  expect(leftOutOf(spare, [0], 3, 30)).toEqual([{ reason: 'limit', cards: [50] }])
  expect(leftOutOf(spare, [0], null, 30)).toEqual([{ reason: 'time', cards: [50] }])
  const costs = { chosen: outcome([50]), unlimited: outcome([0]) }
  expect(leftOutOf(costs, [0], 3, 30)).toEqual([{ reason: 'limit', cards: [50] }])
  const full = { chosen: outcome([50]), unlimited: null }
  expect(leftOutOf(full, [0], 300, 30)).toEqual([{ reason: 'time', cards: [50] }])
})

test('nothing is said where all is reached', () => {
  expect(leftOutOf({ chosen: outcome([0, 0]), unlimited: null }, [2, 2], 5, 30)).toEqual([])
})
