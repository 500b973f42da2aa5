import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LOAD_DAYS, MOST_DAYS, shiftOf, spreadPreview } from '../../src/core/balance.ts'
import type { Spread } from '../../src/core/balance.ts'
import { EASE, USUAL_SCHEDULE } from '../../src/core/exam-schedule.ts'
import { weekdayOf } from '../../src/core/plan-settings.ts'
import { RATINGS } from '../../src/core/rating.ts'
import { next, replay } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { spreadRange } from '../../src/core/spread.ts'
import { inReview, NOON, TODAY } from '../support/builders.ts'

const usual: Spread = { ...USUAL_SCHEDULE, loadOf: () => 0 }
const CLOCK = { utcOffsetMin: 0, rolloverHour: 4 }

/** So many reviews on the days ahead. */
function loads(counts: Readonly<Record<number, number>>): Spread {
  return { ...usual, loadOf: (day) => counts[day - TODAY] ?? 0 }
}

const spread: fc.Arbitrary<Spread> = fc
  .record({
    counts: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 120, maxLength: 120 }),
    easyDays: fc.array(fc.constantFrom(...EASE), { minLength: 7, maxLength: 7 }),
    maximumIntervalDays: fc.constantFrom(7, 30, 36_500),
  })
  .map(({ counts, easyDays, maximumIntervalDays }) => ({
    easyDays,
    maximumIntervalDays,
    loadOf: (day) => counts[day - TODAY] ?? 0,
  }))

describe('the day of a review', () => {
  test('is the interval itself while all days are empty', () => {
    expect([1, 2, 3, 7, 30, 90].map((days) => shiftOf(days, TODAY, usual))).toEqual([
      0, 0, 0, 0, 0, 0,
    ])
  })

  test('is the emptiest of the days around, the nearest of equally empty ones', () => {
    const full = { 5: 9, 6: 4, 7: 9, 8: 4, 9: 2 }
    expect(shiftOf(7, TODAY, loads(full))).toBe(2)
    expect(shiftOf(7, TODAY, loads({ ...full, 9: 9 }))).toBe(-1)
    expect(shiftOf(7, TODAY, loads({ 7: 1 }))).toBe(-1)
    // One review more is not worth three days.
    expect(shiftOf(21, TODAY, loads({ 18: 5, 19: 6, 20: 6, 21: 6, 22: 6, 23: 6, 24: 6 }))).toBe(0)
  })

  test('is not a weekday without reviews, if there is another', () => {
    const weekday = weekdayOf(TODAY + 7)
    const without = (...days: number[]): Spread => ({
      ...usual,
      easyDays: USUAL_SCHEDULE.easyDays.map((ease, day) => (days.includes(day) ? 'none' : ease)),
    })
    expect(shiftOf(7, TODAY, without(weekday))).toBe(-1)
    expect(shiftOf(1, TODAY, without(weekdayOf(TODAY + 1)))).toBe(0)
    expect(shiftOf(7, TODAY, without(0, 1, 2, 3, 4, 5, 6))).toBe(0)
  })

  test('is seldom a weekday with fewer reviews', () => {
    const easyDays = USUAL_SCHEDULE.easyDays.map((ease, day) =>
      day === weekdayOf(TODAY + 7) ? 'fewer' : ease,
    )
    const around = { 5: 6, 6: 6, 7: 4, 8: 6, 9: 6 }
    expect(shiftOf(7, TODAY, loads(around))).toBe(0)
    expect(shiftOf(7, TODAY, { ...loads(around), easyDays })).toBe(-1)
    expect(shiftOf(7, TODAY, { ...loads({ ...around, 7: 2 }), easyDays })).toBe(0)
  })

  test('is left where nobody knows how full it will be', () => {
    const far = loads({ [MOST_DAYS + 1]: 50 })
    expect(shiftOf(MOST_DAYS + 1, TODAY, far)).toBe(0)
    expect(LOAD_DAYS).toBe(spreadRange(MOST_DAYS, 999).to)
  })

  test('lies in the range, never before tomorrow, whatever the load', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), spread, (interval, each) => {
        const days = Math.min(interval, each.maximumIntervalDays)
        const { from, to } = spreadRange(days, each.maximumIntervalDays)
        const day = days + shiftOf(days, TODAY, each)
        expect(day).toBeGreaterThanOrEqual(Math.max(1, from))
        expect(day).toBeLessThanOrEqual(to)
      }),
    )
  })
})

describe('what a button promises', () => {
  const card = fc.record({
    stability: fc.double({ min: 0.5, max: 80, noNaN: true }),
    ago: fc.integer({ min: 1, max: 60 }),
    steps: fc.constantFrom([], [10], [1, 10]),
  })

  test('is what the entry leads to, and harder ones never come back later', () => {
    fc.assert(
      fc.property(card, spread, ({ stability, ago, steps }, each) => {
        const before = inReview('a#1', { stability, lastReviewDay: TODAY - ago })
        const scheduler = {
          ...DEFAULT_SCHEDULER,
          learningStepsMin: steps,
          relearningStepsMin: steps,
          maximumIntervalDays: each.maximumIntervalDays,
        }
        for (const known of [before, null]) {
          const { states, shifts } = spreadPreview(known, 'a#1', NOON, CLOCK, scheduler, each)
          for (const rating of RATINGS) {
            const rated = { cardId: 'a#1', at: NOON, rating, shift: shifts[rating] }
            expect(next(known, rated, CLOCK, scheduler)).toEqual(states[rating])
          }
          const days = RATINGS.filter((rating) => states[rating].dueAt === null).map(
            (rating) => states[rating].dueDay,
          )
          expect(days).toEqual(days.toSorted((a, b) => a - b))
        }
      }),
    )
  })

  test('a card that comes up early does not stand in its own way', () => {
    const before = inReview('a#1', { dueDay: TODAY + 23, lastReviewDay: TODAY - 10 })
    const { states } = spreadPreview(before, 'a#1', NOON, CLOCK, DEFAULT_SCHEDULER, null)
    const plain = states.good.dueDay
    const own: Spread = { ...usual, loadOf: (day) => (day === plain ? 1 : 0) }
    const again = { ...before, dueDay: plain }
    const spreadOut = spreadPreview(again, 'a#1', NOON, CLOCK, DEFAULT_SCHEDULER, own)
    expect(spreadOut.shifts.good).toBe(0)
  })

  test('nothing is moved where nothing is spread', () => {
    const { shifts } = spreadPreview(inReview('a#1'), 'a#1', NOON, CLOCK, DEFAULT_SCHEDULER, null)
    expect(shifts).toEqual({ again: 0, hard: 0, good: 0, easy: 0 })
  })
})

test('an entry without a shift replays as ever', () => {
  const entry = {
    kind: 'rated',
    id: 'e1',
    cardId: 'a#1',
    at: NOON,
    utcOffsetMin: 0,
    device: 'laptop',
    rating: 'easy',
    durationMs: 4000,
    mode: 'study',
    rev: 1,
  } as const
  const plain = replay([entry], DEFAULT_SCHEDULER)
  expect(plain?.dueDay).toBe(TODAY + 8)
  expect(replay([{ ...entry, shift: 2 }], DEFAULT_SCHEDULER)).toEqual({
    ...plain,
    dueDay: TODAY + 10,
  })
  expect(replay([{ ...entry, shift: 50 }], DEFAULT_SCHEDULER)?.dueDay).toBe(TODAY + 10)
})
