import type {
  ChoiceBody,
  CommandBody,
  Html,
  Note,
  NumberBody,
  OrderBody,
  QuestionBody,
  WhichBody,
} from '../../core/note.ts'

/** What one card asks, whatever note it comes from. */
export type Question =
  | {
      readonly kind: 'recall'
      readonly ask: Html
      readonly answer: Html
      /** A cloze answers where it asks: `answer` takes the place of `ask`. */
      readonly inPlace: boolean
      /** What was left out of a cloze, in plain words; null elsewhere. */
      readonly spoken: string | null
      /** What the author of a cloze gave as a help; it stands in the hole of `hinted`. */
      readonly hint: string | null
      readonly hinted: Html
    }
  | { readonly kind: 'choice'; readonly ask: Html; readonly body: ChoiceBody }
  | { readonly kind: 'number'; readonly ask: Html; readonly body: NumberBody }
  | { readonly kind: 'command'; readonly ask: Html; readonly body: CommandBody }
  | { readonly kind: 'order'; readonly ask: Html; readonly body: OrderBody }
  | {
      readonly kind: 'which'
      readonly ask: Html
      readonly body: WhichBody
      readonly row: WhichBody['rows'][number]
    }

/** One card, ready to be shown: its question with what stands around it. */
export interface Face {
  readonly question: Question
  /** Shown with the answer. */
  readonly why: Html | null
  /** The situation that a scenario's questions share, and which of them this is, from 1. */
  readonly scenario: { readonly stem: Html; readonly at: number; readonly of: number } | null
}

/** The card `key` of a note, or null if the note has no such card. */
export function faceOf({ body, why }: Pick<Note, 'body' | 'why'>, key: string): Face | null {
  if (body.type === 'scenario') {
    const index = body.questions.findIndex((question) => question.key === key)
    const asked = body.questions[index]
    const question = asked ? questionOf(asked.body, null) : null
    const scenario = { stem: body.stem, at: index + 1, of: body.questions.length }
    return asked && question ? { question, why: asked.why ?? why, scenario } : null
  }
  const question = body.type === 'which' ? whichOf(body, key) : questionOf(body, key)
  return question ? { question, why, scenario: null } : null
}

const HOLE = /<span class="hole">[^<]*<\/span>/g

function whichOf(body: WhichBody, key: string): Question | null {
  const row = body.rows.find((each) => each.key === key)
  return row ? { kind: 'which', ask: body.question, body, row } : null
}

/** `key` is null where a scenario asks one question: the first side, or the first hole, is meant. */
function questionOf(body: QuestionBody, key: string | null): Question | null {
  switch (body.type) {
    case 'basic':
      return recall(body.question, body.answer)
    case 'reversed': {
      const side = key === 'r' ? body.reverse : body.forward
      return recall(side.question, side.answer)
    }
    case 'cloze': {
      const hole = key === null ? body.holes[0] : body.holes.find((each) => each.key === key)
      if (!hole) return null
      const { front: hinted, back: answer, answer: spoken, hint } = hole
      // The hint stands in the hole; it is kept back until it is asked for.
      const ask = hint === null ? hinted : hinted.replaceAll(HOLE, '<span class="hole">…</span>')
      return { kind: 'recall', ask, answer, inPlace: true, spoken, hint, hinted }
    }
    case 'single':
    case 'multi':
      return { kind: 'choice', ask: body.question, body }
    case 'number':
      return { kind: 'number', ask: body.question, body }
    case 'command':
      return { kind: 'command', ask: body.question, body }
    default:
      return { kind: 'order', ask: body.question, body }
  }
}

function recall(ask: Html, answer: Html): Question {
  return { kind: 'recall', ask, answer, inPlace: false, spoken: null, hint: null, hinted: ask }
}

/** Every piece of text that showing the card may need: to be made ready ahead of time. */
export function textsOf({ question, why, scenario }: Face): Html[] {
  const around = [question.ask, why, scenario?.stem ?? null]
  return [...around, ...ownTextsOf(question)].filter((text) => text !== null)
}

function ownTextsOf(question: Question): (Html | null)[] {
  switch (question.kind) {
    case 'recall':
      return [question.answer, question.hinted]
    case 'choice':
      return question.body.options.flatMap(({ html, rationale }) => [html, rationale])
    case 'command':
      return [question.body.answerHtml, ...question.body.alsoHtml]
    case 'order':
      return [...question.body.steps, ...question.body.decoys].flatMap((step) => [
        step.html,
        step.rationale,
      ])
    case 'which':
      return [
        question.row.html,
        question.row.rationale,
        ...question.body.options.map((o) => o.html),
      ]
    default:
      return []
  }
}
