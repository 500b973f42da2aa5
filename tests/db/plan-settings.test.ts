import { expect, test } from 'vitest'
import { DEFAULT_MINUTES, defaultPlan, examRowKey } from '../../src/core/plan-settings.ts'
import { loadPlanSettings, savePlan } from '../../src/db/plan-settings.ts'
import { anotherTab, testDb } from '../support/test-db.ts'

const PLAN = { ...defaultPlan(20_000), date: '2027-01-15', known: { 'az104-storage': 0.4 } }
const MINUTES = [20, 20, 20, 20, 20, 0, 0]

test('without a plan there are twenty minutes a day and no exams', async () => {
  const { minutes, exams } = await loadPlanSettings(testDb())
  expect(minutes).toBe(DEFAULT_MINUTES)
  expect(exams.size).toBe(0)
})

test('a plan that was saved is there when the app is opened again', async () => {
  const db = testDb()
  await savePlan(db, 'AZ-104', PLAN, MINUTES, 1000, 'laptop')
  await savePlan(db, 'AZ-305', { ...PLAN, date: null }, null, 1000, 'laptop')
  db.close()
  const { minutes, exams } = await loadPlanSettings(anotherTab(db))
  expect(minutes).toEqual(MINUTES)
  expect(exams.get('AZ-104')).toEqual(PLAN)
  expect(exams.get('AZ-305')?.date).toBeNull()
})

test('the last write holds, also after the clock was set back', async () => {
  const db = testDb()
  await savePlan(db, 'AZ-104', PLAN, MINUTES, 5000, 'laptop')
  await savePlan(db, 'AZ-104', { ...PLAN, date: '2027-02-01' }, MINUTES, 1000, 'laptop')
  expect((await loadPlanSettings(db)).exams.get('AZ-104')?.date).toBe('2027-02-01')
  expect(await db.settings.get(examRowKey('AZ-104'))).toMatchObject({ updatedAt: 5001 })
  // What stayed as it was is not written again.
  expect(await db.settings.get('plan/minutes')).toMatchObject({ updatedAt: 5000 })
})

test('what does not fit is refused whole', async () => {
  const db = testDb()
  const broken = { ...PLAN, date: '2027-02-30' }
  await expect(savePlan(db, 'AZ-104', broken, MINUTES, 1000, 'laptop')).rejects.toThrow('No such')
  await expect(savePlan(db, 'AZ-104', PLAN, [20], 1000, 'laptop')).rejects.toThrow('7')
  expect(await db.settings.count()).toBe(0)
})
