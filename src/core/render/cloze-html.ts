import { clozeNumbers, deletionsIn } from '../deck/deletions.ts'
import type { Deletion } from '../deck/deletions.ts'
import type { ClozeBody, Html } from '../note.ts'
import { escapeHtml } from './escape-html.ts'
import type { Markdown } from './markdown.ts'

/**
 * While the text is rendered, one private character stands for each deletion: Markdown and the
 * highlighter treat it as a letter. In code it is moved to a second range, as no Markdown holds there.
 */
const FIRST = 0xe000
const FIRST_IN_CODE = 0xe800
/** As many as there are characters; and cards, each of which holds the whole text twice. */
const MOST_DELETIONS = FIRST_IN_CODE - FIRST
const MOST_GAPS = 30
const PRIVATE = /[\ue000-\uefff]/g

/** Marks the deletions in a piece of code. To be given to the Markdown renderer as `inCode`. */
export function markInCode(code: string): string {
  return code.replaceAll(PRIVATE, (character) =>
    String.fromCharCode(character.charCodeAt(0) - FIRST + FIRST_IN_CODE),
  )
}

/** One front and back for each number of a cloze text. What is not asked is shown. */
export function clozeHoles(text: string, markdown: Markdown): ClozeBody['holes'] {
  const clean = text.replaceAll(PRIVATE, '')
  const deletions = deletionsIn(clean).slice(0, MOST_DELETIONS)
  const frame = markdown.field(withPlaceholders(clean, deletions))
  const filled = (htmlOf: (deletion: Deletion, inCode: boolean) => Html) =>
    frame.replaceAll(PRIVATE, (character) => {
      const code = character.charCodeAt(0)
      const inCode = code >= FIRST_IN_CODE
      const deletion = deletions[code - (inCode ? FIRST_IN_CODE : FIRST)]
      return deletion ? htmlOf(deletion, inCode) : ''
    })
  const shown = ({ text: answer }: Deletion, inCode: boolean) =>
    inCode ? escapeHtml(answer) : markdown.line(answer)

  return clozeNumbers(deletions)
    .slice(0, MOST_GAPS)
    .map((number) => {
      const asked = deletions.filter((deletion) => deletion.number === number)
      const hint = asked.find((deletion) => deletion.hint !== null)?.hint ?? null
      const isAsked = (deletion: Deletion) => deletion.number === number
      return {
        key: `c${number}`,
        front: filled((deletion, inCode) =>
          isAsked(deletion) ? holeHtml(deletion) : shown(deletion, inCode),
        ),
        back: filled((deletion, inCode) => {
          const html = shown(deletion, inCode)
          return isAsked(deletion) ? `<mark>${html}</mark>` : html
        }),
        answer: [...new Set(asked.map((deletion) => deletion.text))].join(', '),
        hint,
      }
    })
}

function holeHtml({ hint }: Deletion): Html {
  return `<span class="hole">${hint === null ? '…' : escapeHtml(hint)}</span>`
}

function withPlaceholders(text: string, deletions: readonly Deletion[]): string {
  let out = ''
  let from = 0
  deletions.forEach(({ start, end }, index) => {
    out += text.slice(from, start) + String.fromCharCode(FIRST + index)
    from = end
  })
  return out + text.slice(from)
}
