import { afterEach, describe, expect, test } from 'vitest'
import { RATINGS } from '../../src/core/review.ts'
import type { Rated } from '../../src/core/review.ts'
import { intervalDays, next, preview, replay, retrievability } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import type { SchedulerSettings } from '../../src/core/scheduler.ts'
import { DAY_MS } from '../../src/core/time.ts'
import { stamp } from '../support/clock.ts'
import { CARD, rated, reset, undone } from '../support/log.ts'

// Each of these goes wrong where ts-fsrs is used as it comes. Here only its formulas are used.

/** A rating given at a local time. */
function at(localTime: string, id: string, changes: Partial<Rated> = {}): Rated {
  return rated(id, 0, { ...stamp(localTime), ...changes })
}

const states = (...log: readonly Rated[]) => {
  const state = replay(log, DEFAULT_SCHEDULER)
  if (!state) throw new Error('The log holds no rating')
  return state
}

/** Days until a card that was easy at once comes back. */
function interval(changes: Partial<SchedulerSettings>): number | null {
  const state = replay([rated('a', 0, { rating: 'easy' })], { ...DEFAULT_SCHEDULER, ...changes })
  return state && intervalDays(state)
}

describe('1. days are the learner’s, not those of UTC', () => {
  test('an evening and the next morning in Sydney are a day apart, so the memory gets stronger', () => {
    const evening = at('2026-06-10T21:00+10:00', 'a', { rating: 'easy' })
    const morning = at('2026-06-11T07:00+10:00', 'b')
    expect(states(evening).stability).toBeCloseTo(8.2956, 4)
    expect(states(evening, morning).stability).toBeCloseTo(13.49, 2)
  })

  test('twenty minutes across midnight are the same day, so the memory stays as it is', () => {
    const before = at('2026-06-10T23:50+00:00', 'a', { rating: 'easy' })
    const after = at('2026-06-11T00:10+00:00', 'b')
    expect(states(before, after).stability).toBeCloseTo(8.2956, 4)
  })
})

describe('2. recall and review count days alike', () => {
  test('a night is a day for recall too, though it is less than 24 hours', () => {
    const evening = states(at('2026-06-10T22:00+02:00', 'a', { rating: 'easy' }))
    const morning = at('2026-06-11T07:00+02:00', 'b')
    const reviewed = states(at('2026-06-10T22:00+02:00', 'a', { rating: 'easy' }), morning)
    expect(reviewed.lastReviewDay - evening.lastReviewDay).toBe(1)
    const oneDay = retrievability({ stability: evening.stability, lastReviewDay: 0 }, 1)
    expect(retrievability(evening, reviewed.lastReviewDay)).toBe(oneDay)
    expect(oneDay).toBeLessThan(1)
  })

  test('a long day is none, though it is more than 12 hours', () => {
    const morning = states(at('2026-06-10T04:00+02:00', 'a'))
    const night = at('2026-06-11T03:59+02:00', 'b')
    expect(retrievability(morning, states(night).lastReviewDay)).toBe(1)
  })
})

describe('3. a clock that was set back', () => {
  test('does not stop the learner: no day has passed', () => {
    const state = states(at('2026-06-10T12:00+00:00', 'a', { rating: 'easy' }))
    const earlier = stamp('2026-06-08T12:00+00:00')
    const clock = { ...earlier, rolloverHour: 4 }
    const after = next(
      state,
      { cardId: CARD, at: earlier.at, rating: 'good' },
      clock,
      DEFAULT_SCHEDULER,
    )
    const sameTime = next(
      state,
      { cardId: CARD, at: state.lastReviewAt, rating: 'good' },
      clock,
      DEFAULT_SCHEDULER,
    )
    expect(after).toEqual(sameTime)
    expect(after).toMatchObject({
      lastReviewAt: state.lastReviewAt,
      lastReviewDay: state.lastReviewDay,
      reps: 2,
    })
  })

  test('lets a step end after the last review, not before', () => {
    const state = states(at('2026-06-10T12:00+00:00', 'a', { rating: 'again' }))
    const earlier = stamp('2026-06-08T12:00+00:00')
    const clock = { ...earlier, rolloverHour: 4 }
    const after = next(
      state,
      { cardId: CARD, at: earlier.at, rating: 'again' },
      clock,
      DEFAULT_SCHEDULER,
    )
    expect(after.dueAt).toBeGreaterThan(state.lastReviewAt)
  })
})

describe('4. the maximum interval', () => {
  test.each([1, 10])('of %i days holds for every button', (maximumIntervalDays) => {
    const settings = { ...DEFAULT_SCHEDULER, maximumIntervalDays }
    const known = replay([rated('a', 0, { rating: 'easy' }), rated('b', 8)], settings)
    const buttons = preview(
      known,
      CARD,
      rated('c', 18).at,
      { utcOffsetMin: 0, rolloverHour: 4 },
      settings,
    )
    const days = (rating: 'hard' | 'good' | 'easy') => intervalDays(buttons[rating])
    expect([days('hard'), days('good'), days('easy')]).toEqual(Array(3).fill(maximumIntervalDays))
    expect(intervalDays(states(rated('a', 0, { rating: 'easy' })))).toBe(8)
  })

  test('of no days at all still leaves a day', () => {
    expect(interval({ maximumIntervalDays: 0 })).toBe(1)
  })

  test('holds for the first interval too', () => {
    const settings = { ...DEFAULT_SCHEDULER, maximumIntervalDays: 2 }
    const first = preview(null, CARD, rated('a').at, { utcOffsetMin: 0, rolloverHour: 4 }, settings)
    expect([intervalDays(first.good), intervalDays(first.easy)]).toEqual([2, 2])
  })
})

describe('5. undo restores when a card is due', () => {
  test.each([
    ['early', 3],
    ['late', 30],
  ])('after a review that came %s', (_, days) => {
    const log = [rated('a', 0, { rating: 'easy' })]
    const review = rated('b', days, { rating: 'again' })
    const before = replay(log, DEFAULT_SCHEDULER)
    expect(replay([...log, review, undone('u', review)], DEFAULT_SCHEDULER)).toEqual(before)
  })
})

describe('6. what a button shows is what happens', () => {
  test('also where the answer comes four seconds later', () => {
    const state = states(rated('a', 0, { rating: 'easy' }))
    const shownAt = rated('b', 8).at
    const clock = { utcOffsetMin: 0, rolloverHour: 4 }
    const shown = preview(state, CARD, shownAt, clock, DEFAULT_SCHEDULER)
    const pressed = preview(state, CARD, shownAt + 4000, clock, DEFAULT_SCHEDULER)
    for (const rating of RATINGS) {
      expect(intervalDays(pressed[rating])).toBe(intervalDays(shown[rating]))
      expect(pressed[rating].stability).toBe(shown[rating].stability)
    }
  })

  test('and no card is drawn by lot: the id changes nothing', () => {
    const days = ['a#1', 'b#1', 'c#2'].map((cardId) => {
      const log = [0, 2, 13, 59].map((day) => rated(`${day}`, day, { cardId }))
      return replay(log, DEFAULT_SCHEDULER)?.dueDay
    })
    expect(new Set(days).size).toBe(1)
  })
})

describe('7. settings hold together', () => {
  test('another desired retention leaves the maximum interval, and the other way round', () => {
    expect(interval({ desiredRetention: 0.8 })).toBe(28)
    expect(interval({ desiredRetention: 0.8, maximumIntervalDays: 20 })).toBe(20)
    expect(interval({ maximumIntervalDays: 20 })).toBe(8)
  })

  test('alternating between two sets of settings mixes nothing up', () => {
    const sets = [{ desiredRetention: 0.8 }, { desiredRetention: 0.9 }, { desiredRetention: 0.8 }]
    expect(sets.map(interval)).toEqual([28, 8, 28])
  })

  test.each([0, -1, 1.01, Number.NaN])(
    'a desired retention of %f is refused',
    (desiredRetention) => {
      expect(() => interval({ desiredRetention })).toThrow(RangeError)
    },
  )
})

describe('8. what the library adds to Date is not used', () => {
  const added = ['scheduler', 'diff', 'format', 'dueFormat'] as const
  const saved = new Map(
    added.map((name) => [name, Object.getOwnPropertyDescriptor(Date.prototype, name)]),
  )

  afterEach(() => {
    for (const [name, descriptor] of saved) {
      if (descriptor) Reflect.defineProperty(Date.prototype, name, descriptor)
    }
  })

  test('the same log replays alike without it', () => {
    const log = [rated('a', 0), rated('b', 2), rated('c', 9, { rating: 'again' }), rated('d', 9)]
    const before = replay(log, DEFAULT_SCHEDULER)
    for (const name of added) Reflect.deleteProperty(Date.prototype, name)
    expect(added.filter((name) => name in Date.prototype)).toEqual([])
    expect(replay(log, DEFAULT_SCHEDULER)).toEqual(before)
  })
})

describe('9. replay only reads', () => {
  test('the log that it is given, with fields that it does not know', () => {
    const extra = Object.freeze({ ...rated('b', 2), colour: 'blue' })
    const log = Object.freeze([extra, Object.freeze(rated('a', 0)), Object.freeze(reset('r', -1))])
    const copy = structuredClone(log)
    expect(replay(log, DEFAULT_SCHEDULER)).toMatchObject({ reps: 2 })
    expect(log).toEqual(copy)
  })

  test('and ends at the last review, not at the present', () => {
    const state = states(rated('a', 0), rated('b', 2))
    expect(state.lastReviewAt).toBe(rated('b', 2).at)
    expect(intervalDays(state)).toBeGreaterThan(0)
  })
})

describe('10. parameters', () => {
  test.each([0, 17, 19, 20, 22])(
    '%i of them are refused, rather than replaced by others',
    (count) => {
      const weights = Array.from(
        { length: count },
        (_, index) => DEFAULT_SCHEDULER.weights[index] ?? 0.5,
      )
      const settings = { ...DEFAULT_SCHEDULER, weights }
      expect(() => replay([rated('a', 0)], settings)).toThrow(/21 parameters, not \d+/)
    },
  )

  test('are not changed by the library that reads them', () => {
    const weights = Object.freeze([...DEFAULT_SCHEDULER.weights])
    expect(replay([rated('a', 0)], { ...DEFAULT_SCHEDULER, weights })).not.toBeNull()
  })
})

describe('11. learning steps', () => {
  const settings = { ...DEFAULT_SCHEDULER, learningStepsMin: [1, 10] }

  test('hard on the first of 1 and 10 minutes waits 6 minutes, rounded', () => {
    const state = replay([rated('a', 0, { rating: 'hard' })], settings)
    expect(state?.dueAt).toBe(rated('a', 0).at + 6 * 60_000)
  })

  test('the step is part of the state: going on from a stored one gives what replay gives', () => {
    const log = [rated('a', 0), rated('b', 0.01, { rating: 'hard' }), rated('c', 0.02)]
    const stored = replay(log.slice(0, 2), settings)
    const restored = structuredClone(stored)
    expect(restored).toMatchObject({ phase: 'learning', step: 1 })
    const last = { cardId: CARD, at: rated('c', 0.02).at, rating: 'good' } as const
    const gone = next(restored, last, { utcOffsetMin: 0, rolloverHour: 4 }, settings)
    expect(gone).toEqual(replay(log, settings))
    expect(gone).toMatchObject({ phase: 'review' })
  })
})

describe('a review is due from the start of its day', () => {
  test('however late in the day the last one was', () => {
    const late = states(at('2026-06-10T23:10+02:00', 'a'))
    const early = states(at('2026-06-10T05:00+02:00', 'a'))
    expect(late).toMatchObject({ dueDay: early.dueDay, dueAt: null })
    expect(late.dueDay - late.lastReviewDay).toBe(2)
    expect(late.lastReviewAt - early.lastReviewAt).toBeLessThan(DAY_MS)
  })
})
