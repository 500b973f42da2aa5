import type { Locator, Page } from '@playwright/test'
import { faceOf } from '../../src/app/study/question.ts'
import type { Question } from '../../src/app/study/question.ts'
import { cardTitleOf, textOfHtml } from '../../src/core/card-title.ts'
import type { ExamBundle } from '../../src/core/catalog.ts'
import { cardIdOf, cardKeysOf } from '../../src/core/note.ts'
import type { CardId, Note, NoteType } from '../../src/core/note.ts'
import { plain } from './hands.ts'
import type { Hands } from './hands.ts'

/** A card as a tester knows it: with its answer. */
export interface KnownCard {
  readonly cardId: CardId
  readonly type: NoteType
  readonly title: string
  readonly question: Question
}

export type How = 'right' | 'wrong' | 'unknown'

/** The study screen as a learner sees and uses it, for a tester who knows all answers. */
export class StudyScreen {
  readonly page: Page
  readonly heading: Locator
  readonly answerShown: Locator
  readonly #hands: Hands
  readonly #cards: ReadonlyMap<string, KnownCard>

  constructor(page: Page, bundles: readonly ExamBundle[], hands: Hands) {
    this.page = page
    this.heading = page.getByRole('main').getByRole('heading', { level: 1 })
    this.answerShown = page.getByRole('region', { name: 'Answer', exact: true })
    this.#hands = hands
    this.#cards = cardsByName(bundles)
  }

  /** The card that is asked now, or null where the session is over. */
  async card(): Promise<KnownCard | null> {
    const asking = this.page.getByRole('region', { name: 'Your answer', exact: true })
    await asking
      .or(this.page.getByRole('link', { name: /^Go to Today/ }))
      .first()
      .waitFor()
    if (!(await asking.isVisible())) return null
    const name = (await this.heading.textContent()) ?? ''
    const card = this.#cards.get(plain(name))
    if (!card) throw new Error(`No card asks "${name}"`)
    return card
  }

  /** Answers the card on screen, rates it, and waits for what comes next. */
  async study(card: KnownCard, how: How): Promise<void> {
    await this.answer(card, how)
    await this.rate(card, how)
  }

  /** Answers the card on screen, and stops when its answer is shown. */
  async answer({ question }: KnownCard, how: How): Promise<void> {
    if (question.kind === 'recall') await this.#hands.show(this.page)
    else if (how === 'unknown') await this.#hands.giveUp(this.page)
    else {
      await this.#hands.attempt(this.page, question, how)
      await this.#hands.check(this.page)
    }
    await this.answerShown.waitFor()
  }

  async rate({ question }: KnownCard, how: How): Promise<void> {
    if (question.kind === 'recall') await this.#hands.grade(this.page, how === 'right')
    else await this.#hands.goOn(this.page)
    await this.answerShown.waitFor({ state: 'hidden' })
  }
}

/** Every card by the names that a screen may give it, without their spaces. */
export function cardsByName(bundles: readonly ExamBundle[]): ReadonlyMap<string, KnownCard> {
  return new Map(bundles.flatMap(({ notes }) => notes.flatMap(namesOf)))
}

function namesOf(note: Note): [string, KnownCard][] {
  return cardKeysOf(note.body).flatMap((key): [string, KnownCard][] => {
    const face = faceOf(note, key)
    if (!face) return []
    const { question } = face
    const title = cardTitleOf(note, key)
    const card = { cardId: cardIdOf(note.id, key), type: note.body.type, title, question }
    const row = question.kind === 'which' ? question.row.html : ''
    return [plain(title), plain(textOfHtml(`${question.ask} ${row}`))].map((name) => [name, card])
  })
}
