import * as v from 'valibot'
import { expect, test } from 'vitest'
import { ReviewSchema } from '../../src/core/review.ts'
import type { Review } from '../../src/core/review.ts'
import { replay } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import golden from '../fixtures/golden-log.json'

// Read as data that an earlier release has written: its form must stay readable, too.
const reviews = golden.reviews.map((review) => v.parse(ReviewSchema, review))
const byCard = Map.groupBy(reviews, ({ cardId }) => cardId)

/** Whether the clock was set back while the log was written: ids were given in order. */
function goesBack(log: readonly Review[]): boolean {
  const written = log.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return written.some(({ at }, index) => at < (written[index - 1]?.at ?? 0))
}

test('the golden log holds every kind of entry, and a clock that was set back', () => {
  const text = JSON.stringify(golden.reviews)
  const needed = ['rated', 'undone', 'reset', 'cram', 'ahead', 'again', 'hard', 'good', 'easy']
  expect(needed.filter((word) => !text.includes(`"${word}"`))).toEqual([])
  expect([...byCard.values()].some(goesBack)).toBe(true)
})

test.each(golden.states)('the log of $cardId leads to the state noted with it', (state) => {
  expect(replay(byCard.get(state.cardId) ?? [], DEFAULT_SCHEDULER)).toEqual(state)
})
