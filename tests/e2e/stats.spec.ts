import { learnerRows } from '../support/learner.ts'
import { putRows, readLog, readRows } from '../support/browser-data.ts'
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
  'a planned exam: the days ahead, what the plan expected, and the same list in Today and Progress',
  { tag: '@phone' },
  async ({ page }) => {
    test.slow()
    await learner(page)
    await page.goto('/plan/AZ-104')
    const date = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Chicago' })
    await page.getByLabel('Exam date').fill(date.format(Date.now() + 40 * 86_400_000))
    const heading = page.getByRole('heading', { level: 1 })
    await expect(heading).toHaveText(/\d %/, { timeout: 30_000 })
    const brings = /[\d–]+ %/.exec((await heading.textContent()) ?? '')?.[0] ?? 'nothing'
    await page.getByRole('button', { name: 'Use this plan' }).click()
    await expect(page.getByText('This plan is in use.')).toBeVisible()
    // What it expects is worked out in a worker, whatever the learner does meanwhile.
    await expect
      .poll(async () => (await readRows(page, 'settings')).map(keyOf), { timeout: 30_000 })
      .toContain('course/AZ-104')

    await page.goto('/progress/stats?exam=AZ-104')
    const ahead = page.getByRole('region', { name: 'The days ahead' })
    await expect(ahead.getByText(/^Working out/)).toBeHidden({ timeout: 30_000 })
    await expect(ahead.getByRole('img', { name: /set already/ })).toBeVisible()
    const plot = page.getByRole('img', { name: /the plan expected \d+–\d+.% on/ })
    await expect(plot.first()).toBeVisible({ timeout: 30_000 })
    await expectAccessible(page)
    await ahead.getByText('The same as a table').press('Enter')
    await expect(ahead.getByRole('row')).toHaveCount(31)

    await page.goto('/progress/AZ-104')
    const study = page.getByRole('link', { name: /^Study AZ-104 \d+ planned today/ })
    const said = (await study.textContent()) ?? ''
    const planned = Number(/^Study AZ-104\s*(\d+) planned/.exec(said)?.[1])
    expect(planned).toBeGreaterThan(0)
    await expectAccessible(page)
    await page.goto('/')
    const sum = page.getByRole('table', { name: 'AZ-104' }).getByRole('row').last()
    const left = async () => {
      const cells = await sum.getByRole('cell').allTextContents()
      return cells.reduce((all, cell) => all + Number(cell), 0)
    }
    await expect.poll(left).toBe(planned)

    await page.goto('/readiness?exam=AZ-104')
    await expect(page.getByText('The same if you keep your plan', { exact: true })).toBeVisible()
    await expect(page.getByRole('region', { name: 'The whole exam' })).toContainText(brings)
    await expect(page.getByText(/^The bands are wide as/)).toBeVisible()
    await expectAccessible(page)
  },
)

function keyOf(row: unknown): unknown {
  return typeof row === 'object' && row !== null && 'key' in row ? row.key : null
}

test(
  'what is answered stands in the statistics at once, also without a network',
  { tag: '@offline' },
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

test('Progress keeps what it read, and follows what another tab reviews', async ({
  page,
  context,
}) => {
  await begin(page)
  await page.goto('/progress/AZ-104')
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText(/^None of \d+ cards seen yet\.$/)
  const other = await context.newPage()
  await other.goto('/study')
  const screen = new StudyScreen(other, bundlesOf(BUILD), KEYBOARD)
  for (const seen of [1, 2]) {
    const card = await screen.card()
    if (!card) throw new Error('There is no card')
    await screen.study(card, 'right')
    await expect(heading).toHaveText(new RegExp(`^${seen} of \\d+ cards seen`))
  }
  await other.close()
  // Only what changed is read again, also after other screens.
  await page.getByRole('link', { name: 'Today' }).first().click()
  await page.getByRole('link', { name: 'Progress' }).first().click()
  await expect(heading).toHaveText(/^2 of \d+ cards seen/)
})

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
