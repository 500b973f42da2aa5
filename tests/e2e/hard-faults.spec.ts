import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import { replay } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { readLog, readRows } from '../support/browser-data.ts'
import { BUILD } from '../support/builds.ts'
import { bundlesOf } from '../support/bundles-of-build.ts'
import { KEYBOARD } from '../support/hands.ts'
import { launch } from '../support/killable-browser.ts'
import { StudyScreen } from '../support/study-screen.ts'
import type { KnownCard } from '../support/study-screen.ts'
import { begin, expect, keptOffline, test, watch } from './fixtures.ts'

const BUNDLES = bundlesOf(BUILD)

async function shownCard(screen: StudyScreen): Promise<KnownCard> {
  const card = await screen.card()
  if (!card) throw new Error('There is no card')
  return card
}

/** States are what the log says. */
async function expectReplayed(page: Page): Promise<void> {
  const logs = Map.groupBy(await readLog(page), ({ cardId }) => cardId)
  const replayed = [...logs.values()].flatMap((log) => replay(log, DEFAULT_SCHEDULER) ?? [])
  const states = await readRows(page, 'cardStates')
  expect(states).toHaveLength(replayed.length)
  expect(states).toEqual(expect.arrayContaining(replayed))
}

test(
  'a disk that is really full is told of, nothing is lost, and what waits is saved once there is room',
  { tag: '@offline' },
  async ({ site }) => {
    // The private windows of other journeys keep everything in memory, where this limit does not hold.
    const profile = mkdtempSync(join(tmpdir(), 'cirrus-full-'))
    const browser = await launch(profile)
    const page = await browser.context.newPage()
    const session = await browser.context.newCDPSession(page)
    await page.goto(`${site.origin}/welcome`)
    await quota(session, site.origin, 30_000_000)
    await begin(page, ['AZ-104'], site.origin)
    await keptOffline(page)
    const screen = new StudyScreen(page, BUNDLES, KEYBOARD)
    const first = await shownCard(screen)
    await screen.study(first, 'right')
    const confirmed = [first.cardId]

    await fillUp(page)
    const alert = page.getByRole('alert')
    for (let count = 0; count < 6; count++) {
      const card = await shownCard(screen)
      await screen.answer(card, 'right')
      await page.keyboard.press(card.question.kind === 'recall' ? '2' : 'Space')
      await expect(
        alert.or(page.getByRole('region', { name: 'Your answer' })).first(),
      ).toBeVisible()
      if (await alert.isVisible()) break
      confirmed.push(card.cardId)
    }
    await expect(alert).toContainText('There is no space left to save.')
    await expect(alert).toContainText('Your answer is kept on this page.')
    expect((await readLog(page)).map(({ cardId }) => cardId)).toEqual(confirmed)

    await quota(session, site.origin, null)
    await page.evaluate(() => indexedDB.deleteDatabase('filler'))
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(alert).toHaveCount(0)
    await expect.poll(async () => (await readLog(page)).length).toBe(confirmed.length + 1)
    await expectReplayed(page)
    await browser.kill()
    rmSync(profile, { recursive: true, force: true })
  },
)

/** Writes beside the app until the browser refuses, in ever smaller pieces. */
async function fillUp(page: Page): Promise<void> {
  const refused = await page.evaluate(async () => {
    const opening = indexedDB.open('filler', 1)
    opening.addEventListener('upgradeneeded', () =>
      opening.result.createObjectStore('bytes', { autoIncrement: true }),
    )
    await new Promise((resolve) => opening.addEventListener('success', resolve))
    const put = (size: number) =>
      new Promise<string>((resolve) => {
        const transaction = opening.result.transaction('bytes', 'readwrite')
        transaction.objectStore('bytes').add(crypto.getRandomValues(new Uint8Array(size)))
        transaction.addEventListener('complete', () => resolve(''))
        transaction.addEventListener('abort', () => resolve(transaction.error?.name ?? 'aborted'))
      })
    const said: string[] = []
    for (const size of [65_536, 16_384, 2048, 256]) {
      let answer = ''
      for (let count = 0; answer === '' && count < 600; count++) answer = await put(size)
      said.push(answer)
    }
    opening.result.close()
    return said
  })
  expect(refused).toEqual(Array.from({ length: 4 }, () => 'QuotaExceededError'))
}

/** Bytes that the origin may store; null for what the browser itself allows. */
async function quota(session: CDPSession, origin: string, bytes: number | null): Promise<void> {
  await session.send('Storage.overrideQuotaForOrigin', {
    origin,
    ...(bytes === null ? {} : { quotaSize: bytes }),
  })
}

test('a database that is closed under the app is opened again, and the answer is saved once', async ({
  page,
}) => {
  await page.addInitScript(() => {
    // oxlint-disable-next-line typescript/unbound-method -- it is called with what it belongs to
    const open = IDBFactory.prototype.open
    const opened: IDBDatabase[] = []
    Reflect.set(window, 'opened', opened)
    IDBFactory.prototype.open = function spied(...args) {
      const request = open.apply(this, args)
      request.addEventListener('success', () => opened.push(request.result))
      return request
    }
  })
  await begin(page)
  const screen = new StudyScreen(page, BUNDLES, KEYBOARD)
  for (const how of ['right', 'unknown'] as const) {
    const card = await shownCard(screen)
    await screen.answer(card, how)
    // As a browser does that was asleep: closed, with the event that tells of it and without.
    await page.evaluate((isTold) => {
      const opened: unknown = Reflect.get(window, 'opened')
      if (!Array.isArray(opened)) throw new Error('Nothing was opened')
      for (const db of opened) {
        db.close()
        if (isTold) db.onclose?.(new Event('close'))
      }
    }, how === 'right')
    await screen.rate(card, how)
  }
  expect(await readLog(page)).toHaveLength(2)
  await expectReplayed(page)
})

test('a commit that fails at its very end leaves nothing behind, and is made good by trying again', async ({
  page,
}) => {
  await page.addInitScript(() => {
    // oxlint-disable-next-line typescript/unbound-method -- it is called with what it belongs to
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function spied(...args) {
      const request = put.apply(this, args)
      // Everything was accepted by then: the disk fails while it is written.
      if (sessionStorage.getItem('failing') && this.name === 'cardStates') {
        request.addEventListener('success', () => this.transaction.abort())
      }
      return request
    }
  })
  await begin(page)
  const screen = new StudyScreen(page, BUNDLES, KEYBOARD)
  const card = await shownCard(screen)
  await screen.answer(card, 'right')
  await page.evaluate(() => sessionStorage.setItem('failing', 'yes'))
  await page.keyboard.press(card.question.kind === 'recall' ? '2' : 'Space')
  await expect(page.getByRole('alert')).toContainText('Not saved.')
  expect(await readLog(page)).toEqual([])
  expect(await readRows(page, 'cardStates')).toEqual([])

  await page.evaluate(() => sessionStorage.removeItem('failing'))
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect.poll(async () => (await readLog(page)).length).toBe(1)
  await expectReplayed(page)
})

test.describe('a clock that is wrong by a year', () => {
  const NOON = Date.UTC(2026, 5, 15, 18)
  const YEAR = 365 * 86_400_000

  async function studyTwo(page: Page): Promise<void> {
    const screen = new StudyScreen(page, BUNDLES, KEYBOARD)
    for (let count = 0; count < 2; count++) await screen.study(await shownCard(screen), 'right')
  }

  test('behind: it is spoken of, every answer is kept, and states are what the log says', async ({
    page,
  }) => {
    await page.clock.setFixedTime(NOON)
    await begin(page)
    await studyTwo(page)
    await page.clock.setFixedTime(NOON - YEAR)
    await page.goto('/study')
    await expect(page.getByText(/clock of this device is behind your last review/)).toBeVisible()
    await studyTwo(page)
    expect(await readLog(page)).toHaveLength(4)
    await expectReplayed(page)
    await page.clock.setFixedTime(NOON + 60_000)
    await page.goto('/study')
    await studyTwo(page)
    expect(await readLog(page)).toHaveLength(6)
    await expectReplayed(page)
  })

  test('ahead, and put right: no answer is lost, and it is spoken of from then on', async ({
    page,
  }) => {
    await page.clock.setFixedTime(NOON + YEAR)
    await begin(page)
    await studyTwo(page)
    await page.clock.setFixedTime(NOON)
    await page.goto('/study')
    await expect(page.getByText(/clock of this device is behind your last review/)).toBeVisible()
    await studyTwo(page)
    expect(await readLog(page)).toHaveLength(4)
    await expectReplayed(page)
    for (const path of ['/', '/progress', '/browse', '/backup']) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible()
      await expect(page.getByText('Something went wrong.')).toHaveCount(0)
    }
  })
})

/** No zone of the test runner, which could not be changed. */
const WITHOUT_ZONE: object = { timezoneId: undefined }

test('a time zone that changes in the middle of a session changes no answer that was given', async ({
  browser,
  site,
  offences,
}) => {
  const context = await browser.newContext({ baseURL: site.origin, ...WITHOUT_ZONE })
  await watch(context, site.origin, offences)
  const page = await context.newPage()
  const session = await page.context().newCDPSession(page)
  await page.clock.setFixedTime('2026-06-15T11:50:00Z')
  await session.send('Emulation.setTimezoneOverride', { timezoneId: 'Pacific/Auckland' })
  await begin(page)
  const screen = new StudyScreen(page, BUNDLES, KEYBOARD)
  await screen.study(await shownCard(screen), 'right')
  const [first] = await readLog(page)

  // Off the aeroplane, the session still open: nineteen hours earlier on the calendar.
  await page.clock.setFixedTime('2026-06-15T12:10:00Z')
  await session.send('Emulation.setTimezoneOverride', { timezoneId: 'America/Los_Angeles' })
  await screen.study(await shownCard(screen), 'right')
  await screen.study(await shownCard(screen), 'unknown')
  const log = await readLog(page)
  expect(log[0]).toEqual(first)
  expect(log.map(({ utcOffsetMin }) => utcOffsetMin)).toEqual([720, -420, -420])
  await expectReplayed(page)
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.goto('/study')
  await screen.study(await shownCard(screen), 'right')
  expect(await readLog(page)).toHaveLength(4)
  await expectReplayed(page)
  await context.close()
})
