import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { readLog } from '../support/browser-data.ts'
import { BUILD } from '../support/builds.ts'
import { bundlesOf } from '../support/bundles-of-build.ts'
import { launch } from '../support/killable-browser.ts'
import { MockScreen } from '../support/mock-screen.ts'
import { begin, expect, expectAccessible, goOffline, keptOffline, test } from './fixtures.ts'

const BUNDLES = bundlesOf(BUILD)
const MINUTE = 60_000

/** Chooses on /mock and comes to the first question. */
async function beginMock(page: Page, ...choices: readonly string[]): Promise<void> {
  const { origin } = new URL(page.url())
  await page.goto(`${origin}/mock`)
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  for (const name of choices) await page.getByRole('radio', { name, exact: true }).check()
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page).toHaveURL(/\/mock\/run$/)
}

const position = (page: Page) => page.getByText(/^Question \d+ of \d+$/)

test('a whole exam by keyboard, from Today to its result, and the screens are accessible', async ({
  page,
}) => {
  test.slow()
  await begin(page)
  await page.goto('/')
  await page.getByRole('link', { name: 'Try the exam' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Try the exam')
  await expectAccessible(page)
  await page.getByRole('radio', { name: 'Full' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText('5 questions, 10 minutes')).toBeVisible()
  await page.getByRole('button', { name: 'Begin' }).focus()
  await page.keyboard.press('Enter')

  const screen = new MockScreen(page, BUNDLES, 'keyboard')
  for (let q = 1; q <= 5; q++) {
    await expect(position(page)).toHaveText(`Question ${q} of 5`)
    // The first one wrong, and with all confidence.
    await screen.answer(q > 1)
    if (q === 1) await page.keyboard.press('s')
    if (q === 2) await page.keyboard.press('m')
    if (q === 2) await expectAccessible(page)
    await expect(page.getByText(/Correct/)).toHaveCount(0)
    await page.keyboard.press('n')
  }
  await expect(screen.heading).toHaveText('Every question has an answer.')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('nothing can be changed any more')
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Submit' }).focus()
  await page.keyboard.press('Enter')

  await expect(screen.heading).toHaveText(/of the points/)
  const sure = page.getByRole('region', { name: 'Sure and wrong' })
  await expect(sure.getByRole('group')).toHaveCount(1)
  await sure.locator('summary').focus()
  await page.keyboard.press('Enter')
  await expect(sure.getByText('Source', { exact: true })).toBeVisible()
  await expectAccessible(page)
  expect(await readLog(page)).toHaveLength(0)

  await page.getByRole('link', { name: 'Begin studying' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/study/)
  await expect(page.getByText(/^From your mock exam AZ-104, today; new$/)).toBeVisible()
})

test('an exam on a phone, by touch and without a drag', { tag: '@touch' }, async ({ page }) => {
  await begin(page)
  await beginMock(page, 'Sprint')
  const screen = new MockScreen(page, BUNDLES, 'touch')
  for (let q = 1; q <= 5; q++) {
    await expect(position(page)).toHaveText(`Question ${q} of 5`)
    await screen.answer()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.waitForTimeout(400)
    await screen.next()
  }
  await page.getByRole('button', { name: 'Questions', exact: true }).tap()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^3, answered/ })
    .tap()
  await expect(position(page)).toHaveText('Question 3 of 5')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Mark for review' }).tap()
  for (let q = 3; q <= 5; q++) {
    await page.waitForTimeout(400)
    await screen.next()
  }
  await screen.submit()
  await expect(screen.heading).toHaveText(/^100 % of the points/)
  await expectAccessible(page)
  await page.getByRole('radio', { name: 'Marked' }).check()
  await expect(page.getByRole('region', { name: 'All questions' }).getByRole('group')).toHaveCount(
    1,
  )
})

test(
  'a browser killed in the middle loses no answer and no second, without a network',
  { tag: '@offline' },
  async ({ site }) => {
    const profile = mkdtempSync(join(tmpdir(), 'cirrus-profile-'))
    const first = await launch(profile)
    const before = await first.context.newPage()
    await begin(before, ['AZ-104'], site.origin)
    await keptOffline(before)
    await beginMock(before, 'Sprint')
    await goOffline(before, site)
    const screen = new MockScreen(before, BUNDLES, 'keyboard')
    const began = Date.now()
    await screen.answer()
    await before.keyboard.press('n')
    await expect(position(before)).toHaveText('Question 2 of 5')
    await screen.answer()
    await before.keyboard.press('g')
    const title = await screen.heading.textContent()
    await before.waitForTimeout(300)
    await first.kill()

    const second = await launch(profile)
    const after = await second.context.newPage()
    await after.goto(`${site.origin}/mock/run`)
    const again = new MockScreen(after, BUNDLES, 'keyboard')
    await expect(position(after)).toHaveText('Question 2 of 5')
    await expect(again.heading).toHaveText(title ?? '')
    await expect(after.getByRole('radio', { name: 'Guess' })).toBeChecked()
    const clock = await after.getByRole('timer').first().textContent()
    const [minutes = 0, seconds = 0] = (clock ?? '').split(':').map(Number)
    const left = 60 * minutes + seconds
    expect(Math.abs(left - (600 - (Date.now() - began) / 1000))).toBeLessThan(4)
    // The window is narrow: the list of questions is behind its button.
    await after.keyboard.press('l')
    await expect(
      after.getByRole('dialog').getByRole('button', { name: '1, answered' }),
    ).toBeVisible()
    await second.kill()
    rmSync(profile, { recursive: true, force: true })
  },
)

test('the clock runs out while the page is open, and also while it is closed', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-06-15T18:00:00Z') })
  await begin(page)
  await beginMock(page, 'Sprint')
  const screen = new MockScreen(page, BUNDLES, 'keyboard')
  await screen.answer()
  await page.clock.fastForward(5 * MINUTE)
  await expect(page.getByText('5 minutes left.').first()).toBeVisible()
  await page.clock.fastForward(5 * MINUTE)
  await expect(screen.heading).toHaveText(/of the points/)
  await expect(page.getByText(/The time was over/)).toBeVisible()

  await beginMock(page, 'Sprint')
  await screen.answer()
  await expect(page.getByRole('button', { name: /^1, answered/ })).toBeVisible()
  await page.goto('/about')
  await page.clock.fastForward(24 * 60 * MINUTE)
  await page.goto('/mock/run')
  await expect(screen.heading).toHaveText('Try the exam')
  await expect(page.getByRole('table', { name: /Mock exams/ }).getByRole('row')).toHaveCount(3)
  await expect(page.getByRole('img', { name: /^Scores of mock exams/ })).toBeVisible()
  await expectAccessible(page)
})

test('practice goes on the next day where it was, with its explanations', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-06-15T18:00:00Z') })
  await begin(page)
  await beginMock(page, 'Sprint', 'Practice')
  const screen = new MockScreen(page, BUNDLES, 'keyboard')
  await screen.answer(false)
  await page.getByRole('button', { name: /^Check/ }).click()
  const answer = page.getByRole('region', { name: 'Answer', exact: true })
  await expect(answer.getByText(/^(Not correct\.|\d of \d points\.)$/)).toBeVisible()
  await expectAccessible(page)
  await page.goto('/')
  await page.clock.fastForward(24 * 60 * MINUTE)
  await page.goto('/mock')
  await page.getByRole('link', { name: 'Go on' }).click()
  await expect(answer).toBeVisible()
  await expect(position(page)).toHaveText('Question 1 of 5')
  await page.keyboard.press('n')
  await expect(position(page)).toHaveText('Question 2 of 5')
})

test('two tabs do not fork a run: the second says so, and goes on from what the first did', async ({
  page,
  context,
}) => {
  await begin(page)
  await beginMock(page, 'Sprint')
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(position(other)).toHaveText('Question 1 of 5')
  await other.keyboard.press('n')
  await expect(position(other)).toHaveText('Question 2 of 5')
  await expect(page.getByText(/went on in another tab/)).toBeVisible()
  await page.keyboard.press('m')
  await expect(position(page)).toHaveText('Question 1 of 5')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Go on here' }).click()
  await expect(position(page)).toHaveText('Question 2 of 5')
})

test('a case study is left for good in an exam', async ({ page }) => {
  await begin(page)
  await beginMock(page, 'Half')
  const list = page.getByRole('complementary')
  const last = list.getByRole('list').last().getByRole('button')
  await last.first().click()
  await expect(page.getByText('Contoso runs virtual machines')).toBeVisible()
  await expectAccessible(page)
  await list.getByRole('button', { name: /^1, / }).click()
  const dialog = page.getByRole('dialog', { name: 'Leave this case study?' })
  await expect(dialog).toContainText('2 questions of it have no answer')
  await dialog.getByRole('button', { name: 'Leave it' }).click()
  await expect(position(page)).toHaveText(/^Question 1 of/)
  await expect(last.first()).toHaveAttribute('aria-disabled', 'true')
})
