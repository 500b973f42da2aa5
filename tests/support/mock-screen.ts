import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { textOfHtml } from '../../src/core/card-title.ts'
import type { ExamBundle } from '../../src/core/catalog.ts'
import type { Note, NoteBody, QuestionBody, WhichBody } from '../../src/core/note.ts'
import { plain } from './hands.ts'

type Body = QuestionBody | WhichBody

/** The screen of a mock exam, for a tester who knows all answers. Options are chosen by keyboard or by tap. */
export class MockScreen {
  readonly page: Page
  readonly heading: Locator
  readonly #press: (control: Locator) => Promise<void>
  readonly #bodies: ReadonlyMap<string, Body>

  constructor(page: Page, bundles: readonly ExamBundle[], how: 'keyboard' | 'touch') {
    this.page = page
    this.heading = page.getByRole('main').getByRole('heading', { level: 1 })
    this.#press = how === 'touch' ? (control) => control.tap() : pressKey
    this.#bodies = new Map(bundles.flatMap(({ notes }) => notes.flatMap(namesOf)))
  }

  /** The question on screen. */
  async body(): Promise<Body> {
    const name = plain((await this.heading.textContent()) ?? '')
    const body = this.#bodies.get(name)
    if (!body) throw new Error(`No question asks "${name}"`)
    return body
  }

  /** Answers the question on screen. */
  async answer(right = true): Promise<Body> {
    const body = await this.body()
    if (body.type === 'which') await this.#rows(body, right)
    else if (body.type === 'order')
      await this.#order(
        body.steps.map(({ html }) => html),
        right,
      )
    else if (body.type === 'single' || body.type === 'multi') {
      const texts = (isRight: boolean) =>
        body.options.filter((each) => each.right === isRight).map(({ html }) => textOfHtml(html))
      const wanted = texts(true)
      // As many as are right, of which one is wrong.
      if (!right) wanted.splice(0, 1, texts(false)[0] ?? '')
      for (const text of wanted) await this.#press(this.#option(text))
    }
    return body
  }

  async next(): Promise<void> {
    await this.#press(this.page.getByRole('button', { name: /^(Next|Review)/ }))
  }

  async submit(): Promise<void> {
    await this.#press(this.page.getByRole('button', { name: /^Submit/ }))
    const dialog = this.page.getByRole('dialog')
    await this.#press(dialog.getByRole('button', { name: 'Submit' }))
    await expect(this.heading).toHaveText(/of the points/)
  }

  #option(text: string): Locator {
    const control = this.page.getByRole('radio').or(this.page.getByRole('checkbox'))
    return this.page.locator('label').filter({ hasText: text }).locator(control)
  }

  async #rows({ rows, options }: WhichBody, right: boolean): Promise<void> {
    for (const row of rows) {
      const group = this.page.getByRole('group', { name: textOfHtml(row.html) })
      const option = options.find(({ key }) => (key === row.answer) === right)
      const name = textOfHtml(option?.html ?? '')
      await this.#press(group.getByRole('radio', { name, exact: true }))
    }
  }

  /** Moves step by step with the buttons up and down: no drag is needed. */
  async #order(steps: readonly string[], right: boolean): Promise<void> {
    const wanted = steps.map(textOfHtml)
    for (const [place, text] of wanted.entries()) {
      const up = this.page.getByRole('button', { name: `Up: ${text}`, exact: true })
      for (let from = await this.#placeOf(text); from > place; from--) await this.#press(up)
    }
    const [first = ''] = wanted
    const down = this.page.getByRole('button', { name: `Down: ${first}`, exact: true })
    if (!right) await this.#press(down)
  }

  async #placeOf(text: string): Promise<number> {
    const names = await this.page.getByRole('button', { name: /Move: / }).allTextContents()
    return names.findIndex((name) => name.endsWith(`Move: ${text}`))
  }
}

async function pressKey(control: Locator): Promise<void> {
  await control.focus()
  await control.press('Space')
}

function namesOf({ body }: Note): [string, Body][] {
  return bodiesOf(body).flatMap((each): [string, Body][] =>
    'question' in each ? [[plain(textOfHtml(each.question)), each]] : [],
  )
}

function bodiesOf(body: NoteBody): Body[] {
  return body.type === 'scenario' ? body.questions.map((question) => question.body) : [body]
}
