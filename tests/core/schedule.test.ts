import { describe, expect, test } from 'vitest'
import type { Rating } from '../../src/core/review.ts'
import { intervalDays, preview, replay, retrievability } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER, schedulerKey, schedulerSettingsOf } from '../../src/core/scheduler.ts'
import type { CardState } from '../../src/core/schedule.ts'
import type { SchedulerSettings } from '../../src/core/scheduler.ts'
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts'
import { MINUTE_MS, studyDayOf } from '../../src/core/time.ts'
import { CARD, T0, rated, reset, undone } from '../support/log.ts'

const UTC = { utcOffsetMin: 0, rolloverHour: 4 }
const DAY0 = studyDayOf(T0, UTC)
const STEPS: SchedulerSettings = {
  ...DEFAULT_SCHEDULER,
  learningStepsMin: [1, 10, 60],
  relearningStepsMin: [5, 30],
}

/** The state after the given ratings, each with the days since T0. */
function after(ratings: readonly (readonly [Rating, number])[], settings = DEFAULT_SCHEDULER) {
  const log = ratings.map(([rating, days], index) => rated(`r${index}`, days, { rating }))
  return replay(log, settings)
}

function stepMinutes(state: CardState | null): number | null {
  return state && state.dueAt !== null ? (state.dueAt - state.lastReviewAt) / MINUTE_MS : null
}

describe('replay', () => {
  test('leaves a card without ratings new', () => {
    expect(replay([], DEFAULT_SCHEDULER)).toBeNull()
    expect(replay([reset('r', 0)], DEFAULT_SCHEDULER)).toBeNull()
    expect(replay([rated('a', 0, { mode: 'cram' })], DEFAULT_SCHEDULER)).toBeNull()
  })

  test('puts a card known at once into review, due from the start of a study day', () => {
    const state = after([['good', 0]])
    expect(state).toMatchObject({
      phase: 'review',
      step: 0,
      dueAt: null,
      dueDay: DAY0 + 2,
      reps: 1,
    })
    expect(state).toMatchObject({ introducedDay: DAY0, lastReviewDay: DAY0, lastReviewAt: T0 })
  })

  test('keeps a forgotten new card in the session for ten minutes', () => {
    const state = after([['again', 0]])
    expect(state).toMatchObject({ phase: 'learning', step: 0, dueDay: DAY0, lapses: 0 })
    expect(state?.dueAt).toBe(T0 + 10 * MINUTE_MS)
  })

  test('counts a lapse and starts relearning when a known card is forgotten', () => {
    const state = after([
      ['easy', 0],
      ['again', 8],
    ])
    expect(state).toMatchObject({
      phase: 'relearning',
      step: 0,
      lapses: 1,
      reps: 2,
      dueDay: DAY0 + 8,
    })
    expect(
      after([
        ['easy', 0],
        ['again', 8],
        ['again', 8],
      ])?.lapses,
    ).toBe(1)
    expect(
      after([
        ['easy', 0],
        ['again', 8],
        ['good', 8],
      ]),
    ).toMatchObject({ phase: 'review', lapses: 1 })
  })

  test('begins anew after a reset, also with the day of introduction', () => {
    const state = replay([rated('a', 0), reset('r', 3), rated('b', 5)], DEFAULT_SCHEDULER)
    expect(state).toEqual({ ...replay([rated('b', 5)], DEFAULT_SCHEDULER) })
    expect(state?.introducedDay).toBe(DAY0 + 5)
  })

  test('takes a rating back as if it had never been given', () => {
    const [first, second] = [rated('a', 0), rated('b', 2, { rating: 'again' })]
    const before = replay([first], DEFAULT_SCHEDULER)
    expect(replay([first, second, undone('u', second)], DEFAULT_SCHEDULER)).toEqual(before)
  })

  test('reads the study day of each review from the offset where it was given', () => {
    const inSydney = { utcOffsetMin: 600 }
    const evening = rated('a', 0, { ...inSydney, at: Date.UTC(2026, 5, 10, 11), rating: 'easy' })
    const morning = rated('b', 0, { ...inSydney, at: Date.UTC(2026, 5, 10, 21) })
    const state = replay([evening, morning], DEFAULT_SCHEDULER)
    expect(state).toMatchObject({ introducedDay: 20_614, lastReviewDay: 20_615 })
  })

  test('does not count back where a traveller reaches a place where it is still yesterday', () => {
    const auckland = rated('a', 0, {
      utcOffsetMin: 780,
      rating: 'easy',
      at: Date.UTC(2026, 0, 9, 20),
    })
    const honolulu = rated('b', 0, { utcOffsetMin: -600, at: Date.UTC(2026, 0, 10, 6) })
    const state = replay([auckland, honolulu], DEFAULT_SCHEDULER)
    const first = replay([auckland], DEFAULT_SCHEDULER)
    expect(state?.lastReviewDay).toBe(first?.lastReviewDay)
    expect(state?.stability).toBe(
      replay([auckland, { ...honolulu, utcOffsetMin: 780 }], DEFAULT_SCHEDULER)?.stability,
    )
  })

  test('lets overdue days count in full', () => {
    const onTime = after([
      ['good', 0],
      ['good', 2],
    ])
    const late = after([
      ['good', 0],
      ['good', 40],
    ])
    expect(late?.stability).toBeGreaterThan((onTime?.stability ?? 0) * 2)
  })
})

describe('learning steps', () => {
  const minutes = (ratings: readonly Rating[], settings = STEPS) =>
    stepMinutes(
      after(
        ratings.map((rating) => [rating, 0]),
        settings,
      ),
    )

  test.each<[readonly Rating[], number | null]>([
    [['again'], 1],
    [['hard'], 6],
    [['good'], 10],
    [['easy'], null],
    [['good', 'good'], 60],
    [['good', 'hard'], 10],
    [['good', 'good', 'hard'], 60],
    [['good', 'good', 'again'], 1],
    [['good', 'good', 'good'], null],
    [['again', 'hard', 'good'], 10],
  ])('after %j the card comes back in %s minutes', (ratings, expected) => {
    expect(minutes(ratings)).toBe(expected)
  })

  test('hard on the only step waits half as long again', () => {
    expect(minutes(['hard'], DEFAULT_SCHEDULER)).toBe(15)
    expect(minutes(['again', 'hard'], DEFAULT_SCHEDULER)).toBe(15)
  })

  test('a lapse has steps of its own', () => {
    const lapse: [Rating, number][] = [
      ['easy', 0],
      ['again', 8],
    ]
    expect(stepMinutes(after(lapse, STEPS))).toBe(5)
    expect(stepMinutes(after([...lapse, ['hard', 8]], STEPS))).toBe(18)
    expect(stepMinutes(after([...lapse, ['good', 8]], STEPS))).toBe(30)
    expect(after([...lapse, ['good', 8], ['good', 8]], STEPS)).toMatchObject({ phase: 'review' })
  })

  test('without steps a card goes to review at once, and a lapse is still a lapse', () => {
    const none = { ...DEFAULT_SCHEDULER, learningStepsMin: [], relearningStepsMin: [] }
    expect(after([['again', 0]], none)).toMatchObject({ phase: 'review', dueDay: DAY0 + 1 })
    const lapsed = after(
      [
        ['easy', 0],
        ['again', 8],
      ],
      none,
    )
    expect(lapsed).toMatchObject({ phase: 'review', lapses: 1, dueAt: null })
    expect(lapsed && intervalDays(lapsed)).toBeGreaterThanOrEqual(1)
  })

  test('belong to the day on which they were begun', () => {
    const lateAt = Date.UTC(2026, 0, 11, 3, 55) // Five minutes before the next study day.
    const state = replay([rated('a', 0, { rating: 'again', at: lateAt })], DEFAULT_SCHEDULER)
    expect(state).toMatchObject({ dueDay: DAY0, lastReviewDay: DAY0 })
  })
})

describe('the four buttons', () => {
  const known = after([
    ['good', 0],
    ['good', 2],
  ])
  const shown = (state = known, settings = DEFAULT_SCHEDULER) => {
    const states = preview(state, CARD, T0 + 13 * 86_400_000, UTC, settings)
    return [states.again, states.hard, states.good, states.easy].map((each) => intervalDays(each))
  }

  test('hard comes back before good, and good before easy', () => {
    const [again, hard, good, easy] = shown()
    expect(again).toBe(0)
    expect(hard).toBeLessThan(good ?? 0)
    expect(good).toBeLessThan(easy ?? 0)
  })

  test('are a day apart where rounding would make them equal', () => {
    const state = known && { ...known, stability: 0.01, difficulty: 10, lastReviewDay: DAY0 + 13 }
    const [, hard, good, easy] = shown(state)
    expect([hard, good, easy]).toEqual([1, 2, 3])
  })

  test('of a new card: easy is a day after good where rounding would make them equal', () => {
    const weights = DEFAULT_SCHEDULER.weights.map((weight, index) => (index === 3 ? 2.4 : weight))
    expect(shown(null, { ...DEFAULT_SCHEDULER, weights })).toEqual([0, 0, 2, 3])
  })

  test('wait longer where less recall is wanted', () => {
    const relaxed = shown(known, { ...DEFAULT_SCHEDULER, desiredRetention: 0.8 })
    const strict = shown(known, { ...DEFAULT_SCHEDULER, desiredRetention: 0.95 })
    expect(relaxed[2]).toBeGreaterThan(shown()[2] ?? 0)
    expect(strict[2]).toBeLessThan(shown()[2] ?? 0)
  })

  test('give what replay gives once one of them is pressed', () => {
    const log = [rated('a', 0), rated('b', 2)]
    const at = T0 + 13 * 86_400_000
    const states = preview(known, CARD, at, UTC, DEFAULT_SCHEDULER)
    for (const rating of ['again', 'hard', 'good', 'easy'] as const) {
      expect(replay([...log, rated('c', 13, { rating })], DEFAULT_SCHEDULER)).toEqual(
        states[rating],
      )
    }
  })
})

describe('retrievability', () => {
  const state = { stability: 10, lastReviewDay: 100 }

  test('is 1 on the day of the review and 0.9 after as many days as the stability', () => {
    expect(retrievability(state, 100)).toBe(1)
    expect(retrievability(state, 110)).toBeCloseTo(0.9, 7)
  })

  test('is 1 where the day lies before the review', () => {
    expect(retrievability(state, 90)).toBe(1)
  })

  test('is not changed by the wanted recall', () => {
    const settings = { ...DEFAULT_SCHEDULER, desiredRetention: 0.8 }
    expect(retrievability(state, 120, settings)).toBe(retrievability(state, 120))
  })
})

describe('the settings of the scheduler', () => {
  test('follow from those of the learner', () => {
    const settings = { ...DEFAULT_SETTINGS, desiredRetention: 0.85, rolloverHour: 2 }
    expect(schedulerSettingsOf(settings)).toEqual({
      ...DEFAULT_SCHEDULER,
      desiredRetention: 0.85,
      rolloverHour: 2,
    })
  })

  test('have a key that is equal for equal settings', () => {
    const weights = [...DEFAULT_SCHEDULER.weights]
    expect(schedulerKey({ ...DEFAULT_SCHEDULER, weights })).toBe(schedulerKey(DEFAULT_SCHEDULER))
  })

  test.each([
    ['desired retention', { desiredRetention: 0.91 }],
    ['the start of the day', { rolloverHour: 3 }],
    ['the longest interval', { maximumIntervalDays: 365 }],
    ['a learning step', { learningStepsMin: [10, 20] }],
    ['a relearning step', { relearningStepsMin: [] }],
    ['the parameters', { weights: [...DEFAULT_SCHEDULER.weights.slice(0, 20), 0.2] }],
  ])('have another key with another value of %s', (_, changes) => {
    expect(schedulerKey({ ...DEFAULT_SCHEDULER, ...changes })).not.toBe(
      schedulerKey(DEFAULT_SCHEDULER),
    )
  })

  test('have a key that tells learning steps from relearning steps', () => {
    const one = { ...DEFAULT_SCHEDULER, learningStepsMin: [5], relearningStepsMin: [10] }
    const other = { ...DEFAULT_SCHEDULER, learningStepsMin: [10], relearningStepsMin: [5] }
    expect(schedulerKey(one)).not.toBe(schedulerKey(other))
  })
})
