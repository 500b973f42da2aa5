import { NEXT_BUILD, NEXT_QUESTION, NEXT_WORDS } from '../support/builds.ts'
import { begin, expect, keptOffline, test } from './fixtures.ts'

const CARD = '/cards/st-rehydrate-standard/1'

test(
  'a new version waits until the learner lets it in, and brings its cards',
  { tag: ['@firefox', '@offline'] },
  async ({ page, site }) => {
    await begin(page)
    await keptOffline(page)
    await page.goto('/')
    const status = page.getByRole('banner').getByRole('status').last()
    await expect(status).toHaveText('Saved on this device.')

    site.deploy(NEXT_BUILD)
    await page.reload()
    await expect(status).toContainText('A new version is ready.')
    await expect(status).not.toContainText(NEXT_WORDS)

    // The old one goes on, with the parts that it has not loaded yet.
    await page.getByRole('link', { name: 'About' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Verified cards')
    await page.goto(CARD)
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(NEXT_QUESTION)

    await page.getByRole('button', { name: 'Update now' }).click()
    await expect(status).toHaveText(NEXT_WORDS)
    await page.goto('/progress/AZ-104/az104-storage-data-tiers')
    await expect(page.getByRole('link', { name: 'Which access tier is offline?' })).toBeVisible()
    await page.goto(CARD)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(NEXT_QUESTION)
  },
)

test(
  'a session is never interrupted by a new version',
  { tag: '@offline' },
  async ({ page, site }) => {
    await begin(page)
    await keptOffline(page)
    site.deploy(NEXT_BUILD)
    await page.reload()
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready
      await registration.update()
    })
    await expect
      .poll(() =>
        page.evaluate(async () => (await navigator.serviceWorker.ready).waiting?.state ?? 'none'),
      )
      .toBe('installed')
    await expect(page).toHaveURL(/\/study/)
    await expect(page.getByText(/new version/)).toHaveCount(0)
  },
)
