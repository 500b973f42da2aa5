import type { Page } from '@playwright/test'
import { replay } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { DAY_MS } from '../../src/core/time.ts'
import { putRows } from '../support/browser-data.ts'
import { memoryLog } from '../support/memory-log.ts'
import { begin, expect, expectAccessible, test } from './fixtures.ts'

/** A learner with 6,000 answers who forgets in a way of their own. */
async function studied(page: Page): Promise<void> {
  await begin(page)
  const { logs } = memoryLog({ ratings: 6000, seed: 3, newPerDay: 14 })
  const last = Math.max(...logs.flat().map(({ at }) => at))
  const days = Math.floor((Date.now() - last) / DAY_MS)
  const moved = logs.map((log) => log.map((rated) => ({ ...rated, at: rated.at + days * DAY_MS })))
  const cardStates = moved.map((log) => replay(log, DEFAULT_SCHEDULER))
  await putRows(page, { reviews: moved.flat(), cardStates })
}

test(
  'memory is measured in a worker, taken up after a look at what changes, and given back',
  { tag: '@firefox' },
  async ({ page }) => {
    await studied(page)
    await page.goto('/settings')
    await page.getByRole('link', { name: 'Your memory' }).click()
    await page.getByRole('button', { name: 'Measure my memory now' }).click()
    await expect(page.getByText(/predicted better than the defaults on your latest/)).toBeVisible()
    await expect(page.getByText(/Of [\d,]+ cards, [\d,]+ come up earlier/)).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Use it', exact: true }).click()
    await expect(
      page.getByRole('heading', { name: 'Cirrus is fitted to how you forget.' }),
    ).toBeVisible()

    // It holds after a reload, without states being worked out anew.
    await page.reload()
    await expect(
      page.getByRole('heading', { name: 'Cirrus is fitted to how you forget.' }),
    ).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Use the defaults' }).click()
    await page.getByRole('button', { name: 'Use it', exact: true }).click()
    await expect(page.getByRole('heading', { name: /forget as most people do/ })).toBeVisible()
  },
)

test(
  'another tab goes on under the parameters that were taken up',
  { tag: '@firefox' },
  async ({ page, context }) => {
    await studied(page)
    const other = await context.newPage()
    await other.goto('/settings/memory')
    await expect(other.getByRole('heading', { name: /forget as most people do/ })).toBeVisible()
    await page.goto('/settings/memory')
    await page.getByRole('button', { name: 'Measure my memory now' }).click()
    await page.getByRole('button', { name: 'Use it', exact: true }).click()
    await expect(
      other.getByRole('heading', { name: 'Cirrus is fitted to how you forget.' }),
    ).toBeVisible()
  },
)

test(
  'readiness shows how predictions went, and takes the result of an exam',
  { tag: ['@phone', '@firefox'] },
  async ({ page }) => {
    await studied(page)
    await page.goto('/readiness?exam=AZ-104')
    await expect(page.getByText(/Predictions were off by/).first()).toBeVisible()
    const region = page.getByRole('region', { name: 'How well recall is predicted' })
    await region.getByText('The same as a table').click()
    await expect(region.getByRole('row').nth(1)).toContainText('%')
    await page.getByRole('spinbutton', { name: 'Score, 1 to 1000' }).fill('742')
    await page.getByRole('button', { name: 'Keep the result' }).click()
    await expect(page.getByText(/^Passed on .* with a score of 742\.$/)).toBeVisible()
    await expectAccessible(page)
  },
)

test('memory is measured beside the page, and a measurement can be given up', async ({ page }) => {
  await studied(page)
  await page.goto('/settings/memory')
  // How long frames take meanwhile is measured by `npm run bench fit`.
  const worker = page.waitForEvent('worker')
  await page.getByRole('button', { name: 'Measure my memory now' }).click()
  expect((await worker).url()).toContain('fit.worker')
  await page.goto('/settings')
  await expect.poll(() => page.workers().length).toBe(0)
})

test(
  'memory and readiness fit a window of 320 pixels, also with large text',
  { tag: '@phone' },
  async ({ page }) => {
    await studied(page)
    await page.setViewportSize({ width: 320, height: 700 })
    const cut = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('main *')]
          .filter((each) => each.closest('details') === null)
          .filter((each) => each.getBoundingClientRect().right > window.innerWidth + 1)
          .map((each) => each.textContent),
      )
    for (const path of ['/settings/memory', '/readiness?exam=AZ-104']) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      for (const size of ['100%', '200%']) {
        await page.evaluate((each) => {
          document.documentElement.style.fontSize = each
        }, size)
        expect([path, size, await cut()]).toEqual([path, size, []])
      }
    }
  },
)
