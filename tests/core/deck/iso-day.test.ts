import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isoDay } from '../../../src/core/deck/iso-day.ts'

const DAY_MS = 86_400_000

describe('the number of a day', () => {
  test.each(['2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00'])(
    'is null for %s, which does not exist',
    (text) => {
      expect(isoDay(text)).toBeNull()
    },
  )

  test.each(['', '2026-1-1', '20260101', '2026-01-01T00:00', 'soon', '0000-01-01'])(
    'is null for "%s", which is no date',
    (text) => {
      expect(isoDay(text)).toBeNull()
    },
  )

  test('starts at 1', () => {
    expect(isoDay('0001-01-01')).toBe(1)
  })

  test('counts as the calendar does', () => {
    const min = new Date('1583-01-01T00:00:00Z')
    const max = new Date('9999-12-31T00:00:00Z')
    const origin = isoDay('1970-01-01') ?? 0
    fc.assert(
      fc.property(fc.date({ min, max, noInvalidDate: true }), (date) => {
        const days = Math.floor(date.getTime() / DAY_MS)
        expect((isoDay(date.toISOString().slice(0, 10)) ?? 0) - origin).toBe(days)
      }),
      { examples: [[new Date('2000-02-29T00:00:00Z')], [new Date('2000-03-01T00:00:00Z')]] },
    )
  })
})
