import type { Page } from '@playwright/test'
import { BUILD } from '../support/builds.ts'
import { bundlesOf } from '../support/bundles-of-build.ts'
import { KEYBOARD } from '../support/hands.ts'
import { StudyScreen } from '../support/study-screen.ts'
import {
  begin,
  expect,
  expectAccessible,
  goOffline,
  goOnline,
  keptOffline,
  test,
} from './fixtures.ts'

/** All that this origin stores, by name. */
async function stored(page: Page) {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    const files: string[] = []
    for await (const name of root.keys()) files.push(name)
    const databases = await indexedDB.databases()
    return {
      databases: databases.map(({ name }) => name),
      files,
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      local: Object.keys(localStorage),
    }
  })
}

async function erase(page: Page): Promise<void> {
  await page.goto('/privacy')
  await page.getByRole('button', { name: 'Delete everything' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete everything?' })
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Delete everything' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Which exam are you studying for?',
  )
}

test(
  'everything is deleted after a question, and another tab steps aside',
  { tag: '@offline' },
  async ({ page, context }) => {
    await begin(page)
    await keptOffline(page)
    const screen = new StudyScreen(page, bundlesOf(BUILD), KEYBOARD)
    const card = await screen.card()
    if (card) await screen.study(card, 'right')
    await page.goto('/backup')
    await page.getByRole('button', { name: 'Make a snapshot now' }).click()
    await expect(page.getByRole('button', { name: /^Restore the snapshot/ })).toBeVisible()
    await page.goto('/settings')
    await page.getByRole('radio', { name: 'Dark' }).check({ force: true })
    expect(await stored(page)).toMatchObject({ databases: ['cirrus'], files: ['snapshots'] })
    const other = await context.newPage()
    await other.goto('/study')
    await expect(other.getByRole('heading', { level: 1 })).toBeVisible()

    await erase(page)
    await expect(other.getByRole('heading', { level: 1 })).toHaveText('Your data was deleted.')
    await expectAccessible(other)
    // What is there again is what an empty app needs.
    await page.goto('/backup')
    await expect(page.getByText('No snapshots yet.')).toBeVisible()
    const { files, local } = await stored(page)
    expect(files).toEqual([])
    expect(local).toEqual(['cirrus-theme'])
    expect(await page.evaluate(() => localStorage.getItem('cirrus-theme'))).toBe('system')

    await other.getByRole('button', { name: 'Reload' }).click()
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(
      'Which exam are you studying for?',
    )
  },
)

test(
  'without a network the data goes and the app stays',
  { tag: '@offline' },
  async ({ page, site }) => {
    await begin(page)
    await keptOffline(page)
    await goOffline(page, site)
    await erase(page)
    await page.getByRole('checkbox', { name: /AZ-104/ }).check()
    await page.getByRole('button', { name: /^Begin/ }).click()
    await expect(page).toHaveURL(/\/study/)
    await goOnline(page, site)
  },
)
