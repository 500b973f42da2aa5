import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readLog } from '../support/browser-data.ts'
import { BUILD } from '../support/builds.ts'
import { bundlesOf } from '../support/bundles-of-build.ts'
import { KEYBOARD } from '../support/hands.ts'
import { launch } from '../support/killable-browser.ts'
import { StudyScreen } from '../support/study-screen.ts'
import { begin, expect, expectAccessible, test } from './fixtures.ts'

const BUNDLES = bundlesOf(BUILD)

test('a full disk is told of, the answer waits, and trying again saves it once', async ({
  page,
}) => {
  await page.addInitScript(() => {
    for (const name of ['add', 'put']) {
      const act: unknown = Reflect.get(IDBObjectStore.prototype, name)
      if (typeof act !== 'function') continue
      const guarded = new Proxy(act, {
        apply(target, store: IDBObjectStore, args: unknown[]) {
          if (store.name === 'reviews' && sessionStorage.getItem('full')) {
            throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
          }
          return Reflect.apply(target, store, args)
        },
      })
      Reflect.set(IDBObjectStore.prototype, name, guarded)
    }
  })
  await begin(page)
  const screen = new StudyScreen(page, BUNDLES, KEYBOARD)
  const card = await screen.card()
  if (!card) throw new Error('There is no card')
  await screen.answer(card, 'unknown')
  await page.evaluate(() => sessionStorage.setItem('full', 'yes'))
  await page.keyboard.press('Space')
  await expect(page.getByRole('alert')).toContainText('There is no space left')
  await expect(screen.answerShown).toBeVisible()
  await expectAccessible(page)
  expect(await readLog(page)).toHaveLength(0)

  await page.evaluate(() => sessionStorage.removeItem('full'))
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(async () => (await screen.card())?.cardId).not.toBe(card.cardId)
  await expect(page.getByRole('alert')).toHaveCount(0)
  expect((await readLog(page)).map(({ cardId }) => cardId)).toEqual([card.cardId])
})

test('what was answered is there after the browser was killed in the middle of a session', async ({
  site,
}) => {
  const profile = mkdtempSync(join(tmpdir(), 'cirrus-profile-'))
  const first = await launch(profile)
  const before = await first.context.newPage()
  await begin(before, ['AZ-104'], site.origin)
  const screen = new StudyScreen(before, BUNDLES, KEYBOARD)
  const studied: string[] = []
  for (let count = 0; count < 4; count++) {
    const card = await screen.card()
    if (!card) throw new Error('There is no card')
    await screen.study(card, 'right')
    studied.push(card.cardId)
  }
  const shown = await screen.card()
  await first.kill()

  const second = await launch(profile)
  const after = await second.context.newPage()
  await after.goto(`${site.origin}/study`)
  expect((await readLog(after)).map(({ cardId }) => cardId)).toEqual(studied)
  expect((await new StudyScreen(after, BUNDLES, KEYBOARD).card())?.cardId).toBe(shown?.cardId)
  await after.goto(`${site.origin}/progress/AZ-104`)
  await expect(after.getByRole('heading', { level: 1 })).toHaveText(/^4 of \d+ cards/)
  await second.kill()
  rmSync(profile, { recursive: true, force: true })
})
