import type { Page } from '@playwright/test'
import { readLog } from '../support/browser-data.ts'
import { BUILD } from '../support/builds.ts'
import { bundlesOf } from '../support/bundles-of-build.ts'
import { KEYBOARD } from '../support/hands.ts'
import { StudyScreen } from '../support/study-screen.ts'
import { begin, expect, expectAccessible, test } from './fixtures.ts'

const BUNDLES = bundlesOf(BUILD)
const SESSION = '/study?exam=AZ-104&part=az104-network-secure'

test(
  'the same card answered in two tabs counts once, everywhere',
  { tag: '@firefox' },
  async ({ page, context }) => {
    await begin(page)
    const other = await context.newPage()
    const [here, there] = [page, other].map((tab) => new StudyScreen(tab, BUNDLES, KEYBOARD))
    if (!here || !there) throw new Error('There are two tabs')
    for (const tab of [page, other]) await tab.goto(SESSION)
    const card = await here.card()
    if (!card) throw new Error('There is no card')
    expect((await there.card())?.cardId).toBe(card.cardId)

    await here.study(card, 'right')
    await expect(other.getByText(/^This card was answered in another tab/)).toBeVisible()
    await there.study(card, 'right')

    const log = await readLog(page)
    expect(log.map(({ cardId }) => cardId)).toEqual([card.cardId])
    // Both go on with the same next card, and neither shows the first one again.
    const next = (await here.card())?.cardId
    expect(next).not.toBe(card.cardId)
    expect((await there.card())?.cardId).toBe(next)

    for (const tab of [page, other]) {
      await tab.goto('/progress/AZ-104')
      await expect(tab.getByRole('heading', { level: 1 })).toHaveText(/^1 of \d+ cards/)
    }
  },
)

test(
  'a card answered in one tab does not come up in the other',
  { tag: '@firefox' },
  async ({ page, context }) => {
    await begin(page)
    const other = await context.newPage()
    const here = new StudyScreen(page, BUNDLES, KEYBOARD)
    const there = new StudyScreen(other, BUNDLES, KEYBOARD)
    for (const tab of [page, other]) await tab.goto(SESSION)
    const seen: string[] = []
    await there.card()
    // Firefox gives focus to a field only in the tab in front.
    await page.bringToFront()
    for (let card = await here.card(); card; card = await here.card()) {
      await here.study(card, 'right')
      seen.push(card.cardId)
    }
    expect(seen.length).toBeGreaterThan(3)

    const first = await there.card()
    if (!first) throw new Error('The card on screen stays')
    expect(first.cardId).toBe(seen[0])
    await other.bringToFront()
    await there.study(first, 'right')
    expect(await there.card()).toBeNull()
  },
)

test('two quick presses on one card are one answer', async ({ page }) => {
  await begin(page)
  await page.goto(SESSION)
  const screen = new StudyScreen(page, BUNDLES, KEYBOARD)
  const card = await screen.card()
  if (!card) throw new Error('There is no card')
  await screen.answer(card, 'unknown')
  await page.evaluate(() => {
    for (let press = 0; press < 3; press++) {
      window.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true }))
      window.dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true }))
    }
  })
  await expect.poll(async () => (await screen.card())?.cardId).not.toBe(card.cardId)
  expect(await readLog(page)).toHaveLength(1)
})

const answerIn = (tab: Page) => tab.getByRole('textbox', { name: 'Answer', exact: true })

/** Typed, in the tab in front: Firefox lets others wait, and tells nobody of a field that is filled. */
async function type(tab: Page, text: string): Promise<void> {
  await tab.bringToFront()
  await answerIn(tab).focus()
  await tab.keyboard.press('Control+a')
  await tab.keyboard.type(text)
}

test('a card begun in two tabs that are both closed: both drafts are there, and each can be taken', async ({
  page,
  context,
}) => {
  await begin(page)
  const tabs = [await context.newPage(), await context.newPage()]
  for (const tab of tabs) await tab.goto('/notes/st-rehydrate-standard/edit')
  for (const [index, tab] of tabs.entries()) {
    await type(tab, index === 0 ? 'The first way' : 'The second way')
  }
  // Closed before anything could be saved in peace.
  await Promise.all(tabs.map((tab) => tab.close({ runBeforeUnload: true })))
  await expect.poll(() => context.pages().length).toBe(1)

  const said = page.getByText(/In another tab you had begun this text in another way/)
  // A browser brings what closing tabs wrote to the others in its own time.
  await expect(async () => {
    await page.goto('/notes/st-rehydrate-standard/edit')
    await expect(said).toBeVisible({ timeout: 3000 })
  }).toPass({ timeout: 20_000 })
  const found = [await answerIn(page).inputValue()]
  await expect(page.getByText(/another way: “The (first|second) way”/)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Show that one' }).click()
  await expect(answerIn(page)).not.toHaveValue(found[0] ?? '')
  found.push(await answerIn(page).inputValue())
  expect(found.toSorted()).toEqual(['The first way', 'The second way'])

  // Saving the one leaves the other.
  await expect(page.getByText('Draft kept')).toBeVisible()
  await answerIn(page).press('Control+Enter')
  await expect(page).toHaveURL(/\/cards\//)
  await page.goto('/notes/st-rehydrate-standard/edit')
  await expect(answerIn(page)).toHaveValue(found[0] ?? '')
})

test(
  'a card changed in two tabs: both texts are shown, and neither is lost',
  { tag: '@firefox' },
  async ({ page, context }) => {
    await begin(page)
    const other = await context.newPage()
    for (const tab of [page, other]) await tab.goto('/notes/st-rehydrate-standard/edit')
    await type(page, 'Mine')
    await expect(page.getByText('Draft kept')).toBeVisible()
    await type(other, 'Theirs')
    await other.keyboard.press('Control+Enter')
    await expect(other).toHaveURL(/\/cards\//)

    await page.bringToFront()
    const conflict = page.getByRole('region', { name: /saved in another tab/ })
    await expect(conflict).toContainText('Mine')
    await expect(conflict).toContainText('Theirs')
    await expectAccessible(page)
    await answerIn(page).press('Control+Enter')
    await expect(conflict).toBeFocused()
    await conflict.getByRole('button', { name: /^Keep both/ }).press('Enter')
    await expect(page).toHaveURL(/\?copy/)
    await expect(answerIn(page)).toHaveValue('Mine')
    await page.goto('/notes/st-rehydrate-standard/edit')
    await expect(answerIn(page)).toHaveValue('Theirs')
  },
)
