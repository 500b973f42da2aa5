import { cardTitleOf } from '../../core/card-title.ts'
import type { Html, Note } from '../../core/note.ts'
import { optionOfRow, partsOf, pointsOf } from '../../core/mock/score.ts'
import type { MockAnswer, MockBody } from '../../core/mock/score.ts'
import { shuffled } from '../../core/shuffle.ts'
import { judge, notKnown, optionsOf } from '../study/attempt.ts'
import type { Judged, Option } from '../study/attempt.ts'
import { faceOf } from '../study/question.ts'
import type { Question } from '../study/question.ts'
import { CARD } from '../words/study.ts'
import { MOCK_TASK } from '../words/mock.ts'
import { taskWords } from '../words/verdict.ts'

/** One row of a question that asks several, as the study screen knows it. */
export interface MockRow {
  readonly key: string
  readonly html: Html
  readonly question: Question
}

/** One question of a mock exam, ready to be shown. */
export interface MockItem {
  readonly body: MockBody
  /** What is asked, and the question as the study screen knows it; of several rows the first. */
  readonly question: Question
  /** Empty unless the question asks several rows at once. */
  readonly rows: readonly MockRow[]
  /** Options in the order of this run. */
  readonly options: readonly Option[]
  readonly stem: Html | null
  readonly why: Html | null
  /** The question in plain words. */
  readonly title: string
}

/** A question of a note as a run shows it; null where the note has none such. `seed` shuffles its options. */
export function itemOf(note: Note, key: string | null, seed: string): MockItem | null {
  const { body } = note
  if (body.type === 'which') return whichItem(note, seed)
  const face = faceOf(note, key ?? '1')
  const asked =
    body.type === 'scenario' ? body.questions.find((each) => each.key === key)?.body : body
  if (!face || !asked) return null
  return {
    body: asked,
    question: face.question,
    rows: [],
    options: optionsOf(face.question, seed),
    stem: face.scenario?.stem ?? null,
    why: face.why,
    title: key === null ? note.title : cardTitleOf(note, key),
  }
}

function whichItem(note: Note, seed: string): MockItem | null {
  const { body } = note
  if (body.type !== 'which') return null
  const rows = body.rows.flatMap(({ key, html }): MockRow[] => {
    const face = faceOf(note, key)
    return face ? [{ key, html, question: face.question }] : []
  })
  const [first] = rows
  if (!first) return null
  const { question } = first
  const options = shuffled(optionsOf(question, ''), seed)
  return { body, question, rows, options, stem: null, why: note.why, title: note.title }
}

/** What is asked for, in a few words. */
export function taskOf({ body, question }: MockItem): string {
  if (body.type === 'multi') return MOCK_TASK.chooseSome(partsOf(body))
  if (body.type === 'which') return MOCK_TASK.chooseRows
  return question.kind === 'choice' ? CARD.chooseOne : taskWords(question)
}

/** An answer judged as the study screen shows it; of a row where the question has some. */
export function judgedOf(item: MockItem, answer: MockAnswer | null, row?: MockRow): Judged {
  if (!answer) return notKnown()
  const option = row && optionOfRow(answer.chosen, row.key)
  if (row) {
    if (option === null || option === undefined) return notKnown()
    const found = judge(row.question, { ...answer, chosen: [option] })
    return typeof found === 'string' ? notKnown() : found
  }
  const found = judge(item.question, answer)
  if (typeof found === 'string') return notKnown()
  return { ...found, right: pointsOf(item.body, answer) === partsOf(item.body) }
}
