import { describe, expect, test } from 'vitest'
import { recallCurveOf } from '../../src/core/recall-curve.ts'
import { replay, retrievability } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { studyDayOf } from '../../src/core/time.ts'
import { T0, rated, reset, undone } from '../support/log.ts'

const DAY0 = studyDayOf(T0, { utcOffsetMin: 0, rolloverHour: 4 })
const curve = (reviews: Parameters<typeof recallCurveOf>[0], days: number) =>
  recallCurveOf(reviews, DAY0 + days, DEFAULT_SCHEDULER)

describe('the recall curve', () => {
  test('is missing while the card is new, also after a new start', () => {
    expect(curve([], 0)).toBeNull()
    expect(curve([rated('a', 0), reset('r', 1)], 2)).toBeNull()
  })

  test('goes from today 60 days ahead and agrees with the state of the card', () => {
    const log = [rated('a', 0), rated('b', 2)]
    const state = replay(log, DEFAULT_SCHEDULER)
    const drawn = curve(log, 5)
    expect(drawn).toMatchObject({ from: DAY0, today: DAY0 + 5, to: DAY0 + 65 })
    expect(drawn?.ahead).toHaveLength(61)
    expect(drawn?.dueDay).toBe(state?.dueDay)
    expect(drawn?.ahead[0]?.recall).toBe(state && retrievability(state, DAY0 + 5))
    expect(drawn?.ahead[60]?.recall).toBe(state && retrievability(state, DAY0 + 65))
  })

  test('starts anew at 100 % with each day of reviews', () => {
    const drawn = curve([rated('a', 0), rated('b', 3), rated('c', 3.1)], 5)
    expect(drawn?.past.map(({ day }) => day - DAY0)).toEqual([0, 3])
    expect(drawn?.past.map(({ points }) => points[0]?.recall)).toEqual([1, 1])
    expect(drawn?.past.map(({ points }) => (points.at(-1)?.day ?? 0) - DAY0)).toEqual([3, 5])
    expect(drawn?.past[0]?.points.at(-1)?.recall).toBeLessThan(1)
  })

  test('marks a day on which the card was forgotten, even if it was known later that day', () => {
    const drawn = curve([rated('a', 0, { rating: 'again' }), rated('b', 0.1), rated('c', 4)], 4)
    expect(drawn?.past.map(({ forgotten }) => forgotten)).toEqual([true, false])
  })

  test('leaves out what was taken back', () => {
    const b = rated('b', 3)
    expect(curve([rated('a', 0), b, undone('u', b)], 5)).toEqual(curve([rated('a', 0)], 5))
  })

  test('draws at most 60 days back, and does not claim reviews on its first day', () => {
    const drawn = curve([rated('a', 0), rated('b', 10), rated('c', 50)], 100)
    expect(drawn?.from).toBe(DAY0 + 40)
    expect(drawn?.past.map(({ day, isDrawn }) => [day - DAY0, isDrawn])).toEqual([
      [10, false],
      [50, true],
    ])
    expect(drawn?.past[0]?.points[0]?.day).toBe(DAY0 + 40)
  })

  test('begins with the last review where the clock is behind it', () => {
    expect(curve([rated('a', 3)], 1)).toMatchObject({ from: DAY0 + 3, today: DAY0 + 3 })
  })
})
