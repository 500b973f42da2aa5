import { readRows } from '../support/browser-data.ts'
import { begin, expect, expectAccessible, goOffline, keptOffline, test } from './fixtures.ts'

test(
  'how an exam is scheduled is simulated in a worker, told, confirmed and taken back',
  { tag: ['@phone', '@firefox'] },
  async ({ page }) => {
    // Looks by axe, simulations, and states computed anew.
    test.slow()
    await begin(page)
    await page.goto('/plan/AZ-104')
    await page.getByRole('link', { name: 'Scheduling of AZ-104' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Scheduling of AZ-104')
    await expect(page.getByText(/^Simulated: 85\s% instead/)).toBeVisible()
    await expectAccessible(page)

    await page.getByLabel('Desired retention').selectOption('0.8')
    await page.getByLabel('Reviews on Sunday').selectOption('none')
    const steps = page.getByLabel('Steps of a new card')
    await steps.fill('soon')
    await steps.blur()
    await expect(page.getByText(/^Up to six whole numbers/)).toBeVisible()
    await expect(page.getByText(/^Simulated: Sunday has about/)).toBeVisible()
    await expectAccessible(page)
    await steps.fill('1 10')
    await steps.press('Enter')

    const use = page.getByRole('button', { name: /^Use these settings/ })
    await expect(use).toContainText(/due/)
    await use.click()
    await expect(page.getByText('These settings are in use.')).toBeVisible()
    await expectAccessible(page)
    const rows = JSON.stringify(await readRows(page, 'settings'))
    expect(rows).toContain('"schedule/AZ-104"')
    expect(rows).toContain('"learningStepsMin":[1,10]')

    await page.reload()
    await expect(page.getByLabel('Desired retention')).toHaveValue('0.8')
    await page.getByRole('button', { name: 'As it was before' }).click()
    await use.click()
    await expect(page.getByText('These settings are in use.')).toBeVisible()
    await expect(page.getByLabel('Desired retention')).toHaveValue('')
  },
)

test(
  'the settings are changed by keyboard alone, without a network',
  { tag: '@offline' },
  async ({ page, site }) => {
    await begin(page)
    await keptOffline(page)
    await goOffline(page, site)
    await page.goto('/plan/AZ-104/scheduling')
    await expect(page.getByText(/^Simulated: 85\s% instead/)).toBeVisible()
    await page.getByLabel('Longest interval').focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Tab')
    await page.keyboard.type('5')
    await page.keyboard.press('Enter')
    const use = page.getByRole('button', { name: /^Use these settings/ })
    await use.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByText('These settings are in use.')).toBeVisible()
  },
)

test('nothing is cut at 320 pixels or with large text', { tag: '@phone' }, async ({ page }) => {
  await begin(page)
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto('/plan/AZ-104/scheduling')
  await expect(page.getByText(/^Simulated: 85\s% instead/)).toBeVisible()
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
