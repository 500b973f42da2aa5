import { expect, test, vi } from 'vitest'
import { keepStorage } from '../../src/db/keep-storage.ts'
import { nextDueDay } from '../../src/db/states.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { rated } from '../support/log.ts'
import { testDb } from '../support/test-db.ts'

test('the browser is asked once to keep the data', async () => {
  const db = testDb()
  const ask = vi.fn<() => Promise<boolean>>(async () => true)
  await keepStorage(db, ask, async () => false)
  await keepStorage(db, ask, async () => false)
  expect(ask).toHaveBeenCalledOnce()
})

test.each([true, null])('it is not asked where it says %s', async (isKept) => {
  const ask = vi.fn<() => Promise<boolean>>(async () => true)
  await keepStorage(testDb(), ask, async () => isKept)
  expect(ask).not.toHaveBeenCalled()
})

test('the next day with a review is the first after the one asked about', async () => {
  const db = testDb()
  expect(await nextDueDay(db, 0)).toBeNull()
  const { state } = await recordReview(db, rated('1'), DEFAULT_SCHEDULER)
  const due = state?.dueDay ?? 0
  expect(await nextDueDay(db, due - 1)).toBe(due)
  expect(await nextDueDay(db, due)).toBeNull()
})
