import type { Page } from '@playwright/test'
import type { Question } from '../../src/app/study/question.ts'
import { putRows, readLog, readRows } from '../support/browser-data.ts'
import { BUILD } from '../support/builds.ts'
import { bundlesOf } from '../support/bundles-of-build.ts'
import { KEYBOARD, TOUCH } from '../support/hands.ts'
import { learnerRows } from '../support/learner.ts'
import { StudyScreen } from '../support/study-screen.ts'
import { begin, expect, expectAccessible, test } from './fixtures.ts'

const BUNDLES = bundlesOf(BUILD)
const COMMANDS = '/study?exam=AZ-104&part=az104-storage-accounts'
const RECALL = '/study?exam=AZ-104&part=az104-network-secure'

const heading = (page: Page) => page.getByRole('main').getByRole('heading', { level: 1 })
const verdict = (page: Page) =>
  page.getByRole('region', { name: 'Answer', exact: true }).getByText('Not correct.')
const dialog = (page: Page) => page.getByRole('dialog')

/** Goes on until a card with this kind of question asks. */
async function until(screen: StudyScreen, kind: Question['kind']) {
  for (let card = await screen.card(); card; card = await screen.card()) {
    if (card.question.kind === kind) return card
    await screen.study(card, 'right')
  }
  throw new Error(`No card of the kind ${kind}`)
}

/** Somebody who has studied AZ-104 for some weeks. */
async function studied(page: Page) {
  await page.goto('/welcome')
  await heading(page).waitFor()
  const now = await page.evaluate(() => Date.now())
  const az104 = BUNDLES.filter(({ exam }) => exam === 'AZ-104')
  await putRows(page, learnerRows(az104, { now, days: 40, seen: 0.8, newPerDay: 0 }))
}

test(
  'an answer is taken back and counted again on any screen, step by step, also after a reload',
  { tag: '@firefox' },
  async ({ page }) => {
    await begin(page)
    await page.goto(RECALL)
    const screen = new StudyScreen(page, BUNDLES, KEYBOARD)
    for (let count = 0; count < 2; count++) {
      const card = await screen.card()
      if (card) await screen.study(card, 'right')
    }
    const seen = async (count: number) => {
      await page.goto('/progress/AZ-104')
      await expect(heading(page)).toHaveText(count === 0 ? /^None of/ : new RegExp(`^${count} of`))
    }
    await page.goto('/about')
    await page.getByRole('button', { name: /^Undo/ }).waitFor()
    await page.keyboard.press('u')
    await expect(page.getByText('Taken back: an answer.')).toBeVisible()
    await seen(1)
    await page.reload()
    await page.getByRole('button', { name: /^Undo/ }).click()
    await expect(heading(page)).toHaveText(/^None of/)
    await page.keyboard.press('Shift+U')
    await expect(heading(page)).toHaveText(/^1 of/)
    await page.goto('/settings')
    await page.getByRole('button', { name: /^Redo/ }).click()
    await expect(page.getByText('Done again: an answer.')).toBeVisible()
    await seen(2)
  },
)

test(
  'a command that was half typed is there after a reload, and so is what was judged',
  { tag: ['@phone', '@firefox'] },
  async ({ page }) => {
    await begin(page)
    await page.goto(COMMANDS)
    const screen = new StudyScreen(page, BUNDLES, KEYBOARD)
    const { title } = await until(screen, 'command')
    const field = page.getByRole('main').getByRole('textbox')
    await field.click()
    await page.keyboard.type('az storage acc')
    await page.reload()
    await expect(field).toHaveValue('az storage acc')
    await field.press('Enter')
    await expect(verdict(page)).toBeVisible()
    const count = (await readLog(page)).length
    await page.reload()
    await expect(verdict(page)).toBeVisible()
    expect((await screen.heading.textContent())?.length).toBeGreaterThan(0)
    await page.keyboard.press('Space')
    await expect.poll(async () => (await readLog(page)).length).toBe(count + 1)
    expect(title).not.toBe('')
  },
)

test('what to study is chosen: flagged cards, crammed, and no schedule changes', async ({
  page,
}) => {
  await studied(page)
  await page.goto(RECALL)
  await expect(heading(page)).not.toHaveText(/^Nothing/)
  await page.keyboard.press('Control+2')
  await expect(page.getByText('Flag changed.')).toBeVisible()
  const asked = await heading(page).textContent()
  await page.goto('/')
  await page.getByRole('button', { name: /^Choose/ }).click()
  await expect(dialog(page).getByText(/cards? now\./)).toBeVisible()
  await expectAccessible(page)
  await dialog(page).getByRole('radio', { name: 'Flagged' }).check({ force: true })
  await dialog(page).getByRole('radio', { name: 'Cram' }).check({ force: true })
  await expect(dialog(page).getByText('1 card now.')).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Begin' }).click()
  await expect(heading(page)).toHaveText(asked ?? '')
  const before = (await readLog(page)).length
  const screen = new StudyScreen(page, BUNDLES, KEYBOARD)
  const card = await screen.card()
  if (!card) throw new Error('There is a card')
  await screen.study(card, 'right')
  await expect(page.getByText(/^Cramming leaves every schedule/)).toBeVisible()
  const log = await readLog(page)
  expect(log.length).toBe(before + 1)
  expect(log.at(-1)).toMatchObject({ kind: 'rated', mode: 'cram' })
})

test(
  'everything that opens over a card is accessible, and is left with Escape',
  { tag: '@phone' },
  async ({ page }) => {
    await studied(page)
    await page.goto('/study')
    await heading(page).waitFor()
    for (const key of ['m', '?', 'Shift+I', 'p']) {
      await page.evaluate(() => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      })
      await page.keyboard.press(key)
      await expect(dialog(page)).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await expect(dialog(page)).toBeHidden()
    }
    await expect(page).toHaveURL(/\/study/)
  },
)

test(
  'the keys are changed, shown and used; Anki’s are a preset',
  { tag: '@firefox' },
  async ({ page }) => {
    await begin(page)
    await page.goto('/settings/keys')
    await heading(page).waitFor()
    await expectAccessible(page)
    await page.getByRole('radio', { name: 'Anki' }).check({ force: true })
    await expect(page.getByText('Saved', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Add a key to “Second: Got it, Hard”' }).click()
    await page.keyboard.press('j')
    const added = page.getByRole('button', { name: 'Remove J from “Second: Got it, Hard”' })
    await expect(added).toBeVisible()
    // Shown at once, saved a moment later: only then does a reload have it.
    const saved = async () => JSON.stringify(await readRows(page, 'settings'))
    await expect.poll(saved).toMatch(/"keys".*"j"/)
    await page.reload()
    await expect(added).toBeVisible()
    await page.goto(RECALL)
    await heading(page).waitFor()
    await page.keyboard.press('Space')
    await page.keyboard.press('j')
    await expect.poll(async () => (await readLog(page)).length).toBe(1)
    expect(await readLog(page)).toMatchObject([{ rating: 'good' }])
    // In the field of the next card Ctrl and Z are the field's own; Escape leaves it.
    await page.getByRole('main').getByRole('textbox').focus()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await readLog(page)).length).toBe(2)
  },
)

test('a card is shown with a tap and rated with a swipe', { tag: '@touch' }, async ({ page }) => {
  await begin(page)
  await page.goto('/settings')
  const group = page.getByRole('group', { name: /^Swipe to grade/ })
  await group.getByRole('radio', { name: 'On' }).check({ force: true })
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page.goto('/study?exam=AZ-104')
  const screen = new StudyScreen(page, BUNDLES, TOUCH)
  const first = await until(screen, 'recall')
  await heading(page).tap()
  await screen.answerShown.waitFor()
  await swipe(page, 180)
  await expect.poll(async () => (await screen.card())?.cardId).not.toBe(first.cardId)
  // The browser must not take what comes next for the end of a fling.
  await until(screen, 'recall')
  await heading(page).tap()
  await screen.answerShown.waitFor()
  await swipe(page, -180)
  const last = async () => (await readLog(page)).at(-1)
  await expect.poll(last).toMatchObject({ rating: 'again' })
  const swiped = (await readLog(page)).find(({ cardId }) => cardId === first.cardId)
  expect(swiped).toMatchObject({ rating: 'good' })
})

/** One finger, from the middle of the question to the side. */
async function swipe(page: Page, by: number): Promise<void> {
  const box = await heading(page).boundingBox()
  if (!box) throw new Error('The question is on screen')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const client = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', dx: number) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: x + dx, y }],
    })
  await touch('touchStart', 0)
  for (let step = 1; step <= 6; step++) await touch('touchMove', (by * step) / 6)
  await touch('touchEnd', by)
}

test(
  'with the keyboard of a phone up, the command field, its button and its result are in sight',
  { tag: '@touch' },
  async ({ page }) => {
    await begin(page)
    await page.goto(COMMANDS)
    const screen = new StudyScreen(page, BUNDLES, TOUCH)
    await until(screen, 'command')
    const field = page.getByRole('main').getByRole('textbox')
    await field.tap()
    // What the keyboard leaves of the page, where it shrinks the page as index.html asks for.
    await page.setViewportSize({ width: 390, height: 500 })
    await expect(field).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole('button', { name: /^Check/ })).toBeInViewport({ ratio: 1 })
    await field.fill('az account show')
    await field.press('Enter')
    await expect(verdict(page)).toBeInViewport({ ratio: 1 })
    await expect(field).toBeHidden()
  },
)
