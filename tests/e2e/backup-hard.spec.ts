import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { BACKUP_VERSION, endLine, headLine, rowLine } from '../../src/core/backup/format.ts'
import type { Review } from '../../src/core/review.ts'
import { replay } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { readLog, readRows } from '../support/browser-data.ts'
import { launch } from '../support/killable-browser.ts'
import { rated, T0 } from '../support/log.ts'
import { expect, test } from './fixtures.ts'

const CARDS = ['st-rehydrate-standard#1', 'st-rehydrate-high#1', 'nowhere#1']
const MINUTE = 60_000

/** A backup as another device would have made it. */
function backup(reviews: readonly Review[], version = BACKUP_VERSION): Buffer {
  const head = headLine({ madeAt: T0, device: 'other' }).replace(
    `"version":${BACKUP_VERSION}`,
    `"version":${version}`,
  )
  const setting = { key: 'exams', value: ['AZ-104'], updatedAt: T0, device: 'other' }
  const lines = [
    head,
    rowLine('setting', setting),
    ...reviews.map((review) => rowLine('review', review)),
    endLine(reviews.length + 1),
  ]
  return gzipSync(lines.join('\n'))
}

function reviewsOf(device: string, count: number, first = T0): Review[] {
  return Array.from({ length: count }, (_, index) =>
    rated(`${device}-${index}`, 0, {
      cardId: CARDS[index % CARDS.length] ?? '',
      at: first + index * 7 * MINUTE,
      device,
      rating: index % 5 === 0 ? 'again' : 'good',
    }),
  )
}

async function choose(page: Page, file: Buffer, name = 'backup.jsonl.gz'): Promise<void> {
  await page
    .getByLabel('Choose a backup file')
    .setInputFiles({ name, mimeType: 'application/gzip', buffer: file })
}

async function restore(page: Page, file: Buffer): Promise<void> {
  await choose(page, file)
  await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
  await expect(page.getByText(/^Restored/)).toBeVisible({ timeout: 60_000 })
}

/** States are what the log says. */
async function expectReplayed(page: Page): Promise<void> {
  const logs = Map.groupBy(await readLog(page), ({ cardId }) => cardId)
  const replayed = [...logs.values()].flatMap((log) => replay(log, DEFAULT_SCHEDULER) ?? [])
  const states = await readRows(page, 'cardStates')
  expect(states).toHaveLength(replayed.length)
  expect(states).toEqual(expect.arrayContaining(replayed))
}

test('backups of two devices come to the same in both orders, each taken in twice', async ({
  page,
  browser,
  site,
}) => {
  const files = [
    backup(reviewsOf('laptop', 40)),
    backup(reviewsOf('phone', 30, T0 + 3 * MINUTE)),
  ] as const
  const context = await browser.newContext({ baseURL: site.origin })
  const tabs = [page, await context.newPage()]
  const seen: unknown[] = []
  for (const [index, tab] of tabs.entries()) {
    await tab.goto('/backup')
    const [one, two] = index === 0 ? files : files.toReversed()
    for (const file of [one, two, one, two]) if (file) await restore(tab, file)
    await expect(tab.getByText(/^Restored. Everything in the file was here already/)).toBeVisible()
    await expectReplayed(tab)
    seen.push([await readLog(tab), await readRows(tab, 'cardStates'), await readRows(tab, 'days')])
  }
  expect(seen[0]).toEqual(seen[1])
  await context.close()
})

test('a browser that ends in the middle of a restore has all of it or nothing, and can go on', async ({
  site,
}) => {
  test.setTimeout(180_000)
  const profile = mkdtempSync(join(tmpdir(), 'cirrus-restore-'))
  const count = 6000
  const file = backup(reviewsOf('laptop', count))
  // From the middle of reading to the moment at which states are computed.
  for (const wait of [50, 250, 600, 1200]) {
    const browser = await launch(profile)
    const page = await browser.context.newPage()
    await page.goto(`${site.origin}/backup`)
    await choose(page, file)
    await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
    await page.waitForTimeout(wait)
    await browser.kill()
    const after = await launch(profile)
    const next = await after.context.newPage()
    await next.goto(`${site.origin}/backup`)
    await next.getByRole('button', { name: 'Choose a backup file' }).waitFor()
    const log = await readLog(next)
    expect([0, count]).toContain(log.length)
    await expectReplayed(next)
    await after.kill()
  }
  const browser = await launch(profile)
  const page = await browser.context.newPage()
  await page.goto(`${site.origin}/backup`)
  await restore(page, file)
  expect(await readLog(page)).toHaveLength(count)
  await expectReplayed(page)
  await browser.kill()
  rmSync(profile, { recursive: true, force: true })
})

test('a disk that fills up in the middle of an import or a restore leaves nothing of it', async ({
  site,
}) => {
  test.setTimeout(120_000)
  const profile = mkdtempSync(join(tmpdir(), 'cirrus-full-'))
  const browser = await launch(profile)
  const page = await browser.context.newPage()
  await page.goto(`${site.origin}/robots.txt`)
  const session = await browser.context.newCDPSession(page)
  const quota = (bytes: number | null) =>
    session.send('Storage.overrideQuotaForOrigin', {
      origin: site.origin,
      ...(bytes === null ? {} : { quotaSize: bytes }),
    })
  // The browser remembers for a while how much room there is: it hears of the limit before anything is written.
  await quota(2_500_000)
  await page.goto(`${site.origin}/import`)
  const path = join(profile, 'many.csv')
  const rows = Array.from({ length: 4000 }, (_, index) => `Q${index} ${'x'.repeat(900)},A${index}`)
  writeFileSync(path, `Front,Back\n${rows.join('\n')}\n`)
  await page.getByLabel('Choose a file', { exact: true }).setInputFiles(path)
  const go = page.getByRole('button', { name: 'Import 4,000 notes' })
  await go.waitFor()
  await go.click()
  await expect(page.getByRole('alert')).toContainText('There is no space left to save', {
    timeout: 60_000,
  })
  expect(await readRows(page, 'notes')).toEqual([])
  expect(await readRows(page, 'ownDecks')).toEqual([])
  expect(await readRows(page, 'exams')).toEqual([])

  await page.goto(`${site.origin}/backup`)
  await choose(page, backup(reviewsOf('laptop', 9000)))
  await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
  await expect(page.getByRole('alert')).toContainText('There is no space left to save', {
    timeout: 60_000,
  })
  expect(await readLog(page)).toEqual([])

  await quota(null)
  await restore(page, backup(reviewsOf('laptop', 9000)))
  expect(await readLog(page)).toHaveLength(9000)
  await browser.kill()
  rmSync(profile, { recursive: true, force: true })
})

test('a backup of a newer version is refused, and nothing is changed', async ({ page }) => {
  await page.goto('/backup')
  await restore(page, backup(reviewsOf('laptop', 3)))
  await choose(page, backup(reviewsOf('phone', 5), BACKUP_VERSION + 1))
  await expect(page.getByRole('alert')).toHaveText(/made by a newer version of Cirrus.*Nothing was/)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await readLog(page)).toHaveLength(3)
})

test('without a file system of its own a browser says what it cannot keep, and restores all the same', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(StorageManager.prototype, 'getDirectory', { value: undefined })
  })
  await page.goto('/backup')
  await expect(page.getByText('This browser cannot keep snapshots.')).toBeVisible()
  await restore(page, backup(reviewsOf('laptop', 3)))
  await choose(page, backup(reviewsOf('phone', 2)))
  await page.getByRole('radio', { name: /Replace it/ }).check()
  await expect(page.getByText(/Download a backup before/)).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
  await expect(page.getByText(/^Restored: 2 entries/)).toBeVisible()
  expect(await readLog(page)).toHaveLength(2)
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('a folder that the browser no longer lets be written into is told, and nothing else stops', async ({
  site,
}) => {
  // A private window cannot keep a folder.
  const profile = mkdtempSync(join(tmpdir(), 'cirrus-folder-'))
  const browser = await launch(profile)
  const page = await browser.context.newPage()
  await page.addInitScript(() => {
    // A folder of the browser's own stands for one of the device, and its permission is the test's.
    Reflect.set(window, 'showDirectoryPicker', async () => {
      const root = await navigator.storage.getDirectory()
      return root.getDirectoryHandle('chosen', { create: true })
    })
    Object.assign(FileSystemDirectoryHandle.prototype, {
      queryPermission: async () => sessionStorage.getItem('permission') ?? 'granted',
      requestPermission: async () => sessionStorage.getItem('permission') ?? 'granted',
    })
  })
  await page.goto(`${site.origin}/backup`)
  await restore(page, backup(reviewsOf('laptop', 3)))
  await page.getByRole('button', { name: 'Choose a folder' }).click()
  await expect(page.getByText(/A backup is written into “chosen” once a day/)).toBeVisible()
  await page.evaluate(() => sessionStorage.setItem('permission', 'denied'))
  await page.reload()
  await expect(page.getByText(/The browser has to be asked again/)).toBeVisible()
  await page.getByRole('button', { name: 'Allow it again' }).click()
  await expect(page.getByText('The browser did not allow it.')).toBeVisible()
  await page.goto(`${site.origin}/`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForTimeout(2500)
  await expect(page.getByText('Something went wrong.')).toHaveCount(0)
  await page.goto(`${site.origin}/backup`)
  await page.evaluate(() => sessionStorage.setItem('permission', 'granted'))
  await page.reload()
  await expect(page.getByText(/A backup is written into “chosen” once a day/)).toBeVisible()
  await browser.kill()
  rmSync(profile, { recursive: true, force: true })
})

test('dates at both ends of the calendar break no screen', async ({ page }) => {
  const ends = [0, 1, 253_402_214_400_000]
  const reviews = ends.flatMap((at, index) =>
    CARDS.map((cardId, card) => rated(`end-${index}-${card}`, 0, { cardId, at })),
  )
  await page.goto('/backup')
  await restore(page, backup(reviews))
  expect(await readLog(page)).toHaveLength(reviews.length)
  const screens = ['/', '/progress', '/progress/AZ-104', '/browse', '/backup', '/settings']
  const more = [
    '/cards/st-rehydrate-standard/1',
    '/stats',
    '/plan',
    '/readiness',
    '/memory',
    '/study',
  ]
  for (const path of [...screens, ...more]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible()
    await expect(page.getByText('Something went wrong.'), path).toHaveCount(0)
  }
})
