import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { readLog } from '../support/browser-data.ts'
import { BUILD, NEXT_BUILD, NEXT_QUESTION, NEXT_WORDS, withLaterSchema } from '../support/builds.ts'
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

const BUNDLES = [BUILD, NEXT_BUILD].flatMap(bundlesOf)
const CARD = '/cards/st-rehydrate-standard/1'

/** What the learner reads about this app and its storage. */
const status = (page: Page) => page.getByRole('banner').getByRole('status').last()

async function studyOne(page: Page): Promise<string> {
  await page.goto('/study')
  const screen = new StudyScreen(page, BUNDLES, KEYBOARD)
  const card = await screen.card()
  if (!card) throw new Error('There is no card')
  await screen.study(card, 'right')
  return card.cardId
}

/** Asks the host for a new version now, and waits until what there is has been tried. */
async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update().catch(() => null)
    const { installing } = registration
    if (!installing) return
    await new Promise<void>((resolve) => {
      installing.addEventListener('statechange', () => {
        if (installing.state !== 'installing') resolve()
      })
    })
  })
}

test(
  'a version that comes only half is not taken, and the old one works on without a network',
  { tag: '@offline' },
  async ({ page, site }) => {
    await begin(page)
    await keptOffline(page)
    const studied = await studyOne(page)
    site.deploy(NEXT_BUILD)
    // One file of the new version breaks off; which one it is makes no difference.
    const old = new Set(readdirSync(join(BUILD, 'assets')))
    const fresh = readdirSync(join(NEXT_BUILD, 'assets')).find((name) => !old.has(name))
    site.override(`/assets/${fresh}`, { status: 503, body: '' })
    await page.goto('/')
    await lookForUpdate(page)
    expect(
      await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting),
    ).toBeNull()
    await goOffline(page, site)
    for (const path of ['/', '/progress', '/about', CARD]) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible()
    }
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(NEXT_QUESTION)

    // Once it comes whole it is offered as ever.
    await goOnline(page, site)
    site.override(`/assets/${fresh}`, null)
    await page.goto('/')
    await lookForUpdate(page)
    await page.getByRole('button', { name: 'Update now' }).click()
    await expect(status(page)).toHaveText(NEXT_WORDS)
    expect((await readLog(page)).map(({ cardId }) => cardId)).toEqual([studied])
  },
)

test(
  'a host that goes back to the former version brings it back, with all that was done since',
  { tag: '@offline' },
  async ({ page, site }) => {
    site.deploy(NEXT_BUILD)
    await begin(page)
    await keptOffline(page)
    const first = await studyOne(page)
    site.deploy(BUILD)
    await page.goto('/')
    await lookForUpdate(page)
    await page.getByRole('button', { name: 'Update now' }).click()
    await expect(status(page)).toHaveText('Saved on this device.')
    await page.goto(CARD)
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(NEXT_QUESTION)
    const second = await studyOne(page)
    expect((await readLog(page)).map(({ cardId }) => cardId)).toEqual([first, second])
  },
)

test(
  'a version with another schema keeps everything; the former one then leaves it alone and says so',
  { tag: '@offline' },
  async ({ page, site }) => {
    const later = withLaterSchema(NEXT_BUILD)
    await begin(page)
    await keptOffline(page)
    const first = await studyOne(page)
    site.deploy(later)
    await page.goto('/')
    await lookForUpdate(page)
    await page.getByRole('button', { name: 'Update now' }).click()
    await expect.poll(() => versionOf(page).catch(() => null)).toBe(990)
    const second = await studyOne(page)
    expect((await readLog(page)).map(({ cardId }) => cardId)).toEqual([first, second])

    // The host goes back: data of a later version is not touched by an older one.
    site.deploy(BUILD)
    await page.goto('/')
    await lookForUpdate(page)
    await page.getByRole('button', { name: 'Update now' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'This tab is older than your data.',
    )
    await expect(page.getByText(/What was saved is safe/)).toBeVisible()
    expect(await versionOf(page)).toBe(990)

    // And forward again: nothing was lost on the way.
    site.deploy(later)
    await lookForUpdate(page)
    // The page hears of a version that waits a moment after it does.
    await page.waitForTimeout(500)
    await page.getByRole('button', { name: 'Reload' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/today/)
    expect((await readLog(page)).map(({ cardId }) => cardId)).toEqual([first, second])
    rmSync(later, { recursive: true })
  },
)

test(
  'a session that is open while another tab brings a later schema steps aside, and loses nothing',
  { tag: '@offline' },
  async ({ page, site, context }) => {
    const later = withLaterSchema(NEXT_BUILD)
    await begin(page)
    await keptOffline(page)
    const first = await studyOne(page)
    const screen = new StudyScreen(page, BUNDLES, KEYBOARD)
    const card = await screen.card()
    if (!card) throw new Error('There is no card')
    await screen.answer(card, 'right')
    const asked = await screen.heading.textContent()

    // Another tab lets the new version in, whose database is of a later version.
    site.deploy(later)
    const other = await context.newPage()
    await other.goto('/')
    await lookForUpdate(other)
    await other.getByRole('button', { name: 'Update now' }).click()
    await expect.poll(() => versionOf(other).catch(() => null), { timeout: 30_000 }).toBe(990)
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(/today/)
    await expect(page.getByText(/nothing more can be saved here/)).toBeVisible()

    // What is answered now is not confirmed: it is said to be unsaved, and there is no other way than to reload.
    await page.bringToFront()
    await page.keyboard.press(card.question.kind === 'recall' ? '2' : 'Space')
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('Not saved. A newer version of Cirrus is in use')
    await expectAccessible(page)
    expect(await readLog(other)).toHaveLength(1)
    await page.getByRole('button', { name: 'Reload' }).click()

    // The same card with its answer, in the new version; rated once more it is in the log once.
    await expect(alert).toHaveCount(0)
    await expect(screen.heading).toHaveText(asked ?? '')
    await expect(screen.answerShown).toBeVisible()
    await screen.rate(card, 'right')
    await expect.poll(async () => (await readLog(page)).length).toBe(2)
    expect((await readLog(page)).map(({ cardId }) => cardId)).toEqual([first, card.cardId])
    expect(await versionOf(page)).toBe(990)
    rmSync(later, { recursive: true })
  },
)

/** The version of the database as the browser counts it: ten times that of the app. */
async function versionOf(page: Page): Promise<number | undefined> {
  return page.evaluate(async () => {
    const all = await indexedDB.databases()
    return all.find(({ name }) => name === 'cirrus')?.version
  })
}
