import { test } from './fixtures.ts'
import { spendDay } from './keyboard-day.ts'

test('a whole day by keyboard alone, with roles, names, an order and announcements', async ({
  page,
}) => {
  test.slow()
  await spendDay(page)
})
