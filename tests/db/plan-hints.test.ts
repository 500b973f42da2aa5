import { expect, test } from 'vitest'
import { dayOfDate, defaultPlan } from '../../src/core/plan-settings.ts'
import { loadPlanHints, planHintsOf } from '../../src/db/plan-hints.ts'
import { savePlan } from '../../src/db/plan-settings.ts'
import { testDb } from '../support/test-db.ts'

const NOTHING = { daysOff: null, planned: new Set(), examDays: new Map(), plans: new Map() }

test('without a plan nothing is known', async () => {
  expect(await loadPlanHints(testDb())).toEqual(NOTHING)
})

test('a plan has days off and the day of its exam', async () => {
  const db = testDb()
  const plan = { ...defaultPlan(20_000), date: '2026-12-23' }
  await savePlan(db, 'AZ-104', plan, [20, 20, 20, 20, 20, 0, 0], 1, 'test')
  await savePlan(db, 'AZ-305', defaultPlan(20_000), null, 1, 'test')
  expect(await loadPlanHints(db)).toMatchObject({
    daysOff: [false, false, false, false, false, true, true],
    planned: new Set(['AZ-104', 'AZ-305']),
    examDays: new Map([['AZ-104', dayOfDate('2026-12-23')]]),
  })
})

test('what does not fit is left out', () => {
  const rows = [{ key: 'plan/exam/AZ-104', value: { date: 'soon' } }]
  expect(planHintsOf(rows)).toEqual(NOTHING)
})
