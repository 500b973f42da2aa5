import fc from 'fast-check'
import { MODES, RATINGS } from '../../src/core/review.ts'
import type { Review } from '../../src/core/review.ts'
import { T0 } from './log.ts'

/**
 * Entries of few cards, ids and instants, so that they collide: they undo each other, themselves and
 * nothing, start anew and set days.
 */
export function logEntry(cards: readonly string[]): fc.Arbitrary<Review> {
  const base = {
    id: fc.integer({ min: 0, max: 14 }).map((number) => `e${number}`),
    at: fc.integer({ min: 0, max: 20 }).map((halfDays) => T0 + halfDays * 43_200_000),
    utcOffsetMin: fc.constantFrom(-600, 0, 600),
    device: fc.constant('laptop'),
    cardId: fc.constantFrom(...cards),
  }
  const rev = fc.integer({ min: 1, max: 2 })
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record(
        {
          ...base,
          kind: fc.constant('rated' as const),
          rating: fc.constantFrom(...RATINGS),
          durationMs: fc.integer({ min: 0, max: 200_000 }),
          mode: fc.constantFrom(...MODES),
          rev,
          shift: fc.integer({ min: -12, max: 12 }),
          answer: fc.record({
            chosen: fc.uniqueArray(fc.constantFrom('o1', 'o2', 'o3'), { maxLength: 2 }),
            right: fc.boolean(),
          }),
        },
        {
          requiredKeys: [
            'id',
            'at',
            'utcOffsetMin',
            'device',
            'cardId',
            'kind',
            'rating',
            'durationMs',
            'mode',
            'rev',
          ],
        },
      ),
    },
    {
      weight: 1,
      arbitrary: fc.record({ ...base, kind: fc.constant('undone' as const), target: base.id }),
    },
    { weight: 1, arbitrary: fc.record({ ...base, kind: fc.constant('reset' as const) }) },
    {
      weight: 1,
      arbitrary: fc.record(
        {
          ...base,
          kind: fc.constant('rescheduled' as const),
          dueDay: fc.integer({ min: 20_460, max: 20_480 }),
          rev,
        },
        { requiredKeys: ['id', 'at', 'utcOffsetMin', 'device', 'cardId', 'kind', 'dueDay'] },
      ),
    },
  )
}
