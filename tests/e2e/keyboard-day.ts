import type { Page } from '@playwright/test'
import type { ExamBundle } from '../../src/core/catalog.ts'
import type { NoteType } from '../../src/core/note.ts'
import { putRows } from '../support/browser-data.ts'
import { BUILD } from '../support/builds.ts'
import { bundlesOf } from '../support/bundles-of-build.ts'
import { bundle } from '../support/bundles.ts'
import { KEYBOARD } from '../support/hands.ts'
import { learnerRows } from '../support/learner.ts'
import { ALL_TYPES, BASIC } from '../support/note-types.ts'
import { StudyScreen } from '../support/study-screen.ts'
import type { KnownCard } from '../support/study-screen.ts'
import { expectHeard, hear, heard, tabStops } from './by-ear.ts'
import { expect, expectAccessible } from './fixtures.ts'

/** Text of the card that is edited at the end of the day. */
const TEXT = { type: 'basic', ask: 'What wins, 200 or 300?', answer: 'The rule with 200' } as const

/**
 * A whole day with nothing but keys, as somebody has it who hears the page: ten items, one of every type,
 * one answer taken back, the end of the session, the list of all cards, a card and its editor. On each screen
 * roles and names are there, Tab goes through everything in the order of the page with nothing covered, what
 * happens is announced, and axe finds nothing.
 */
export async function spendDay(page: Page): Promise<void> {
  const exam = await arrive(page)
  await begin(page)
  await study(page, exam)
  await browse(page)
  await edit(page)
}

/** The cards are there; the day has not begun. */
async function arrive(page: Page): Promise<ExamBundle> {
  await hear(page)
  await page.goto('/welcome')
  await page.getByRole('heading', { level: 1 }).waitFor()
  const shipped = bundlesOf(BUILD).find(({ exam }) => exam === 'AZ-104')
  const notes = ALL_TYPES.map((each) =>
    each.id === BASIC.id ? { ...each, text: TEXT, title: TEXT.ask } : each,
  )
  // With the version that the build ships, so that the app keeps these cards.
  const exam = bundle(shipped?.version ?? '', notes)
  await putRows(page, learnerRows([exam], { now: Date.now(), days: 1, seen: 0, newPerDay: 50 }))
  return exam
}

async function begin(page: Page): Promise<void> {
  await page.goto('/')
  await expect(heading(page)).toHaveText(/new/)
  await expect(page.getByRole('navigation').first()).toBeVisible()
  const stops = await tabStops(page)
  expect(inOrder(stops, [/^Skip to/, /^Today/, /^Browse/, /^Begin/])).toBe(true)
  await page
    .getByRole('link', { name: /^Begin/ })
    .or(begins(page))
    .first()
    .focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/study/)
}

const begins = (page: Page) => page.getByRole('button', { name: /^Begin/ })

async function study(page: Page, exam: ExamBundle): Promise<void> {
  const screen = new StudyScreen(page, [exam], KEYBOARD)
  const seen = new Set<NoteType>()
  let undone = false
  for (let card = await screen.card(); card; card = await screen.card()) {
    const isFirst = !seen.has(card.type)
    seen.add(card.type)
    await expectQuestion(page, card, isFirst)
    if (seen.size === 1 && isFirst) await expectSound(page)
    await heard(page)
    // One is got wrong, so that the other verdict is heard, too.
    const how = card.type === 'single' && isFirst ? 'wrong' : 'right'
    await screen.answer(card, how)
    await expectAnswer(page, card, how)
    if (card.type === 'order' && isFirst) await expectSound(page)
    await screen.rate(card, how)
    if (!undone && seen.size === 3) {
      undone = true
      await takeBack(page, card)
    }
  }
  expect([...seen].toSorted()).toEqual(ALL_TYPES.map(({ body }) => body.type).toSorted())
  await expect(heading(page)).toHaveText(/^Done: \d+ cards\./)
  await expect(heading(page)).toBeFocused()
  expect(inOrder(await tabStops(page), [/^Undo/, /^Go to Today/])).toBe(true)
  await expectSound(page)
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/\/$/)
}

/** The question has the focus, or the field for its answer; its controls have their roles and names. */
async function expectQuestion(page: Page, { type, question }: KnownCard, isFirst: boolean) {
  const main = page.getByRole('main', { name: 'Study' })
  const id = (await heading(page).getAttribute('id')) ?? ''
  await expect(main.getByRole('article')).toHaveAttribute('aria-labelledby', id)
  await expect(main.getByRole('textbox').or(heading(page)).and(page.locator(':focus'))).toHaveCount(
    1,
  )
  const controls = {
    recall: main.getByRole('button', { name: /^Show answer/ }),
    choice: main.getByRole(type === 'multi' ? 'checkbox' : 'radio'),
    which: main.getByRole('radio'),
    number: main.getByRole('textbox', { name: /./ }),
    command: main.getByRole('textbox', { name: /./ }),
    order: main.getByRole('button', { name: /Move: / }),
  }[question.kind]
  await expect(controls.first()).toBeVisible()
  if (isFirst) expect((await tabStops(page)).length).toBeGreaterThan(2)
  await heading(page).focus()
}

/** What came of it is announced, the focus is on it, and each grade says when the card comes back. */
async function expectAnswer(
  page: Page,
  { question }: KnownCard,
  how: 'right' | 'wrong',
): Promise<void> {
  const focus = page.getByRole('region', { name: 'Answer', exact: true }).or(heading(page))
  await expect(focus.and(page.locator(':focus'))).toHaveCount(1)
  if (question.kind !== 'recall') {
    const verdict = how === 'right' ? 'Correct' : 'Not correct\\. The answer: '
    return expectHeard(page, new RegExp(`${verdict}.*It comes back `))
  }
  await expectHeard(page, /\w/)
  const grades = page.getByRole('group', { name: 'How well did you know it?' }).getByRole('button')
  await expect(grades).toHaveCount(2)
  for (const grade of await grades.all()) await expect(grade).toHaveAccessibleName(/comes back/)
}

async function takeBack(page: Page, { title }: KnownCard): Promise<void> {
  await heard(page)
  await page.keyboard.press('u')
  await expect.poll(async () => (await heading(page).textContent())?.trim()).toContain(title)
  await expectHeard(page, /Answer taken back\./)
}

async function browse(page: Page): Promise<void> {
  await page.keyboard.press('b')
  const grid = page.getByRole('grid', { name: 'Cards' })
  await expect(grid).toHaveAttribute('aria-multiselectable', 'true')
  await expect(page.getByText('Reading …')).toHaveCount(0)
  await expectSound(page)
  await page.keyboard.press('/')
  await expect(page.getByRole('combobox', { name: 'Search cards' })).toBeFocused()
  await heard(page)
  await page.keyboard.type('wins')
  await expectHeard(page, /1 of \d+ cards/)
  await page.keyboard.press('Enter')
  const row = grid.getByRole('row', { name: /What wins/ })
  await expect(row).toBeFocused()
  await page.keyboard.press('Space')
  await expect(row).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Escape')
  await expect(row).toHaveAttribute('aria-selected', 'false')
  await row.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/cards\/basic/)
}

async function edit(page: Page): Promise<void> {
  await expect(heading(page)).toHaveText(/What wins/)
  await expect(page.getByRole('table', { name: /./ }).first()).toBeVisible()
  expect(inOrder(await tabStops(page), [/^Skip to/, /^Change the text/, /^Suspend/])).toBe(true)
  await expectSound(page)
  await page.keyboard.press('e')
  const answer = page.getByRole('textbox', { name: 'Answer', exact: true })
  await answer.waitFor()
  expect(inOrder(await tabStops(page), [/^Bold/, /^Question/, /^Answer/, /^Save/])).toBe(true)
  await expectSound(page)
  await answer.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('200')
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveURL(/\/cards\/basic/)
  await expect(page.getByRole('article')).toContainText('200')
  await expect(page.getByText('You changed this card.')).toBeVisible()
}

/** axe finds nothing, and nothing is wider than the window. */
async function expectSound(page: Page): Promise<void> {
  await expectAccessible(page)
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(over, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0)
}

const heading = (page: Page) => page.getByRole('main').getByRole('heading', { level: 1 })

/** Whether names come one after the other in a list of stops, with others between them. */
function inOrder(stops: readonly string[], names: readonly RegExp[]): boolean {
  let at = 0
  for (const name of names) {
    const found = stops.findIndex((stop, index) => index >= at && name.test(stop))
    if (found < 0) throw new Error(`${name} is not in its place: ${stops.join(' · ')}`)
    at = found + 1
  }
  return true
}
