import type { Page } from '@playwright/test'
import { begin, expect, expectAccessible, test } from './fixtures.ts'

const field = (page: Page) => page.getByRole('combobox', { name: 'Search cards' })
const rows = (page: Page) => page.getByRole('row', { selected: true })
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** The list with its texts read. */
async function openBrowse(page: Page, path = '/browse'): Promise<void> {
  await begin(page)
  await page.goto(path)
  await expect(page.getByRole('grid', { name: 'Cards' })).toBeVisible()
  await expect(page.getByText('Reading …')).toHaveCount(0)
}

test('by keyboard alone: search, select, suspend, undo after a reload, open a card and come back', async ({
  page,
}) => {
  await openBrowse(page)
  const all = await heading(page).textContent()
  await page.keyboard.press('/')
  await page.keyboard.type('ty')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.type('cl')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(field(page)).toHaveValue('type:cloze ')
  await expect(heading(page)).toHaveText(/^\d+ of \d+ cards$/)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(rows(page)).toHaveCount(3)
  await page.getByRole('button', { name: 'Suspend', exact: true }).press('Enter')
  await expect(rows(page).first()).toContainText('Suspended')

  await page.reload()
  await expect(page.getByText('Suspended 3 cards.')).toBeVisible()
  await expect(field(page)).toHaveValue('type:cloze ')
  // The frame has one of its own beside the navigation.
  const undo = page.getByRole('main').getByRole('button', { name: 'Undo', exact: true })
  await undo.press('Enter')
  await expect(page.getByText('Undone:').last()).toBeVisible()
  await field(page).fill('is:suspended')
  await expect(page.getByText('No card fits this search.')).toBeVisible()

  await field(page).fill('rehydrat')
  await field(page).press('Enter')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/cards\//)
  await page.goBack()
  await expect(field(page)).toHaveValue('rehydrat')
  await field(page).fill('')
  await expect(heading(page)).toHaveText(all ?? '')
})

test('a problem is shown at its spot, and accessible', async ({ page }) => {
  await openBrowse(page)
  await field(page).fill('storage (tpye:basic or is:due)')
  await expect(page.getByText('Did you mean “type:”?')).toBeVisible()
  await expect(page.locator('mark')).toHaveText('tpye:')
  await expect(field(page)).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible(page)
})

test(
  'the list is accessible with a selection and suggestions, in both themes',
  { tag: '@phone' },
  async ({ page }) => {
    await openBrowse(page)
    await field(page).press('Enter')
    await page.keyboard.press('Control+a')
    await field(page).pressSequentially('is:')
    await expect(page.getByRole('option', { name: /is:suspended/ })).toBeVisible()
    await expectAccessible(page)
  },
)

test('each dialog is accessible, and gives the focus back', { tag: '@phone' }, async ({ page }) => {
  await openBrowse(page, '/browse?q=tier')
  for (const name of ['Saved searches', 'Columns']) {
    const button = page.getByRole('button', { name })
    await button.press('Enter')
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(button).toBeFocused()
  }
})

test('each question about many cards is accessible, and gives the focus back', async ({ page }) => {
  await openBrowse(page, '/browse?q=tier')
  await field(page).press('Enter')
  await page.keyboard.press('Space')
  for (const name of ['Flag…', 'Tag…', 'Set due…', 'Start anew…']) {
    const button = page.getByRole('button', { name })
    await button.press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(button).toBeFocused()
  }
})

test('the help page leads to a search', async ({ page }) => {
  await openBrowse(page)
  await page.getByRole('link', { name: 'Search help' }).click()
  await expect(heading(page)).toHaveText('How to search your cards')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Search for type:command' }).click()
  await expect(field(page)).toHaveValue('type:command')
})

test(
  'by touch: a finger rests on a card, taps select more, a tag goes on, and a tap opens',
  { tag: '@touch' },
  async ({ page }) => {
    await openBrowse(page, '/browse?q=tier')
    const row = (index: number) => page.locator(`[role=row][data-index="${index}"]`)
    await hold(page, row(0))
    await expect(page.getByText('1 selected', { exact: true })).toBeVisible()
    await row(2).tap()
    await expect(rows(page)).toHaveCount(2)
    await expect(page).toHaveURL(/\/browse/)

    await page.getByRole('button', { name: 'Actions' }).tap()
    await page.getByRole('dialog').getByRole('button', { name: 'Tag…' }).tap()
    await page.getByRole('combobox', { name: 'Tag' }).fill('hard')
    await page.getByRole('button', { name: 'Add' }).tap()
    await expect(page.getByText(/^Tagged \d notes?: hard\.$/).last()).toBeVisible()
    await page.getByRole('button', { name: 'Done' }).tap()
    await expect(rows(page)).toHaveCount(0)

    await field(page).fill('tag:hard')
    await expect(heading(page)).toHaveText(/^\d of/)
    await row(0).tap()
    await expect(page).toHaveURL(/\/cards\//)
  },
)

/** A finger that rests on an element for longer than a tap. */
async function hold(page: Page, target: ReturnType<Page['locator']>): Promise<void> {
  const box = await target.boundingBox()
  if (!box) throw new Error('There is nothing to hold')
  const session = await page.context().newCDPSession(page)
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] })
  await page.waitForTimeout(700)
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

test(
  'nothing is wider than a window of 320 px, also with large text',
  { tag: '@phone' },
  async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 })
    await openBrowse(page, '/browse?q=tier')
    await field(page).press('Enter')
    await page.keyboard.press('Space')
    const width = () => page.evaluate(() => document.documentElement.scrollWidth)
    expect(await width()).toBeLessThanOrEqual(320)
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
    await page.waitForTimeout(200)
    expect(await width()).toBeLessThanOrEqual(320)
  },
)
