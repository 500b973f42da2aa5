import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { readLog } from '../support/browser-data.ts'
import { BUILD } from '../support/builds.ts'
import { bundlesOf } from '../support/bundles-of-build.ts'
import { KEYBOARD } from '../support/hands.ts'
import { launch } from '../support/killable-browser.ts'
import { StudyScreen } from '../support/study-screen.ts'
import { begin, expect, expectAccessible, test, watch } from './fixtures.ts'

const BUNDLES = bundlesOf(BUILD)

async function study(page: Page, count: number): Promise<void> {
  const screen = new StudyScreen(page, BUNDLES, KEYBOARD)
  for (let index = 0; index < count; index++) {
    const card = await screen.card()
    if (!card) throw new Error('There is no card')
    await screen.study(card, 'right')
  }
  await expect.poll(async () => (await readLog(page)).length).toBe(count)
}

async function downloaded(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download a backup' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^cirrus-\d{4}-\d\d-\d\d-\d{4}\.jsonl\.gz$/)
  return download.path()
}

test(
  'a backup is shared by the sheet of the device, and nothing is said to be safe where it was not',
  { tag: '@phone' },
  async ({ page }) => {
    // The sheet itself belongs to the device: this stands for it.
    await page.addInitScript(() => {
      const outcomes = ['AbortError', 'NotAllowedError', '']
      const shared: string[] = []
      const share = async ({ files = [] }: ShareData) => {
        const name = outcomes.shift()
        if (name) throw new DOMException('not shared', name)
        for (const file of files) shared.push(`${file.name} ${(await file.text()).slice(0, 30)}`)
      }
      Object.assign(navigator, { canShare: () => true, share })
      Reflect.set(window, 'shared', shared)
    })
    await begin(page)
    await study(page, 2)
    await page.goto('/backup')
    const button = page.getByRole('button', { name: 'Share a backup' })
    await button.click()
    await expect(button).toBeVisible()
    await expect(page.getByText(/2 reviews would be lost/)).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(0)

    await button.click()
    await expect(page.getByText(/is ready\.$/)).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Share it now' }).click()
    await expect(page.getByText(/It has everything/)).toBeVisible()
    expect(await page.evaluate(() => Reflect.get(window, 'shared') as unknown)).toEqual([
      expect.stringMatching(/^cirrus-[-\d]+\.jsonl\.txt \{"format":"cirrus-backup"/),
    ])
  },
)

test(
  'a backup of one browser brings everything to another',
  { tag: ['@phone', '@firefox'] },
  async ({ page, browser, site, offences }) => {
    await begin(page)
    await study(page, 3)
    const log = await readLog(page)
    await page.goto('/backup')
    const path = await downloaded(page)
    await expect(page.getByText(/It has everything/)).toBeVisible()
    const lines = gunzipSync(readFileSync(path)).toString().trimEnd().split('\n')
    expect(lines[0]).toContain('"format":"cirrus-backup"')
    expect(lines.filter((line) => line.startsWith('{"kind":"review"'))).toHaveLength(3)

    const context = await browser.newContext({ baseURL: site.origin })
    await watch(context, site.origin, offences)
    const other = await context.newPage()
    await other.goto('/welcome')
    await other.getByRole('link', { name: 'Restore a backup' }).click()
    await other.getByLabel('Choose a backup file').setInputFiles(path)
    const dialog = other.getByRole('dialog', { name: 'Restore this backup?' })
    await expect(dialog.getByText(/3 entries of your history/)).toBeVisible()
    await expectAccessible(other)
    await dialog.getByRole('button', { name: 'Restore' }).click()
    await expect(other.getByText(/^Restored: 3 entries/)).toBeVisible()
    expect(await readLog(other)).toEqual(log)
    await other.goto('/progress/AZ-104')
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(/^3 of [\d,]+ cards/)
    await context.close()
  },
)

test('a snapshot outlives the database, and an empty start finds it', async ({ page }) => {
  await begin(page)
  await study(page, 2)
  const log = await readLog(page)
  await page.goto('/backup')
  await page.getByRole('button', { name: 'Make a snapshot now' }).click()
  await expect(page.getByRole('button', { name: /^Restore the snapshot of/ })).toBeVisible()
  await page.goto('/about')
  await page.evaluate(async () => {
    const [first] = await indexedDB.databases()
    const request = indexedDB.deleteDatabase(first?.name ?? '')
    await new Promise((resolve) => {
      request.addEventListener('success', resolve)
    })
  })
  await page.goto('/')
  await expect(page).toHaveURL(/welcome/)
  await expect(page.getByText(/This browser still has a snapshot of/)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Look at it' }).click()
  await page.getByRole('button', { name: /^Restore the snapshot of/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
  await expect(page.getByText(/^Restored: 2 entries/)).toBeVisible()
  expect(await readLog(page)).toEqual(log)
})

test('replacing what is here keeps it as a snapshot', async ({ page }) => {
  await begin(page)
  await page.goto('/backup')
  const path = await downloaded(page)
  await page.goto('/study')
  await study(page, 2)
  await page.goto('/backup')
  await page.getByLabel('Choose a backup file').setInputFiles(path)
  await page.getByRole('radio', { name: /Replace it/ }).check()
  await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
  await expect(page.getByText(/^Restored/)).toBeVisible()
  expect(await readLog(page)).toHaveLength(0)
  await page.getByRole('button', { name: /^Restore the snapshot of/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
  await expect(page.getByText(/^Restored: 2 entries/)).toBeVisible()
  expect(await readLog(page)).toHaveLength(2)
})

test('a database damaged on disk opens the way back: a snapshot, or begin anew', async ({
  site,
}) => {
  test.setTimeout(120_000)
  const profile = mkdtempSync(join(tmpdir(), 'cirrus-profile-'))
  const first = await launch(profile)
  const before = await first.context.newPage()
  await begin(before, ['AZ-104'], site.origin)
  await study(before, 3)
  await before.goto(`${site.origin}/backup`)
  await before.getByRole('button', { name: 'Make a snapshot now' }).click()
  await expect(before.getByRole('button', { name: /^Restore the snapshot of/ })).toBeVisible()
  await first.kill()
  damage(profile)

  const second = await launch(profile)
  const after = await second.context.newPage()
  await after.goto(site.origin)
  // What Chromium makes of a broken file: it says so, or begins an empty database by itself.
  const isTold = after.getByRole('heading', { name: 'Go on from a snapshot' })
  const isEmpty = after.getByText(/This browser still has a snapshot of/)
  await expect(isTold.or(isEmpty)).toBeVisible({ timeout: 20_000 })
  if (await isTold.isVisible()) {
    await after.getByRole('button', { name: /^Restore the snapshot of/ }).click()
  } else {
    await after.getByRole('link', { name: 'Look at it' }).click()
    await after.getByRole('button', { name: /^Restore the snapshot of/ }).click()
    await after.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
    await expect(after.getByText(/^Restored: 3 entries/)).toBeVisible()
  }
  await after.goto(`${site.origin}/progress/AZ-104`)
  await expect(after.getByRole('heading', { level: 1 })).toHaveText(/^3 of [\d,]+ cards/)
  await second.kill()
  rmSync(profile, { recursive: true, force: true })
})

/** Overwrites what the browser keeps of its databases, as a failing disk would. */
function damage(profile: string): void {
  const files = readdirSync(profile, { recursive: true, encoding: 'utf8' })
  const broken = files
    .filter((file) => /IndexedDB.*leveldb[\\/](\d+\.(ldb|log)|MANIFEST-\d+)$/.test(file))
    .map((file) => join(profile, file))
  if (broken.length === 0) throw new Error('There is nothing to damage')
  for (const path of broken) writeFileSync(path, Buffer.alloc(statSync(path).size, 0xa5))
}

test('a database that cannot be opened can be read to a file, and set aside', async ({ page }) => {
  await begin(page)
  await study(page, 2)
  await page.addInitScript(() => {
    // The app asks for a version; whoever only reads does not.
    const act: unknown = Reflect.get(IDBFactory.prototype, 'open')
    if (typeof act !== 'function') return
    const guarded = new Proxy(act, {
      apply(target, factory: IDBFactory, args: unknown[]) {
        if (args[0] === 'cirrus' && args[1] !== undefined) {
          throw new DOMException('Internal error', 'UnknownError')
        }
        return Reflect.apply(target, factory, args)
      },
    })
    Reflect.set(IDBFactory.prototype, 'open', guarded)
  })
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Storage does not answer.')
  await expectAccessible(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save it to a file' }).click(),
  ])
  const text = gunzipSync(readFileSync(await download.path())).toString()
  expect(text.match(/"kind":"review"/g)).toHaveLength(2)

  await page.getByRole('button', { name: 'Begin anew' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Begin anew' }).click()
  await expect(page).toHaveURL(/welcome/)
  await expect(page.getByText('This browser still has another database of Cirrus.')).toBeVisible()
  await page.goto('/backup')
  await expect(page.getByRole('heading', { name: 'Set aside' })).toBeVisible()
  await page.getByLabel('Choose a backup file').setInputFiles(await download.path())
  await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
  await expect(page.getByText(/^Restored: 2 entries/)).toBeVisible()
  await page.goto('/progress/AZ-104')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^2 of [\d,]+ cards/)
})
