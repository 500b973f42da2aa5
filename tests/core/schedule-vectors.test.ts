import { FSRSAlgorithm } from 'ts-fsrs'
import { describe, expect, test } from 'vitest'
import { RATINGS } from '../../src/core/review.ts'
import type { Rating } from '../../src/core/review.ts'
import { intervalDays, next, retrievability } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER, DEFAULT_WEIGHTS } from '../../src/core/scheduler.ts'
import type { CardState } from '../../src/core/schedule.ts'
import type { SchedulerSettings } from '../../src/core/scheduler.ts'
import { DAY_MS, MINUTE_MS } from '../../src/core/time.ts'
import vectors from '../fixtures/fsrs-vectors.json'
import { inReview } from '../support/builders.ts'

const CLOCK = { utcOffsetMin: 0, rolloverHour: 0 }
const START = Date.UTC(2022, 11, 29, 12, 30)

function scheduler(changes: Partial<SchedulerSettings>): SchedulerSettings {
  return { ...DEFAULT_SCHEDULER, rolloverHour: 0, ...changes }
}

function ratingAt(index: number): Rating {
  const rating = RATINGS[index]
  if (!rating) throw new RangeError(`There is no rating ${index}`)
  return rating
}

function rate(before: CardState | null, rating: string, at: number, settings: SchedulerSettings) {
  const known = RATINGS.find((each) => each === rating)
  if (!known) throw new Error(`${rating} is no rating`)
  return next(before, { cardId: 'a#1', at, rating: known }, CLOCK, settings)
}

/** How far off a number is, as a share of what was expected where that is above 1. */
function error(actual: number | undefined, expected: number | undefined): number {
  if (actual === undefined || expected === undefined) return Number.NaN
  return Math.abs(actual - expected) / Math.max(1, Math.abs(expected))
}

describe('each review exactly when due', () => {
  test.each(vectors.histories)('$id: same intervals and phases', (vector) => {
    const settings = scheduler(vector)
    const intervals: number[] = []
    const phases: string[] = []
    let state: CardState | null = null
    let at = START
    for (const rating of vector.ratings) {
      phases.push(state?.phase ?? 'new')
      state = rate(state, rating, at, settings)
      intervals.push(intervalDays(state))
      at = state.dueAt ?? at + intervalDays(state) * DAY_MS
    }
    expect(intervals).toEqual(vector.intervalDays)
    expect(phases).toEqual(vector.phaseBefore)
  })
})

function lastState(
  ratings: readonly string[],
  elapsedDays: readonly number[],
  settings: SchedulerSettings,
): CardState | null {
  let [state, at]: [CardState | null, number] = [null, START]
  ratings.forEach((rating, index) => {
    at += (elapsedDays[index] ?? 0) * DAY_MS
    state = rate(state, rating, at, settings)
  })
  return state
}

describe('memory after a history', () => {
  test.each(vectors.memories)('$id', ({ ratings, elapsedDays, tolerance, ...vector }) => {
    const state = lastState(ratings, elapsedDays, scheduler({ weights: vector.weights }))
    expect(error(state?.stability, vector.stability)).toBeLessThanOrEqual(tolerance)
    expect(error(state?.difficulty, vector.difficulty)).toBeLessThanOrEqual(tolerance)
  })

  test.each(vectors.nextStates)('$id: each rating', ({ ratings, elapsedDays, ...vector }) => {
    const settings = scheduler({ weights: vector.weights })
    RATINGS.forEach((rating, index) => {
      const state = lastState([...ratings, rating], elapsedDays, settings)
      expect(error(state?.stability, vector.stability[index])).toBeLessThanOrEqual(vector.tolerance)
      expect(error(state?.difficulty, vector.difficulty[index])).toBeLessThanOrEqual(
        vector.tolerance,
      )
    })
  })

  test('fsrs-rs-next-states-given: from a given state', () => {
    const { weights, before, rating, tolerance, ...vector } = vectors.nextStateGiven
    const last = inReview('a#1', {
      ...before,
      lastReviewAt: START,
      lastReviewDay: Math.floor(START / DAY_MS),
    })
    const state = rate(last, rating, START + vector.elapsedDays * DAY_MS, scheduler({ weights }))
    expect(error(state.stability, vector.stability)).toBeLessThanOrEqual(tolerance)
    expect(error(state.difficulty, vector.difficulty)).toBeLessThanOrEqual(tolerance)
  })

  test('next-difficulty: each rating', () => {
    const { before, difficulty, weights, tolerance } = vectors.nextDifficulty
    const last = inReview('a#1', { difficulty: before, lastReviewAt: START, lastReviewDay: 0 })
    RATINGS.forEach((rating, index) => {
      const state = rate(last, rating, START, scheduler({ weights }))
      expect(error(state.difficulty, difficulty[index])).toBeLessThanOrEqual(tolerance)
    })
  })
})

describe('stability', () => {
  const { weights, stability, tolerance, ...vector } = vectors.nextStability

  test('next-stability: on the same day', () => {
    const today = { lastReviewAt: START, lastReviewDay: Math.floor(START / DAY_MS) }
    const last = inReview('a#1', { stability, ...today })
    vector.sameDay.forEach((expected, index) => {
      const state = rate(last, ratingAt(index), START, scheduler({ weights }))
      expect(error(state.stability, expected)).toBeLessThanOrEqual(tolerance)
    })
  })

  // These take a probability of recall that whole days never give, so they hold the library to it.
  test('next-stability: the formulas of the library', () => {
    const algorithm = new FSRSAlgorithm({ w: weights })
    vector.difficulty.forEach((difficulty, index) => {
      const recall = vector.recall[index] ?? Number.NaN
      const grade = index + 1
      expect(
        error(
          algorithm.next_recall_stability(difficulty, stability, recall, grade),
          vector.afterRecall[index],
        ),
      ).toBeLessThanOrEqual(tolerance)
      expect(
        error(
          algorithm.next_forget_stability(difficulty, stability, recall),
          vector.afterForgetting[index],
        ),
      ).toBeLessThanOrEqual(tolerance)
    })
  })
})

describe('the forgetting curve', () => {
  test.each(vectors.forgettingCurves)('$id', ({ decay, elapsedDays, recall, ...vector }) => {
    const weights = [...DEFAULT_WEIGHTS.slice(0, 20), decay]
    elapsedDays.forEach((days, index) => {
      const state = { stability: vector.stability[index] ?? Number.NaN, lastReviewDay: 100 }
      expect(
        error(retrievability(state, 100 + days, { weights }), recall[index]),
      ).toBeLessThanOrEqual(vector.tolerance)
    })
  })

  test('retrievability-at-first-easy-due', () => {
    const { elapsedDays, recall, tolerance } = vectors.firstEasyDue
    const state = rate(null, 'easy', START, DEFAULT_SCHEDULER)
    expect(intervalDays(state)).toBe(elapsedDays)
    expect(error(retrievability(state, state.dueDay), recall)).toBeLessThanOrEqual(tolerance)
  })
})

describe('intervals', () => {
  const { stability, desiredRetention, days } = vectors.intervals
  const weights = DEFAULT_WEIGHTS.map((weight, index) => (index === 2 ? stability : weight))

  test.each(desiredRetention.map((wanted, index) => [wanted, days[index] ?? 0] as const))(
    'interval-by-desired-retention: %f gives %i days, up to the maximum',
    (wanted, expected) => {
      const settings = scheduler({ weights, desiredRetention: wanted, learningStepsMin: [] })
      const state = rate(null, 'good', START, settings)
      expect(intervalDays(state)).toBe(Math.min(expected, settings.maximumIntervalDays))
    },
  )
})

describe('first reviews and steps', () => {
  test('first-review-default: each rating', () => {
    const { tolerance, ...vector } = vectors.firstReview
    const settings = scheduler({ learningStepsMin: vector.learningStepsMin })
    RATINGS.forEach((rating, index) => {
      const state = rate(null, rating, START, settings)
      expect(error(state.stability, vector.stability[index])).toBeLessThanOrEqual(tolerance)
      expect(error(state.difficulty, vector.difficulty[index])).toBeLessThanOrEqual(tolerance)
      expect(intervalDays(state)).toBe(vector.intervalDays[index])
      expect(state.phase).toBe(vector.phase[index])
      const minutes = state.dueAt === null ? null : (state.dueAt - START) / MINUTE_MS
      expect(minutes).toBe(vector.dueMinutes[index])
    })
  })

  test('learning-steps-no-skip: good takes one step after the other, then the card is learnt', () => {
    const { learningStepsMin, relearningStepsMin, ...vector } = vectors.steps
    const settings = scheduler({ learningStepsMin, relearningStepsMin })
    const goodMinutes = (first: CardState | null) => {
      const minutes: number[] = []
      for (let state = first; ;) {
        const at = state?.dueAt ?? START
        state = rate(state, 'good', at, settings)
        if (state.dueAt === null) return minutes
        minutes.push((state.dueAt - at) / MINUTE_MS)
      }
    }
    expect(goodMinutes(null)).toEqual(vector.goodMinutes)
    const known = rate(null, 'easy', START, settings)
    const lapsed = rate(known, 'again', START + 8 * DAY_MS, settings)
    expect(goodMinutes(lapsed)).toEqual(vector.goodMinutesRelearning)
  })
})
