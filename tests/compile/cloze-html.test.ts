import { expect, test } from 'vitest'
import { clozeHoles, markInCode } from '../../src/core/render/cloze-html.ts'
import { createHighlight } from '../../src/compile/highlight.ts'
import { createMarkdown } from '../../src/core/render/markdown.ts'

const highlight = await createHighlight()
const markdown = createMarkdown({ highlight, imageUrl: (path) => path, inCode: markInCode })
const holes = (text: string) => clozeHoles(text, markdown)

test('each number makes a card that asks for it and shows the others', () => {
  expect(holes('{{c1::30}} days in cool, {{c2::90::days}} in *cold*')).toEqual([
    {
      key: 'c1',
      front: '<span class="hole">…</span> days in cool, 90 in <em>cold</em>',
      back: '<mark>30</mark> days in cool, 90 in <em>cold</em>',
      answer: '30',
      hint: null,
    },
    {
      key: 'c2',
      front: '30 days in cool, <span class="hole">days</span> in <em>cold</em>',
      back: '30 days in cool, <mark>90</mark> in <em>cold</em>',
      answer: '90',
      hint: 'days',
    },
  ])
})

test('deletions of one number are asked together', () => {
  const [hole, ...others] = holes('{{c1::a}} and {{c1::b}}, again {{c1::a}}')
  expect(others).toEqual([])
  expect(hole?.front.match(/class="hole"/g)).toHaveLength(3)
  expect(hole?.answer).toBe('a, b')
})

test('a deletion can stand in code, where nothing is markup', () => {
  const [hole] = holes('`by {{c1::bin<*x*>}}(t)`')
  expect(hole?.front).toBe('<code>by <span class="hole">…</span>(t)</code>')
  expect(hole?.back).toBe('<code>by <mark>bin&lt;*x*&gt;</mark>(t)</code>')
})

test('a deletion can stand in a highlighted block', () => {
  const [hole] = holes('Fill in:\n\n```bash\naz vm {{c1::list}} --output table\n```')
  expect(hole?.back).toContain(
    'az</span> vm <mark>list</mark> <span class="tok-parameter">--output',
  )
})

test('a deletion can have markup around it and within', () => {
  const [hole] = holes('**{{c1::the `x`}}**')
  expect(hole?.front).toBe('<strong><span class="hole">…</span></strong>')
  expect(hole?.back).toBe('<strong><mark>the <code>x</code></mark></strong>')
})

test('a deletion that looks like a list is none', () => {
  expect(holes('Step {{c1::1. a}}')[0]?.back).toBe('Step <mark>1. a</mark>')
})

test('a private character in the text is no deletion', () => {
  expect(holes('a\ue000b\ue800 {{c1::c}}')[0]?.back).toBe('ab <mark>c</mark>')
})

test('the hint is text', () => {
  expect(holes('{{c1::a::<b>}}')[0]?.front).toBe('<span class="hole">&lt;b&gt;</span>')
})
