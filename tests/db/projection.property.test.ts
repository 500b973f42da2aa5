import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Review } from '../../src/core/review.ts'
import { RATINGS } from '../../src/core/review.ts'
import { replay } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { StudyDb } from '../../src/db/db.ts'
import { rebuildCardStates } from '../../src/db/projection.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { allStates } from '../../src/db/states.ts'
import { T0 } from '../support/log.ts'
import { freshName } from '../support/test-db.ts'

// Few cards, ids and instants, so that they collide: entries undo each other, themselves and nothing.
const base = {
  id: fc.integer({ min: 0, max: 11 }).map((number) => `e${number}`),
  at: fc.integer({ min: 0, max: 8 }).map((halfDays) => T0 + halfDays * 43_200_000),
  utcOffsetMin: fc.constantFrom(-600, 0, 600),
  device: fc.constant('laptop'),
}
const entry: fc.Arbitrary<Review> = fc.oneof(
  fc.record({
    ...base,
    kind: fc.constant('rated' as const),
    rating: fc.constantFrom(...RATINGS),
    durationMs: fc.constant(4000),
    mode: fc.constantFrom('study' as const, 'cram' as const),
    rev: fc.constant(1),
    shift: fc.constantFrom(undefined, -3, 2, 40),
    cardId: fc.constantFrom('a#1', 'a#2'),
  }),
  fc.record({
    ...base,
    kind: fc.constant('undone' as const),
    target: base.id,
    cardId: fc.constantFrom('a#1', 'a#2'),
  }),
  fc.record({
    ...base,
    kind: fc.constant('reset' as const),
    cardId: fc.constantFrom('a#1', 'a#2'),
  }),
)
const entries = fc.array(entry, { minLength: 1, maxLength: 25 })
const distinct = fc.uniqueArray(entry, { selector: ({ id }) => id, minLength: 1, maxLength: 12 })

async function statesAfter(log: readonly Review[]) {
  const db = new StudyDb(freshName())
  for (const review of log) await recordReview(db, review, DEFAULT_SCHEDULER)
  const reviews = await db.reviews.toArray()
  const states = await allStates(db)
  await rebuildCardStates(db, DEFAULT_SCHEDULER)
  const rebuilt = await allStates(db)
  await db.delete()
  return { reviews, states, rebuilt }
}

test('whatever is recorded, the states are what the log replays to', async () => {
  await fc.assert(
    fc.asyncProperty(entries, async (log) => {
      const { reviews, states, rebuilt } = await statesAfter(log)
      const replayed = ['a#1', 'a#2'].flatMap(
        (card) =>
          replay(
            reviews.filter(({ cardId }) => cardId === card),
            DEFAULT_SCHEDULER,
          ) ?? [],
      )
      expect(states).toEqual(replayed)
      expect(rebuilt).toEqual(states)
    }),
    { numRuns: 40 },
  )
})

test('the order in which entries arrive does not matter', async () => {
  await fc.assert(
    fc.asyncProperty(distinct, fc.func(fc.integer()), async (log, key) => {
      const shuffled = log.toSorted((a, b) => key(a.id) - key(b.id))
      expect((await statesAfter(shuffled)).states).toEqual((await statesAfter(log)).states)
    }),
    { numRuns: 25 },
  )
})
