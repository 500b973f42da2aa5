import { expect, test } from 'vitest'
import { calibrationOf } from '../../../src/core/plan/calibration.ts'
import { Memory } from '../../../src/core/plan/memory.ts'
import { EXAM_POLICY, policyFor } from '../../../src/core/plan/policy.ts'
import { DEFAULT_WEIGHTS } from '../../../src/core/scheduler.ts'
import { rated } from '../../support/log.ts'

const memory = new Memory(DEFAULT_WEIGHTS)
const DAY = 86_400_000
/** Noon of study day 20,000 at UTC. */
const NOON = 20_000 * DAY + DAY / 2

const answer = (id: string, day: number, rating: 'again' | 'good', minutes = 0) =>
  rated(`${id}-${day}-${minutes}`, 0, {
    cardId: id,
    at: NOON + day * DAY + minutes * 60_000,
    utcOffsetMin: 0,
    rating,
  })

test('counts reviews on later days against what the model predicts', () => {
  const log = [
    answer('a', 0, 'good'),
    answer('a', 0, 'good', 10),
    answer('a', 4, 'again'),
    answer('a', 4, 'good', 10),
    answer('b', 1, 'good'),
    answer('b', 3, 'good'),
  ]
  const introduced = new Map([
    ['a', 20_000],
    ['b', 20_001],
  ])
  const { reviews, expected, recalled } = calibrationOf(log, (id) => introduced.get(id), memory, 4)
  expect(reviews).toBe(2)
  expect(recalled).toBe(1)
  const first = memory.firstStability(3)
  const stepped = memory.afterSameDay(first, 3)
  expect(expected).toBeCloseTo(memory.recall(4, stepped) + memory.recall(2, first), 9)
})

test('cards that were introduced before the log begins are left out', () => {
  const log = [answer('a', 0, 'good'), answer('a', 4, 'again')]
  expect(calibrationOf(log, () => 19_000, memory, 4).reviews).toBe(0)
})

test('only a model that is badly wrong changes the policy, and not before it is clear', () => {
  expect(policyFor({ reviews: 0, expected: 0, recalled: 0 })).toBe(EXAM_POLICY)
  expect(policyFor({ reviews: 59, expected: 50, recalled: 10 })).toBe(EXAM_POLICY)
  expect(policyFor({ reviews: 100, expected: 85, recalled: 66 })).toBe(EXAM_POLICY)
  expect(policyFor({ reviews: 100, expected: 85, recalled: 95 })).toBe(EXAM_POLICY)
  expect(policyFor({ reviews: 100, expected: 85, recalled: 60 }).pace).toBe(0)
})
