import type { Locator, Page } from '@playwright/test'
import type { Question } from '../../src/app/study/question.ts'
import { textOfHtml } from '../../src/core/card-title.ts'

/** How somebody works the study screen. */
export interface Hands {
  show(page: Page): Promise<void>
  giveUp(page: Page): Promise<void>
  attempt(page: Page, question: Question, how: 'right' | 'wrong'): Promise<void>
  check(page: Page): Promise<void>
  grade(page: Page, known: boolean): Promise<void>
  goOn(page: Page): Promise<void>
}

/** Nothing but keys. */
export const KEYBOARD: Hands = {
  show: (page) => page.keyboard.press('Space'),
  async giveUp(page) {
    // In a field letters are letters, until Escape leaves it.
    if (await isInField(page)) await page.keyboard.press('Escape')
    await page.keyboard.press('n')
  },
  check: (page) => page.keyboard.press('Enter'),
  grade: (page, known) => page.keyboard.press(known ? '2' : '1'),
  goOn: (page) => page.keyboard.press('Space'),
  async attempt(page, question, how) {
    if (question.kind === 'number' || question.kind === 'command') {
      // Where there is no mouse, the field is not focused by itself.
      for (let steps = 0; steps < 20 && !(await isInField(page)); steps++) {
        await page.keyboard.press('Tab')
      }
      return page.keyboard.type(typedFor(question, how))
    }
    if (question.kind === 'order') return arrange(page, question, how, nudgeByKeys)
    for (const index of await placesFor(page, question, how)) {
      await page.keyboard.press(String.fromCodePoint(97 + index))
    }
  },
}

async function isInField(page: Page): Promise<boolean> {
  return (await page.locator('input[type=text]:focus, textarea:focus').count()) > 0
}

/** A tap this soon after a button came under the finger is the second of a double tap, and says nothing. */
const DOUBLE_TAP_MS = 300

/** Nothing but a finger. */
export const TOUCH: Hands = {
  async show(page) {
    await page.waitForTimeout(DOUBLE_TAP_MS)
    await page.getByRole('button', { name: /^Show answer/ }).tap()
  },
  async giveUp(page) {
    await page.waitForTimeout(DOUBLE_TAP_MS)
    await page.getByRole('button', { name: /^I don’t know/ }).tap()
  },
  check: (page) => page.getByRole('button', { name: /^Check/ }).tap(),
  async grade(page, known) {
    await page.waitForTimeout(DOUBLE_TAP_MS)
    await page.getByRole('button', { name: known ? /^Got it/ : /^Forgot/ }).tap()
  },
  async goOn(page) {
    await page.waitForTimeout(DOUBLE_TAP_MS)
    await page.getByRole('button', { name: /^Continue/ }).tap()
  },
  async attempt(page, question, how) {
    if (question.kind === 'number' || question.kind === 'command') {
      const field = page.getByRole('main').getByRole('textbox')
      await field.tap()
      return field.fill(typedFor(question, how))
    }
    if (question.kind === 'order') return arrange(page, question, how, nudgeByTap)
    for (const index of await placesFor(page, question, how)) {
      await optionsOn(page).nth(index).tap()
    }
  },
}

type Typed = Extract<Question, { kind: 'number' | 'command' }>
type Chosen = Extract<Question, { kind: 'choice' | 'which' }>
type Ordered = Extract<Question, { kind: 'order' }>

function typedFor(question: Typed, how: 'right' | 'wrong'): string {
  if (question.kind === 'number') return how === 'right' ? question.body.value : '123456'
  return how === 'right' ? question.body.answer.replaceAll(/\\?\n\s*/g, ' ') : 'az account show'
}

function optionsOn(page: Page): Locator {
  return page.getByRole('radio').or(page.getByRole('checkbox'))
}

/** Where the options to choose stand on the screen, from 0. */
async function placesFor(
  page: Page,
  question: Question,
  how: 'right' | 'wrong',
): Promise<number[]> {
  if (question.kind !== 'choice' && question.kind !== 'which') return []
  const wanted = textsFor(question, how === 'right')
  const shown = await page
    .locator('label')
    .filter({ has: optionsOn(page) })
    .allTextContents()
  const places = wanted.map((text) => shown.findIndex((label) => isOption(label, text)))
  return how === 'right' ? places : places.slice(0, 1)
}

/** The texts of the options that are right, or of those that are wrong. */
function textsFor(question: Chosen, right: boolean): string[] {
  const options =
    question.kind === 'choice'
      ? question.body.options.filter((option) => option.right === right)
      : question.body.options.filter(({ key }) => (key === question.row.answer) === right)
  return options.map(({ html }) => textOfHtml(html))
}

/** A label begins with its letter. */
function isOption(label: string, text: string): boolean {
  return plain(label).slice(1) === plain(text)
}

type Nudge = (page: Page, text: string, by: -1 | 1) => Promise<void>

/** Puts the steps in order, or in the opposite one, and leaves the decoys out. */
async function arrange(page: Page, { body }: Ordered, how: string, nudge: Nudge): Promise<void> {
  for (const { html } of body.decoys) await leaveOut(page, textOfHtml(html), nudge)
  const steps = how === 'right' ? body.steps : body.steps.toReversed()
  for (const [place, { html }] of steps.entries()) {
    const text = textOfHtml(html)
    for (let from = await placeOf(page, text); from > place; from--) await nudge(page, text, -1)
  }
}

async function leaveOut(page: Page, text: string, nudge: Nudge): Promise<void> {
  const use = page.getByRole('button', { name: `Use: ${text}`, exact: true })
  while (!(await use.isVisible())) await nudge(page, text, 1)
}

/** From 0. */
async function placeOf(page: Page, text: string): Promise<number> {
  const names = await gripsOn(page).allTextContents()
  return names.findIndex((name) => name.endsWith(`Move: ${text}`))
}

function gripsOn(page: Page): Locator {
  return page.getByRole('button', { name: /Move: / })
}

async function nudgeByTap(page: Page, text: string, by: -1 | 1): Promise<void> {
  await page.getByRole('button', { name: `${by < 0 ? 'Up' : 'Down'}: ${text}`, exact: true }).tap()
}

/** Goes to the step with Tab and the arrow keys, picks it up, moves it, and puts it down. */
async function nudgeByKeys(page: Page, text: string, by: -1 | 1): Promise<void> {
  const { keyboard } = page
  const isOnGrip = () =>
    page.evaluate(() => document.activeElement?.textContent?.includes('Move: '))
  for (let steps = 0; steps < 40 && !(await isOnGrip()); steps++) await keyboard.press('Tab')
  const wanted = await placeOf(page, text)
  const here = await gripsOn(page).evaluateAll((all) =>
    all.findIndex((each) => each === document.activeElement),
  )
  for (let place = here; place !== wanted; place += Math.sign(wanted - place)) {
    await keyboard.press(wanted > place ? 'ArrowDown' : 'ArrowUp')
  }
  await keyboard.press('Space')
  await keyboard.press(by < 0 ? 'ArrowUp' : 'ArrowDown')
  await keyboard.press('Space')
}

/** Without the white space, which depends on how it is set. */
export function plain(text: string): string {
  return text.replaceAll(/\s/g, '')
}
