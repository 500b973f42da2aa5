import { expect, test } from 'vitest'
import {
  dayOfDate,
  DEFAULT_MINUTES,
  defaultPlan,
  examRowKey,
  minutesOn,
  planSettingsOf,
  weekdayOf,
} from '../../src/core/plan-settings.ts'

test('a date is the study day of that name', () => {
  expect(dayOfDate('1970-01-01')).toBe(0)
  expect(dayOfDate('2024-10-04')).toBe(20_000)
  expect(dayOfDate('2027-01-15')).toBe(Date.UTC(2027, 0, 15) / 86_400_000)
})

test('weeks begin on Monday', () => {
  expect(weekdayOf(dayOfDate('2026-11-23'))).toBe(0)
  expect(weekdayOf(dayOfDate('2026-11-29'))).toBe(6)
  expect(minutesOn({ minutes: [1, 2, 3, 4, 5, 6, 7] }, dayOfDate('2026-11-25'))).toBe(3)
})

test('rows that do not fit are left out', () => {
  const plan = { ...defaultPlan(20_000), date: '2027-01-15' }
  const rows = [
    { key: examRowKey('AZ-104'), value: plan },
    { key: examRowKey('AZ-305'), value: { ...plan, date: '2027-02-30' } },
    { key: 'plan/minutes', value: [1, 2, 3] },
    { key: 'theme', value: 'dark' },
  ]
  const { exams, minutes } = planSettingsOf(rows)
  expect([...exams]).toEqual([['AZ-104', plan]])
  expect(minutes).toBe(DEFAULT_MINUTES)
})
