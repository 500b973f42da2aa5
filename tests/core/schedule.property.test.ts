import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { effectiveRatings, undoneIds } from '../../src/core/log.ts'
import { RATINGS } from '../../src/core/review.ts'
import type { Rated, Review } from '../../src/core/review.ts'
import { intervalDays, next, preview, replay, retrievability } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER, DEFAULT_WEIGHTS } from '../../src/core/scheduler.ts'
import type { CardState } from '../../src/core/schedule.ts'
import type { SchedulerSettings } from '../../src/core/scheduler.ts'
import { DAY_MS } from '../../src/core/time.ts'
import { CARD, T0 } from '../support/log.ts'

// Coarse, so that instants collide; offsets and rollover hours put them on different study days.
const at = fc.integer({ min: 0, max: 240 }).map((quarterDays) => T0 + (quarterDays * DAY_MS) / 4)
const common = {
  id: fc.integer({ min: 0, max: 60 }).map((number) => `e${number}`),
  cardId: fc.constant(CARD),
  at,
  utcOffsetMin: fc.constantFrom(-720, -360, 0, 330, 840),
  device: fc.constant('laptop'),
}
const stamp = { cardId: CARD, utcOffsetMin: 0, device: 'laptop' }
const rating = fc.constantFrom(...RATINGS)
const ratedEntry: fc.Arbitrary<Rated> = fc.record({
  ...common,
  kind: fc.constant('rated'),
  rating,
  durationMs: fc.constant(4000),
  mode: fc.constant('study'),
  rev: fc.constant(1),
})
const entry: fc.Arbitrary<Review> = fc.oneof(
  { weight: 6, arbitrary: ratedEntry },
  { weight: 3, arbitrary: ratedEntry.map((review): Rated => ({ ...review, shift: 3 })) },
  { weight: 1, arbitrary: ratedEntry.map((review): Rated => ({ ...review, mode: 'cram' })) },
  {
    weight: 3,
    arbitrary: fc.record({ ...common, kind: fc.constant('undone' as const), target: common.id }),
  },
  { weight: 1, arbitrary: fc.record({ ...common, kind: fc.constant('reset' as const) }) },
)
const distinct = <T extends Review>(one: fc.Arbitrary<T>, minLength = 1) =>
  fc.uniqueArray(one, { selector: ({ id }) => id, minLength, maxLength: 40 })
const log = distinct(entry)
const ratings = distinct(ratedEntry)

const steps = fc
  .array(fc.integer({ min: 1, max: 600 }), { maxLength: 4 })
  .map((minutes) => minutes.toSorted((a, b) => a - b))
const settings: fc.Arbitrary<SchedulerSettings> = fc.record({
  desiredRetention: fc.constantFrom(0.7, 0.85, 0.9, 0.97),
  weights: fc.oneof(
    fc.constant(DEFAULT_WEIGHTS),
    fc
      .array(fc.double({ min: 0.7, max: 1.4, noNaN: true }), { minLength: 21, maxLength: 21 })
      .map((factors) => DEFAULT_WEIGHTS.map((weight, index) => weight * (factors[index] ?? 1))),
  ),
  rolloverHour: fc.integer({ min: 0, max: 12 }),
  learningStepsMin: steps,
  relearningStepsMin: steps,
  maximumIntervalDays: fc.constantFrom(3, 100, 36_500),
})

function shuffled<T>(list: readonly T[], keys: readonly number[]): T[] {
  return list
    .map((item, index) => ({ item, key: keys[index % keys.length] ?? 0 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item)
}
const keys = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 40 })

describe('replay', () => {
  test('does not depend on the order in which entries arrive', () => {
    fc.assert(
      fc.property(log, keys, settings, (reviews, order, scheduler) => {
        expect(replay(shuffled(reviews, order), scheduler)).toEqual(replay(reviews, scheduler))
        expect(undoneIds(shuffled(reviews, order))).toEqual(undoneIds(reviews))
      }),
    )
  })

  test('does not depend on how often an entry arrives', () => {
    fc.assert(
      fc.property(log, keys, (reviews, order) => {
        const twice = shuffled([...reviews, ...reviews], order)
        expect(replay(twice, DEFAULT_SCHEDULER)).toEqual(replay(reviews, DEFAULT_SCHEDULER))
      }),
    )
  })

  test('is one step after the other', () => {
    fc.assert(
      fc.property(log, settings, (reviews, scheduler) => {
        let state: CardState | null = null
        for (const rated of effectiveRatings(reviews)) {
          const { utcOffsetMin } = rated
          const clock = { utcOffsetMin, rolloverHour: scheduler.rolloverHour }
          state = next(state, rated, clock, scheduler)
        }
        expect(replay(reviews, scheduler)).toEqual(state)
      }),
    )
  })

  test('without an entry is what replay gives once that entry is taken back', () => {
    fc.assert(
      fc.property(distinct(entry), fc.nat(), settings, (reviews, number, scheduler) => {
        const undoable = reviews.filter(({ kind }) => kind !== 'undone')
        const target = undoable[number % Math.max(1, undoable.length)]
        fc.pre(target !== undefined)
        const undo: Review = { ...stamp, id: 'undo', kind: 'undone', at: T0, target: target.id }
        const others = reviews.filter((review) => review !== target)
        expect(replay([...reviews, undo], scheduler)).toEqual(replay(others, scheduler))
      }),
    )
  })

  test('of an entry taken back and brought back is as before', () => {
    fc.assert(
      fc.property(ratings, fc.nat(), (reviews, number) => {
        const target = reviews[number % reviews.length]?.id ?? ''
        const undo: Review = { ...stamp, id: 'undo', kind: 'undone', at: T0, target }
        const redo: Review = { ...undo, id: 'redo', target: undo.id }
        const after = replay([...reviews, undo, redo], DEFAULT_SCHEDULER)
        expect(after).toEqual(replay(reviews, DEFAULT_SCHEDULER))
      }),
    )
  })

  test('keeps every number within its bounds', () => {
    fc.assert(
      fc.property(ratings, settings, (reviews, scheduler) => {
        const state = replay(reviews, scheduler)
        if (!state) throw new Error('A rated card has a state')
        expect(state.difficulty).toBeGreaterThanOrEqual(1)
        expect(state.difficulty).toBeLessThanOrEqual(10)
        expect(state.stability).toBeGreaterThan(0)
        expect(Number.isFinite(state.stability)).toBe(true)
        expect(state.reps).toBe(reviews.length)
        expect(state.lapses).toBeLessThan(state.reps)
        expect(state.introducedDay).toBeLessThanOrEqual(state.lastReviewDay)
        expect(intervalDays(state)).toBeLessThanOrEqual(scheduler.maximumIntervalDays)
        const isReview = state.phase === 'review'
        expect(state.dueAt === null).toBe(isReview)
        expect(state.dueAt ?? Infinity).toBeGreaterThan(state.lastReviewAt)
        expect(intervalDays(state) > 0).toBe(isReview)
      }),
    )
  })
})

describe('the four buttons', () => {
  const moment = fc.record({
    days: fc.integer({ min: 0, max: 60 }),
    utcOffsetMin: common.utcOffsetMin,
  })

  test('never hold a better answer for less', () => {
    fc.assert(
      fc.property(ratings, moment, settings, (reviews, { days, utcOffsetMin }, scheduler) => {
        const state = replay(reviews, scheduler)
        const now = (state?.lastReviewAt ?? T0) + days * DAY_MS
        const clock = { utcOffsetMin, rolloverHour: scheduler.rolloverHour }
        const after = preview(state, CARD, now, clock, scheduler)
        const order = RATINGS.map((each) => after[each])
        order.slice(1).forEach((better, index) => {
          const worse = order[index]
          expect(better.stability).toBeGreaterThanOrEqual(worse?.stability ?? Number.NaN)
          expect(better.difficulty).toBeLessThanOrEqual(worse?.difficulty ?? Number.NaN)
          expect(better.dueDay).toBeGreaterThanOrEqual(worse?.dueDay ?? Number.NaN)
          expect(better.dueAt ?? Infinity).toBeGreaterThanOrEqual(worse?.dueAt ?? 0)
        })
      }),
    )
  })

  test('show what replay gives once one is pressed', () => {
    fc.assert(
      fc.property(
        ratings,
        rating,
        moment,
        settings,
        (reviews, pressed, { days, utcOffsetMin }, scheduler) => {
          const state = replay(reviews, scheduler)
          const now = (state?.lastReviewAt ?? T0) + days * DAY_MS + 1
          const clock = { utcOffsetMin, rolloverHour: scheduler.rolloverHour }
          const shown = preview(state, CARD, now, clock, scheduler)
          const last: Rated = {
            ...reviews[0],
            ...stamp,
            utcOffsetMin,
            id: 'last',
            at: now,
            rating: pressed,
            kind: 'rated',
            durationMs: 0,
            mode: 'study',
            rev: 1,
          }
          expect(replay([...reviews, last], scheduler)).toEqual(shown[pressed])
        },
      ),
    )
  })
})

describe('retrievability', () => {
  test('falls from day to day, from 1, and never to 0', () => {
    fc.assert(
      fc.property(
        ratings,
        settings,
        fc.integer({ min: 1, max: 4000 }),
        (reviews, scheduler, days) => {
          const state = replay(reviews, scheduler)
          if (!state) throw new Error('A rated card has a state')
          const on = (day: number) => retrievability(state, state.lastReviewDay + day, scheduler)
          expect(on(0)).toBe(1)
          expect(on(days)).toBeLessThan(on(days - 1))
          expect(on(days)).toBeGreaterThan(0)
        },
      ),
    )
  })
})
