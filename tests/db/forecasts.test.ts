import { expect, test } from 'vitest'
import { outcomesOf } from '../../src/core/readiness/forecast-record.ts'
import { forecastsOf, removeResult, saveForecast, saveResult } from '../../src/db/forecasts.ts'
import { testDb } from '../support/test-db.ts'

const evidence = { cards: 10, seen: 8, reviews: 40, mockAnswers: 25, isFitted: false }
const forecast = (day: number, changes = {}) => ({
  exam: 'AZ-104',
  day,
  forDay: day + 30,
  updatedAt: day * 1000,
  device: 'laptop',
  recall: { low: 0.5, high: 0.7 },
  points: { low: 0.6, high: 0.8 },
  pass: 0.6,
  evidence,
  ...changes,
})
const result = (day: number, changes = {}) => ({
  exam: 'AZ-104',
  day,
  score: 742,
  passed: true,
  updatedAt: day * 1000,
  device: 'laptop',
  ...changes,
})

test('of an exam and study day the last forecast is kept', async () => {
  const db = testDb()
  await saveForecast(db, forecast(7))
  await saveForecast(db, forecast(7, { updatedAt: 7500, pass: 0.65 }))
  await saveForecast(db, forecast(7, { exam: 'AZ-305' }))
  await saveForecast(db, forecast(8))
  expect(await forecastsOf(db, 'AZ-104')).toMatchObject([
    { kind: 'forecast', day: 7, pass: 0.65 },
    { kind: 'forecast', day: 8, pass: 0.6 },
  ])
})

test('a result stands beside the last forecast from the days before it', async () => {
  const db = testDb()
  for (const day of [5, 9, 12, 20]) await saveForecast(db, forecast(day))
  await saveResult(db, result(12))
  await saveResult(db, result(3, { score: 650, passed: false }))
  const outcomes = outcomesOf(await forecastsOf(db, 'AZ-104'), 'AZ-104')
  expect(outcomes.map((outcome) => [outcome.result.day, outcome.forecast?.day])).toEqual([
    [12, 9],
    [3, undefined],
  ])
})

test('a result can be corrected and taken back, and its row stays for other devices', async () => {
  const db = testDb()
  await saveResult(db, result(12))
  await saveResult(db, result(12, { score: 724 }))
  expect(await forecastsOf(db, 'AZ-104')).toMatchObject([{ kind: 'result', score: 724 }])
  await removeResult(db, 'AZ-104', 12, { at: 99, device: 'phone' })
  const entries = await forecastsOf(db, 'AZ-104')
  expect(entries).toMatchObject([{ removed: true, device: 'phone', updatedAt: 12_001 }])
  expect(outcomesOf(entries, 'AZ-104')).toEqual([])
  await saveResult(db, result(12, { updatedAt: 100 }))
  expect(outcomesOf(await forecastsOf(db, 'AZ-104'), 'AZ-104')).toHaveLength(1)
})

test.each([
  { score: 0 },
  { score: 1001 },
  { score: 700.5 },
  { exam: 'nonsense' },
  { day: Number.NaN },
])('what is no result is refused: %o', async (changes) => {
  const db = testDb()
  await expect(saveResult(db, result(12, changes))).rejects.toThrow(/./)
  expect(await db.forecasts.count()).toBe(0)
})
