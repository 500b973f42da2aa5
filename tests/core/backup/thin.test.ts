import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dispensable } from '../../../src/core/backup/thin.ts'
import { DAY_MS, HOUR_MS } from '../../../src/core/time.ts'

const NOW = 20_000 * DAY_MS

test('what is kept gets thinner with its age', () => {
  // Twice a day for two years.
  const made = Array.from({ length: 1460 }, (_, index) => NOW - index * 12 * HOUR_MS)
  const gone = new Set(dispensable(made))
  const days = made.filter((at) => !gone.has(at)).map((at) => Math.floor((NOW - at) / DAY_MS))
  expect(days.filter((day) => day < 7)).toHaveLength(8)
  expect(days.filter((day) => day >= 7 && day < 35)).toHaveLength(4)
  expect(days.filter((day) => day >= 35).length).toBeLessThanOrEqual(11)
  expect(Math.max(...days)).toBeGreaterThan(300)
})

test('the three newest stay, and thinning twice removes no more', () => {
  const instants = fc.array(fc.integer({ min: 0, max: 800 * 24 }).map((hour) => hour * HOUR_MS))
  fc.assert(
    fc.property(instants, (made) => {
      const gone = new Set(dispensable(made))
      const kept = [...new Set(made)].filter((at) => !gone.has(at))
      const newest = [...new Set(made)].toSorted((a, b) => b - a).slice(0, 3)
      expect(newest.every((at) => kept.includes(at))).toBe(true)
      expect(dispensable(kept)).toEqual([])
      expect(kept.length).toBeLessThanOrEqual(27)
    }),
  )
})
