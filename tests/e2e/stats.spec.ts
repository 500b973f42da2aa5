import { learnerRows } from '../support/learner.ts'
import { putRows, readLog } from '../support/browser-data.ts'
import { BUILD } from '../support/builds.ts'
import { bundlesOf } from '../support/bundles-of-build.ts'
import { KEYBOARD } from '../support/hands.ts'
import { StudyScreen } from '../support/study-screen.ts'
import { begin, expect, expectAccessible, goOffline, keptOffline, test } from './fixtures.ts'
import type { Page } from '@playwright/test'

/** Somebody who has studied these exams for some weeks, up to this morning. */
async function learner(page: Page): Promise<void> {
  await begin(page, ['AZ-104', 'AZ-305'])
  const bundles = bundlesOf(BUILD).filter(({ exam }) => exam !== 'AZ-900')
  await putRows(page, learnerRows(bundles, { now: Date.now(), days: 60, seen: 1 }))
}

test(
  'Statistics: plots, their tables, range and exam, by keyboard, and accessible in both themes',
  { tag: '@phone' },
  async ({ page }) => {
    await learner(page)
    await page.goto('/progress/stats')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/of the last seven days\.$/)
    await expectAccessible(page)

    const work = page.getByRole('region', { name: 'Answers and minutes', exact: true })
    const all = await work.getByText(/answers? in/).textContent()
    await page.getByRole('link', { name: '30 days' }).press('Enter')
    await expect(page).toHaveURL(/range=30/)
    await expect(work.getByText(/answers? in/)).not.toHaveText(all ?? '')
    await page
      .getByRole('navigation', { name: 'Exam', exact: true })
      .getByText('AZ-305')
      .press('Enter')
    await expect(page).toHaveURL(/exam=AZ-305&range=30/)
    await page.reload()
    await expect(page.getByRole('link', { name: '30 days' })).toHaveAttribute(
      'aria-current',
      'page',
    )

    await work.getByText('The same as a table').click()
    await expect(work.getByRole('row')).toHaveCount(31)
    await expectAccessible(page)
    const width = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(width).toBeLessThanOrEqual(0)
  },
)

test(
  'what is answered stands in the statistics at once, also without a network',
  { tag: ['@phone', '@offline'] },
  async ({ page, site }) => {
    await begin(page)
    await keptOffline(page)
    await goOffline(page, site)
    await page.goto('/progress/stats')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^No answers yet/)
    await page.goto('/study')
    const screen = new StudyScreen(page, bundlesOf(BUILD), KEYBOARD)
    const card = await screen.card()
    if (!card) throw new Error('There is no card')
    await screen.study(card, 'right')
    await expect.poll(async () => (await readLog(page)).length).toBe(1)
    await page.goto('/progress/stats')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^1 answer/)
  },
)

test(
  'Where to begin leads from the first visit to the exam suggested',
  { tag: '@phone' },
  async ({ page }) => {
    await page.goto('/welcome')
    await page.getByRole('link', { name: /Where to begin/ }).click()
    await page.getByRole('radio', { name: 'Making things run' }).check()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Begin with AZ-104' }).click()
    await expect(page.getByRole('checkbox', { name: /AZ-104/ })).toBeChecked()
    await page.getByRole('button', { name: /^Begin/ }).click()
    await expect(page).toHaveURL(/\/study/)
  },
)
