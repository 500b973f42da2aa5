import { expect, test } from 'vitest'
import { freshCards } from '../../../src/core/plan/cards.ts'
import { forecast, forecastOf } from '../../../src/core/plan/forecast.ts'
import type { ForecastRequest } from '../../../src/core/plan/forecast.ts'
import { PRIOR_HABITS } from '../../../src/core/plan/habits.ts'
import { DEFAULT_WEIGHTS } from '../../../src/core/scheduler.ts'

function requestOf(count: number, days: number, minutes: number, newPerDay = Infinity) {
  const shares = [0.3, 0.3, 0.4]
  return {
    exam: 0,
    compare: [10],
    trial: {
      cards: freshCards(count),
      exams: [
        {
          examDay: days,
          startDay: 0,
          retention: 0.9,
          shares,
          domainOf: Int16Array.from({ length: count }, (_, card) => card % 3),
          unseenRecall: [0, 0, 0],
          newPerDay,
        },
      ],
      today: 0,
      minutes: Array.from({ length: days }, () => minutes),
      weights: DEFAULT_WEIGHTS,
      habits: PRIOR_HABITS,
    },
  } satisfies ForecastRequest
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

test('tells how far it is after each run, up to the end', () => {
  const steps = forecast(requestOf(60, 10, 5))
  const told: number[] = []
  for (let step = steps.next(); !step.done; step = steps.next()) told.push(step.value)
  expect(told).toEqual(told.toSorted((a, b) => a - b))
  expect(told.at(-1)).toBe(1)
  expect(told.length).toBe(26)
})

test('has a band, a course that ends in it, and is the same each time', () => {
  const { chosen, course } = forecastOf(requestOf(200, 30, 8))
  expect(chosen.low).toBeLessThan(chosen.middle)
  expect(chosen.middle).toBeLessThan(chosen.high)
  expect(course).toHaveLength(31)
  expect(course.at(-1)?.middle).toBeCloseTo(chosen.middle, 9)
  expect(forecastOf(requestOf(200, 30, 8)).chosen).toEqual(chosen)
})

test('ten minutes more bring more, and leave fewer cards out', () => {
  const { chosen, compared } = forecastOf(requestOf(600, 14, 10))
  expect(compared).toHaveLength(1)
  expect(compared[0]?.middle).toBeGreaterThan(chosen.middle)
  expect(sum(chosen.unseen)).toBeGreaterThan(sum(compared[0]?.unseen ?? []))
})

test('a limit below the pace shows what it costs', () => {
  const { chosen, unlimited } = forecastOf(requestOf(300, 20, 20, 5))
  expect(unlimited?.middle).toBeGreaterThan(chosen.middle + 0.1)
  expect(forecastOf(requestOf(60, 20, 20, 100)).unlimited).toBeNull()
})
