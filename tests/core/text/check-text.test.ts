import { describe, expect, test } from 'vitest'
import { checkText } from '../../../src/core/text/check-text.ts'
import { fullText } from '../../../src/core/text/note-text.ts'
import type { StoredText } from '../../../src/core/text/note-text.ts'
import { usedText } from '../../../src/core/text/used-text.ts'

const right = { text: 'a', right: true }
const wrong = { text: 'b' }

describe('a text is refused', () => {
  test.each<[string, StoredText, string]>([
    ['without a question', { type: 'basic', answer: 'b' }, 'E060 ask'],
    ['without an answer', { type: 'basic', ask: 'a' }, 'E060 answer'],
    [
      'with half a reverse',
      { type: 'reversed', ask: 'a', answer: 'b', backAsk: 'c' },
      'E060 backAnswer',
    ],
    ['without a gap', { type: 'cloze', ask: 'a' }, 'E062 ask'],
    ['with half a gap', { type: 'cloze', ask: 'a {{c1::b}} {{c2::' }, 'E064 ask'],
    ['with one option', { type: 'single', ask: 'a', options: [right] }, 'E052 options'],
    [
      'with no right option',
      { type: 'single', ask: 'a', options: [wrong, { text: 'c' }] },
      'E053 options',
    ],
    [
      'with one right of many',
      { type: 'multi', ask: 'a', options: [right, wrong, { text: 'c' }] },
      'E054 options',
    ],
    [
      'with two options alike',
      { type: 'single', ask: 'a', options: [right, { text: 'A' }] },
      'E057 options',
    ],
    [
      'with an empty right option',
      { type: 'single', ask: 'a', options: [{ right: true }, wrong] },
      'E042 options',
    ],
    ['without a command', { type: 'command', shell: 'az', ask: 'a' }, 'E060 answer'],
    [
      'for an unknown shell',
      { type: 'command', shell: 'cmd', ask: 'a', answer: 'b' },
      'E067 shell',
    ],
    [
      'with two steps',
      { type: 'order', ask: 'a', steps: [{ text: 'b' }, { text: 'c' }] },
      'E069 steps',
    ],
    [
      'with words for a number',
      { type: 'number', ask: 'a', answer: 'many', unit: 'GB' },
      'E065 answer',
    ],
  ])('%s', (_, stored, problem) => {
    const { errors } = checkText(usedText(fullText(stored)))
    expect(errors.map(({ code, path }) => `${code} ${path}`)).toContain(problem)
  })
})

test.each<[string, StoredText]>([
  ['a basic one', { type: 'basic', ask: 'a?', answer: 'b' }],
  ['options without reasons', { type: 'single', ask: 'a', options: [right, wrong] }],
  ['an image of the learner', { type: 'basic', ask: '![a tree](media:1f)', answer: 'b' }],
  [
    'blank lines at the end of a list',
    { type: 'single', ask: 'a', options: [right, wrong, {}, {}] },
  ],
  ['what another type had', { type: 'basic', ask: 'a', answer: 'b', options: [right] }],
])('%s is kept', (_, stored) => {
  expect(checkText(usedText(fullText(stored))).errors).toEqual([])
})

test('what could be asked better is advice and stands in nobody’s way', () => {
  const text = fullText({ type: 'basic', ask: 'Is it so? And why?', answer: 'Yes' })
  const { errors, advice } = checkText(text)
  expect(errors).toEqual([])
  expect(advice.map(({ code, path }) => `${code} ${path}`)).toEqual(['W126 answer', 'W128 ask'])
})

test('a question of a scenario is checked where it stands', () => {
  const question = { type: 'basic' as const, ask: 'a' }
  const text = fullText({
    type: 'scenario',
    ask: 'a',
    questions: [
      { ...question, key: 'q1', answer: 'b' },
      { ...question, key: 'q2' },
    ],
  })
  expect(checkText(text).errors).toEqual([{ code: 'E060', path: 'questions.1.answer' }])
})
