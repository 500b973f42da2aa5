import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { historyOf } from '../../src/core/card-history.ts'
import { recallCurveOf } from '../../src/core/recall-curve.ts'
import { RATINGS, ReviewSchema } from '../../src/core/review.ts'
import type { Rescheduled } from '../../src/core/review.ts'
import { replay } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { DAY_MS, studyDayOf } from '../../src/core/time.ts'
import { CARD, rated, reset, T0, undone } from '../support/log.ts'

const FIRST_DAY = studyDayOf(T0, { utcOffsetMin: 0, rolloverHour: 4 })

function due(id: string, days: number, dueIn: number): Rescheduled {
  const stamp = { cardId: CARD, utcOffsetMin: 0, device: 'laptop', at: T0 + days * DAY_MS + 60_000 }
  return { kind: 'rescheduled', id, ...stamp, dueDay: FIRST_DAY + days + dueIn }
}

function stateOf(...log: Parameters<typeof replay>[0]) {
  return replay(log, DEFAULT_SCHEDULER)
}

const KNOWN = rated('r1', 0, { rating: 'easy' })

describe('setting the due day', () => {
  test('changes when the card is due, and nothing of what is known of it', () => {
    expect(stateOf(KNOWN, due('d', 1, 30))).toEqual({
      ...stateOf(KNOWN),
      dueDay: FIRST_DAY + 31,
    })
  })

  test('ends a learning step', () => {
    const learning = rated('r1', 0, { rating: 'again' })
    expect(stateOf(learning)).toMatchObject({ phase: 'learning' })
    expect(stateOf(learning, due('d', 0, 3))).toMatchObject({
      phase: 'review',
      step: 0,
      dueAt: null,
      dueDay: FIRST_DAY + 3,
      lapses: 0,
    })
  })

  test('holds until the next rating, which counts the days that really passed', () => {
    const rating = rated('r2', 9)
    expect(stateOf(KNOWN, due('d', 1, 30), rating)).toEqual(stateOf(KNOWN, rating))
  })

  test('never lies before the last review', () => {
    expect(stateOf(KNOWN, due('d', 1, -50))).toMatchObject({ dueDay: FIRST_DAY })
  })

  test('leaves a new card new, also one that was started anew', () => {
    expect(stateOf(due('d', 0, 3))).toBeNull()
    expect(stateOf(KNOWN, reset('x', 1), due('d', 2, 3))).toBeNull()
    expect(stateOf(KNOWN, due('d', 1, 3), reset('x', 2))).toBeNull()
  })

  test('can be taken back, and brought back', () => {
    const entry = due('d', 1, 30)
    const undo = undone('u', entry)
    expect(stateOf(KNOWN, entry, undo)).toEqual(stateOf(KNOWN))
    expect(stateOf(KNOWN, entry, undo, undone('u2', undo))).toEqual(stateOf(KNOWN, entry))
  })

  test('the last of two holds', () => {
    expect(stateOf(KNOWN, due('d2', 2, 7), due('d1', 1, 30))?.dueDay).toBe(FIRST_DAY + 9)
  })

  test('is an entry of the log like the others', () => {
    const entry = due('d', 1, 30)
    expect(v.parse(ReviewSchema, entry)).toEqual(entry)
    expect(v.is(ReviewSchema, { ...entry, dueDay: 1.5 })).toBe(false)
  })

  test('stands in the history, and marks the day on the curve', () => {
    const log = [KNOWN, due('d', 1, 30)]
    expect(historyOf(log)).toMatchObject([
      { entry: { kind: 'rescheduled' }, counts: true, takenBack: null },
      { entry: { kind: 'rated' }, counts: true },
    ])
    expect(recallCurveOf(log, FIRST_DAY + 2, DEFAULT_SCHEDULER)?.dueDay).toBe(FIRST_DAY + 31)
  })
})

test('the order of arrival and further days set never touch the memory', () => {
  const ratings = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      day: fc.nat(40),
      rating: fc.constantFrom(...RATINGS),
    }),
    { selector: ({ id }) => id, minLength: 1, maxLength: 10 },
  )
  const days = fc.uniqueArray(
    fc.record({ id: fc.uuid(), day: fc.nat(50), dueIn: fc.integer({ min: -5, max: 90 }) }),
    { selector: ({ id }) => id, maxLength: 5 },
  )
  fc.assert(
    fc.property(ratings, days, fc.func(fc.integer()), (some, set, key) => {
      const log = some.map(({ id, day, rating }) => rated(id, day, { rating }))
      const all = [...log, ...set.map(({ id, day, dueIn }) => due(id, day, dueIn))]
      const shuffled = all.toSorted((a, b) => key(a.id) - key(b.id))
      expect(replay(shuffled, DEFAULT_SCHEDULER)).toEqual(replay(all, DEFAULT_SCHEDULER))
      const [without, state] = [replay(log, DEFAULT_SCHEDULER), replay(all, DEFAULT_SCHEDULER)]
      expect(state).toMatchObject({ reps: without?.reps, lastReviewAt: without?.lastReviewAt })
      expect(state?.dueDay).toBeGreaterThanOrEqual(state?.lastReviewDay ?? 0)
    }),
  )
})
