import fc from 'fast-check'
import { answersOfText } from '../../src/core/text/tree-of-text.ts'
import { bodyOf, whyOf } from '../../src/core/render/body.ts'
import { markInCode } from '../../src/core/render/cloze-html.ts'
import { codeHtml } from '../../src/core/render/code-html.ts'
import { createMarkdown } from '../../src/core/render/markdown.ts'
import { titleOf } from '../../src/core/render/title.ts'
import { compactText, fullText } from '../../src/core/text/note-text.ts'
import type { NoteText, StoredText } from '../../src/core/text/note-text.ts'
import type { Note } from '../../src/core/note.ts'
import { note } from './bundles.ts'

const highlight = (code: string) => codeHtml(code, null, null)
const markdown = createMarkdown({ highlight, imageUrl: (path) => path, inCode: markInCode })
const TOOLS = { markdown, highlight, syntaxOf: () => [] }

/** A shipped note made from its text, as the compiler makes it; its hash follows the text and `rev`. */
export function shipped(id: string, stored: StoredText, rev = 1): Note {
  const text = fullText(stored)
  return note(id, {
    rev,
    text: compactText(text),
    body: bodyOf(text, TOOLS),
    why: whyOf(text, TOOLS),
    title: titleOf(text),
    hash: `${id} ${rev} ${JSON.stringify(stored)}`,
    answerHash: answersOfText(text),
  })
}

/** What is rendered from a text, for notes of the learner. */
export function rendered(text: NoteText) {
  return { body: bodyOf(text, TOOLS), why: whyOf(text, TOOLS), title: titleOf(text) }
}

const word = fc.constantFrom('', 'a', 'b', 'c', 'd', 'e f')
const item = fc.record({ text: word, why: word })
const list = fc.array(item, { maxLength: 4 })

/** Texts of all types, from few words, so that sides often agree. */
export const noteText: fc.Arbitrary<NoteText> = fc
  .record({
    type: fc.constantFrom('basic', 'single', 'order', 'command', 'which', 'scenario' as const),
    ask: word,
    answer: word,
    why: word,
    unit: word,
    also: fc.array(word, { maxLength: 2 }),
    options: fc.array(fc.record({ text: word, why: word, right: fc.boolean() }), { maxLength: 4 }),
    steps: list,
    decoys: list,
    rows: fc.array(
      fc.record({ text: word, why: word, key: fc.constantFrom('r1', 'r2'), answer: word }),
      { maxLength: 2 },
    ),
    questions: fc.array(
      fc.record({
        type: fc.constant('basic' as const),
        key: fc.constantFrom('q1', 'q2'),
        ask: word,
        answer: word,
      }),
      { maxLength: 2 },
    ),
  })
  .map((text) => fullText(text))
