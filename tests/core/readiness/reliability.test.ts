import { describe, expect, test } from 'vitest'
import type { Forecast } from '../../../src/core/readiness/forecast-record.ts'
import { mockOutcomesOf } from '../../../src/core/readiness/reliability.ts'
import { pointsOfRecall } from '../../../src/core/readiness/simulate.ts'
import { DAY_MS } from '../../../src/core/time.ts'
import { finishedRun, FIRST_DAY } from '../../support/mock-finished.ts'

function forecast(day: number, changes: Partial<Forecast> = {}): Forecast {
  return {
    kind: 'forecast',
    id: `forecast/AZ-104/${day}`,
    exam: 'AZ-104',
    day,
    forDay: day + 30,
    updatedAt: day * DAY_MS,
    device: 'test',
    recall: { low: 0.4, high: 0.6 },
    points: { low: 0.5, high: 0.7 },
    pass: 0.3,
    evidence: { cards: 10, seen: 8, reviews: 30, mockAnswers: 20, isFitted: false },
    ...changes,
  }
}

const of = (forecasts: readonly Forecast[], runs = [finishedRun('r', 10)]) =>
  mockOutcomesOf(forecasts, runs, 4)

describe('a mock exam', () => {
  test('is compared with the last forecast from the days before it', () => {
    const forecasts = [forecast(FIRST_DAY + 2), forecast(FIRST_DAY + 9), forecast(FIRST_DAY + 10)]
    const [outcome] = of(forecasts)
    expect(outcome).toMatchObject({
      run: 'r',
      day: FIRST_DAY + 10,
      made: FIRST_DAY + 9,
      of: 'points',
      band: { low: 0.5, high: 0.7 },
      actual: 0.6,
      questions: 20,
    })
    expect(outcome?.expected).toBeCloseTo(0.6)
    expect(outcome?.low).toBeLessThan(0.45)
    expect(outcome?.high).toBeGreaterThan(0.75)
  })

  test('stands beside the points that recall stands for where none were forecast', () => {
    const [outcome] = of([forecast(FIRST_DAY + 9, { points: null, pass: null })])
    expect(outcome).toMatchObject({
      of: 'recall',
      band: { low: pointsOfRecall(0.4), high: pointsOfRecall(0.6) },
    })
  })

  test('is left out without a forecast of the last 30 days', () => {
    expect(of([])).toEqual([])
    expect(of([forecast(FIRST_DAY + 10), forecast(FIRST_DAY + 12)])).toEqual([])
    expect(of([forecast(FIRST_DAY - 21)])).toEqual([])
    expect(of([forecast(FIRST_DAY - 20)])).toHaveLength(1)
  })

  test('counts what was asked for the first time, under exam conditions, over the whole exam', () => {
    const forecasts = [forecast(FIRST_DAY + 9)]
    expect(of(forecasts, [finishedRun('r', 10, { repeats: 6 })])[0]).toMatchObject({
      questions: 14,
      actual: 12 / 14,
    })
    expect(of(forecasts, [finishedRun('r', 10, { repeats: 11 })])).toEqual([])
    expect(of(forecasts, [finishedRun('r', 10, { mode: 'practice' })])).toEqual([])
    expect(of(forecasts, [finishedRun('r', 10, { only: ['az104-storage'] })])).toEqual([])
  })

  test('comes latest first', () => {
    const runs = [finishedRun('a', 2), finishedRun('b', 10)]
    expect(of([forecast(FIRST_DAY)], runs).map(({ run }) => run)).toEqual(['b', 'a'])
  })
})
