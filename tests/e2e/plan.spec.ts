import { begin, expect, expectAccessible, goOffline, keptOffline, test } from './fixtures.ts'

/** `YYYY-MM-DD` of the day so many days from now, in the time zone of the journeys. */
function dateIn(days: number): string {
  const at = new Date(Date.now() + days * 86_400_000)
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Chicago' }).format(at)
}

test(
  'a date is chosen, simulated in a worker, saved, and followed by Today',
  { tag: ['@phone', '@firefox'] },
  async ({ page }) => {
    // Three looks by axe, and a simulation.
    test.slow()
    await begin(page)
    await page.goto('/')
    await page.getByRole('link', { name: 'Make a plan' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('When is the exam?')
    await page.getByLabel('Exam date').fill(dateIn(40))
    await expect(page.getByRole('img', { name: /^Simulated recall/ })).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /At 20 minutes a day, .*exam day/,
    )
    await expectAccessible(page)

    await page.getByText('As a table').click()
    await expect(page.getByRole('columnheader', { name: 'Per cent recalled' })).toBeVisible()
    await page.getByRole('button', { name: /^30 min/ }).click()
    await page.getByRole('button', { name: 'Use this plan' }).click()
    await expect(page.getByText('This plan is in use.')).toBeVisible()
    await expectAccessible(page)

    await page.goto('/')
    await expect(page.getByText(/AZ-104 in (39|40|41) days/)).toBeVisible()
    await expect(page.getByText('The plan has up to 30 minutes today.')).toBeVisible()
    await expectAccessible(page)
    await page.goto('/study')
    await expect(page.getByText(/s now makes it \d+ % on exam day/).first()).toBeAttached()
  },
)

test(
  'the quiz of a domain is accessible and works by keyboard alone',
  { tag: '@phone' },
  async ({ page }) => {
    await begin(page)
    await page.goto('/plan')
    const open = page.getByRole('button', { name: /^Try ten questions on/ }).first()
    await open.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await expect(dialog).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(open).toBeFocused()
  },
)

test('a plan is simulated without a network', { tag: '@offline' }, async ({ page, site }) => {
  await begin(page)
  await keptOffline(page)
  await goOffline(page, site)
  await page.goto('/plan')
  await page.getByLabel('Exam date').fill(dateIn(20))
  await expect(page.getByRole('img', { name: /^Simulated recall/ })).toBeVisible()
})

test('nothing is cut at 320 pixels or with large text', { tag: '@phone' }, async ({ page }) => {
  await begin(page)
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto('/plan')
  await page.getByLabel('Exam date').fill(dateIn(40))
  await expect(page.getByRole('img', { name: /^Simulated recall/ })).toBeVisible()
  for (const size of ['100%', '200%']) {
    await page.evaluate((each) => {
      document.documentElement.style.fontSize = each
    }, size)
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(over, size).toBeLessThanOrEqual(0)
  }
})
