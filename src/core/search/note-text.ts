import { cardTitleOf, textOfHtml } from '../card-title.ts'
import { cardKeysOf } from '../note.ts'
import type { Html, Note, NoteBody } from '../note.ts'
import { fold } from './fold.ts'

/** What a list needs of a note's text. */
export interface NoteText {
  /** All that can be read on its cards, folded. */
  readonly text: string
  /** What each of its cards asks, by key. */
  readonly titles: ReadonlyMap<string, string>
}

/** Stands between fields, so that no phrase reaches from one into the next. */
const BETWEEN = ' | '

/** The text of a note for searching and for lists: questions, answers, options, reasons, tags and its id. */
export function noteTextOf(note: Note): NoteText {
  const keys = cardKeysOf(note.body)
  const html = [...htmlOf(note.body), note.why ?? ''].filter((part) => part !== '').join(BETWEEN)
  return {
    text: fold([textOfHtml(html), ...plainOf(note.body), ...note.tags, note.id].join(BETWEEN)),
    titles: new Map(keys.map((key) => [key, listTitleOf(note, key)])),
  }
}

/** What a card asks, with what tells it from its siblings in front: a list cuts off the end. */
function listTitleOf(note: Note, key: string): string {
  const { body } = note
  const row = body.type === 'which' ? body.rows.find((each) => each.key === key) : undefined
  const title = cardTitleOf(note, key)
  return row && body.type === 'which'
    ? `${textOfHtml(row.html)} – ${textOfHtml(body.question)}`
    : title
}

/** The compiled texts of a body, each once. */
function htmlOf(body: NoteBody): Html[] {
  switch (body.type) {
    case 'basic':
      return [body.question, body.answer]
    case 'reversed':
      return [body.forward, body.reverse].flatMap(({ question, answer }) => [question, answer])
    case 'cloze':
      return body.holes.slice(0, 1).map(({ back }) => back)
    case 'single':
    case 'multi':
      return [body.question, ...body.options.flatMap(optionHtml)]
    case 'order':
      return [body.question, ...[...body.steps, ...body.decoys].flatMap(optionHtml)]
    case 'which':
      return [body.question, ...[...body.options, ...body.rows].flatMap(optionHtml)]
    case 'scenario':
      return [
        body.stem,
        ...body.questions.flatMap((question) => [...htmlOf(question.body), question.why ?? '']),
      ]
    default:
      return [body.question]
  }
}

function optionHtml(option: { readonly html: Html; readonly rationale?: Html | null }): Html[] {
  return option.rationale ? [option.html, option.rationale] : [option.html]
}

/** Texts that are no HTML: commands, numbers, and what is hidden in a gap. */
function plainOf(body: NoteBody): string[] {
  switch (body.type) {
    case 'command':
      return [body.answer, ...body.also]
    case 'number':
      return [`${body.value} ${body.unit}`, ...body.accept]
    case 'cloze':
      return body.holes.map(({ answer }) => answer)
    case 'scenario':
      return body.questions.flatMap((question) => plainOf(question.body))
    default:
      return []
  }
}
