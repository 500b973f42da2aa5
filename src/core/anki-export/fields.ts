import type { Html, NoteBody, QuestionBody } from '../note.ts'
import { escapeHtml } from '../render/escape-html.ts'
import type { ModelName } from './models.ts'

/** A note of Anki: its type, the HTML of its fields, and which of our cards each of its cards is. */
export interface AnkiFields {
  readonly model: ModelName
  readonly fields: readonly Html[]
  /** Key of our card by the number of Anki's. */
  readonly keys: ReadonlyMap<number, string>
  /** Tells the note from others that the same note of ours makes; empty where it makes one. */
  readonly suffix: string
}

/**
 * A note as Anki can have it. Basic, both directions and gaps are what they are. Of all other types each
 * card becomes question and answer, with what there is to choose from in the question.
 *
 * @param gapText the text of a note with gaps as HTML, gaps as they are written
 */
export function ankiFields(body: NoteBody, why: Html | null, gapText: Html): AnkiFields[] {
  switch (body.type) {
    case 'reversed': {
      const { forward, reverse } = body
      return [
        {
          model: 'reversed',
          fields: [forward.question, forward.answer, reverse.question, reverse.answer, why ?? ''],
          keys: new Map([
            [0, 'f'],
            [1, 'r'],
          ]),
          suffix: '',
        },
      ]
    }
    case 'cloze':
      return [
        {
          model: 'cloze',
          fields: [gapText, why ?? ''],
          keys: new Map(body.holes.map(({ key }) => [Number(key.slice(1)) - 1, key])),
          suffix: '',
        },
      ]
    case 'which':
      return body.rows.map((row) => {
        const answer = body.options.find(({ key }) => key === row.answer)?.html ?? ''
        const front = `${body.question}<p>${row.html}</p>${listOf(body.options.map(({ html }) => html))}`
        return plain(front, withReason(answer, row.rationale), why, row.key, `-${row.key}`)
      })
    case 'scenario':
      return body.questions.map(({ key, body: question, why: reason }) => {
        const { front, back } = sides(question)
        return plain(`${body.stem}<hr>${front}`, back, reason ?? why, key, `-${key}`)
      })
    default: {
      const { front, back } = sides(body)
      return [plain(front, back, why, '1', '')]
    }
  }
}

function plain(front: Html, back: Html, why: Html | null, key: string, suffix: string): AnkiFields {
  return { model: 'basic', fields: [front, back, why ?? ''], keys: new Map([[0, key]]), suffix }
}

interface Sides {
  readonly front: Html
  readonly back: Html
}

/** Question and answer of a question that is one card. */
function sides(body: QuestionBody): Sides {
  switch (body.type) {
    case 'single':
    case 'multi':
      return {
        front: `${body.question}${listOf(body.options.map(({ html }) => html))}`,
        back: listOf(
          body.options
            .filter(({ right }) => right)
            .map(({ html, rationale }) => withReason(html, rationale)),
        ),
      }
    case 'number':
      return {
        front: body.question,
        back: escapeHtml([body.value, body.unit].filter(Boolean).join(' ')),
      }
    case 'command':
      return { front: body.question, back: [body.answerHtml, ...body.alsoHtml].join('') }
    case 'order': {
      // In the order of the alphabet, as the right one would answer the question.
      const items = [...body.steps, ...body.decoys].map(({ html }) => html).toSorted()
      const steps = body.steps.map(
        ({ html, rationale }) => `<li>${withReason(html, rationale)}</li>`,
      )
      return { front: `${body.question}${listOf(items)}`, back: `<ol>${steps.join('')}</ol>` }
    }
    case 'cloze':
      return {
        front: body.holes.map(({ front }) => front).join('<hr>'),
        back: body.holes.map(({ back }) => back).join('<hr>'),
      }
    case 'reversed':
      return { front: body.forward.question, back: body.forward.answer }
    default:
      return { front: body.question, back: body.answer }
  }
}

function listOf(items: readonly Html[]): Html {
  return `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`
}

function withReason(html: Html, rationale: Html | null): Html {
  return rationale === null ? html : `${html}<br><small>${rationale}</small>`
}
