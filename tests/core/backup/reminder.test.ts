import { expect, test } from 'vitest'
import { reminderOf } from '../../../src/core/backup/reminder.ts'
import type { AtRisk, Reminder } from '../../../src/core/backup/reminder.ts'
import { DAY_MS, HOUR_MS } from '../../../src/core/time.ts'

const NOW = 20_000 * DAY_MS
const LONG_AGO = NOW - 60 * DAY_MS

const cases: readonly [string, Partial<AtRisk>, Reminder][] = [
  [
    'nothing on the first day, however much was done',
    { firstReviewAt: NOW - HOUR_MS, reviews: 500 },
    'none',
  ],
  ['nothing before anything was done', { firstReviewAt: null, reviews: 0 }, 'none'],
  ['nothing for a handful since yesterday', { reviews: 40, backedUpAt: NOW - DAY_MS }, 'none'],
  ['a gentle word after some evenings', { reviews: 120, backedUpAt: NOW - 2 * DAY_MS }, 'gentle'],
  [
    'a gentle word for little that is old',
    { reviews: 40, backedUpAt: NOW - 30 * DAY_MS },
    'gentle',
  ],
  ['a firm word where much would be lost', { reviews: 412 }, 'firm'],
  ['peace after "later"', { reviews: 120, postponedAt: NOW - 3 * DAY_MS }, 'none'],
  [
    'a firm word again two days after "later"',
    { reviews: 900, postponedAt: NOW - 2 * DAY_MS },
    'firm',
  ],
  [
    'a word where "later" was said by a clock far ahead',
    { reviews: 900, postponedAt: NOW + 90 * DAY_MS },
    'firm',
  ],
]

test.each(cases)('%s', (_, risk, expected) => {
  const known = { reviews: 0, backedUpAt: null, firstReviewAt: LONG_AGO, postponedAt: null }
  expect(reminderOf({ ...known, ...risk }, NOW)).toBe(expected)
})
