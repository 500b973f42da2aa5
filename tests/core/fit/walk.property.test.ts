import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FitLogBuilder } from '../../../src/core/fit/fit-log.ts'
import { predict } from '../../../src/core/fit/predict.ts'
import { bounded } from '../../../src/core/fit/bounds.ts'
import { effectiveRatings } from '../../../src/core/log.ts'
import { RATINGS } from '../../../src/core/review.ts'
import type { Rated, Review } from '../../../src/core/review.ts'
import { next, retrievability } from '../../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER, DEFAULT_WEIGHTS } from '../../../src/core/scheduler.ts'
import type { CardState } from '../../../src/core/schedule.ts'
import type { SchedulerSettings } from '../../../src/core/scheduler.ts'
import { DAY_MS, studyDayOf } from '../../../src/core/time.ts'
import { undone } from '../../support/log.ts'

const T0 = Date.UTC(2026, 0, 10, 12)

const entry: fc.Arbitrary<Rated> = fc.record({
  kind: fc.constant('rated' as const),
  id: fc.uuid(),
  cardId: fc.constant('a#1'),
  rating: fc.constantFrom(...RATINGS),
  // Coarse, so that days collide.
  at: fc.integer({ min: 0, max: 800 }).map((quarters) => T0 + (quarters * DAY_MS) / 4),
  utcOffsetMin: fc.constantFrom(-600, -360, 0, 780),
  durationMs: fc.constant(1000),
  mode: fc.constantFrom('study', 'study', 'study', 'ahead', 'cram'),
  rev: fc.constant(1),
  device: fc.constant('laptop'),
})
const entries = fc.uniqueArray(entry, { selector: ({ id }) => id, minLength: 1, maxLength: 25 })
const weights = fc
  .array(fc.double({ min: -0.4, max: 0.4, noNaN: true }), { minLength: 21, maxLength: 21 })
  .map((logs) =>
    DEFAULT_WEIGHTS.map((weight, index) =>
      bounded(Math.round(weight * Math.exp(logs[index] ?? 0) * 1e4) / 1e4, index),
    ),
  )

/** What the scheduler itself expects of each rating on a later day than the one before. */
function expectedBy(log: readonly Review[], settings: SchedulerSettings) {
  let state: CardState | null = null
  const recalls: number[] = []
  for (const review of effectiveRatings(log)) {
    const clock = { utcOffsetMin: review.utcOffsetMin, rolloverHour: settings.rolloverHour }
    const day = studyDayOf(Math.max(review.at, state?.lastReviewAt ?? 0), clock)
    if (state && day > state.lastReviewDay) recalls.push(retrievability(state, day, settings))
    state = next(state, review, clock, settings)
  }
  return recalls
}

test('the fit remembers as the scheduler does, whatever was done', () => {
  fc.assert(
    fc.property(entries, weights, fc.nat(24), (log, own, target) => {
      const settings = { ...DEFAULT_SCHEDULER, weights: own }
      const taken = log[target]
      const all: Review[] = taken ? [...log, undone('u', taken)] : log
      const builder = new FitLogBuilder(settings.rolloverHour)
      builder.add(all)
      const { expected } = predict(builder.build(), own)
      const wanted = expectedBy(all, settings)
      expect(expected).toHaveLength(wanted.length)
      wanted.forEach((recall, index) => expect(expected[index]).toBeCloseTo(recall, 5))
    }),
  )
})
