import { expect, test } from 'vitest'
import { bodyOf } from '../../../src/core/render/body.ts'
import { markInCode } from '../../../src/core/render/cloze-html.ts'
import { codeHtml } from '../../../src/core/render/code-html.ts'
import { createMarkdown } from '../../../src/core/render/markdown.ts'
import { safely } from '../../../src/core/render/safely.ts'
import { fullText } from '../../../src/core/text/note-text.ts'

const highlight = (code: string) => codeHtml(code, null, null)
const plain = createMarkdown({ highlight, imageUrl: (path) => path, inCode: markInCode })
const markdown = safely(plain)

/** As long as a field can be. */
const repeated = (part: string) => part.repeat(Math.floor(20_000 / part.length))

const NESTING: readonly (readonly [string, string])[] = [
  ['quotes in quotes', repeated('>')],
  ['quotes with blanks', repeated('> ')],
  ['lists in lists', repeated('- ')],
  ['numbered lists in lists', repeated('1. ')],
  ['strong in strong', `${'*'.repeat(9_000)}a${'*'.repeat(9_000)}`],
  ['emphasis begun and never ended', repeated('*a _b ')],
  ['brackets', `${repeated('[').slice(0, 9_000)}${repeated(']').slice(0, 9_000)}`],
  ['links begun and never ended', repeated('[a](https://b "')],
  ['images begun and never ended', repeated('![')],
  ['code begun and never ended', repeated('`a ``b ')],
  ['tables without end', `|a|\n|-|\n${repeated('|a\n')}`],
  ['gaps in gaps', repeated('{{c1::a')],
]

test.each(NESTING)('%s are shown without stopping the page', (_, text) => {
  const start = performance.now()
  const html = markdown.field(text)
  expect(performance.now() - start).toBeLessThan(2500)
  expect(html.length).toBeGreaterThan(0)
  expect(Math.max(...depths(html))).toBeLessThanOrEqual(40)
})

test.each(NESTING)('a cloze of %s is, too', (_, text) => {
  const tools = { markdown, highlight, syntaxOf: () => [] }
  const body = bodyOf(fullText({ type: 'cloze', ask: `{{c1::x}} ${text.slice(0, 19_000)}` }), tools)
  expect(body.type).toBe('cloze')
})

test('what can be rendered is rendered as in the decks', () => {
  const text = 'A **b** `c`\n\n- d\n- e\n\n> f\n\n| g |\n|---|\n| h |'
  expect(markdown.field(text)).toBe(plain.field(text))
})

function depths(html: string): number[] {
  let depth = 0
  return [0, ...Array.from(html.matchAll(/<(\/?)[a-z]+/g), ([, end]) => (depth += end ? -1 : 1))]
}
