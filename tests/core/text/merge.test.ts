import { describe, expect, test } from 'vitest'
import { mergeText } from '../../../src/core/text/merge.ts'
import { fullText } from '../../../src/core/text/note-text.ts'
import type { StoredText } from '../../../src/core/text/note-text.ts'

function merged(base: StoredText, release: StoredText, mine: StoredText) {
  return mergeText(fullText(base), fullText(release), fullText(mine))
}

const BASE: StoredText = { type: 'basic', ask: 'Who?', answer: 'Kim', why: 'Because.' }
const steps = (...texts: readonly string[]) => texts.map((text) => ({ text }))
const question = (key: string, answer: string) => ({
  key,
  type: 'basic' as const,
  ask: 'What?',
  answer,
})
const options = (...texts: readonly string[]) =>
  texts.map((text, index) => ({ text, right: index === 0 }))

describe('a text of which both sides changed', () => {
  test('different fields takes both changes', () => {
    const { text, differences } = merged(BASE, { ...BASE, answer: 'Ana' }, { ...BASE, why: 'So.' })
    expect(text).toMatchObject({ ask: 'Who?', answer: 'Ana', why: 'So.' })
    expect(differences).toEqual([])
  })

  test('the same field otherwise keeps the learner’s and tells both', () => {
    const { text, differences } = merged(
      BASE,
      { ...BASE, answer: 'Ana' },
      { ...BASE, answer: 'Bo' },
    )
    expect(text.answer).toBe('Bo')
    expect(differences).toEqual([{ path: 'answer', base: 'Kim', release: 'Ana', mine: 'Bo' }])
  })

  test('the same field alike is no difference', () => {
    const both = { ...BASE, answer: 'Ana' }
    expect(merged(BASE, both, both)).toMatchObject({ text: { answer: 'Ana' }, differences: [] })
  })

  test('two options of a choice takes both', () => {
    const base: StoredText = { type: 'single', ask: 'Which?', options: options('a', 'b', 'c') }
    const release = { ...base, options: options('a', 'B', 'c') }
    const mine = { ...base, options: options('a', 'b', 'C') }
    const { text, differences } = merged(base, release, mine)
    expect(text.options.map((option) => option.text)).toEqual(['a', 'B', 'C'])
    expect(differences).toEqual([])
  })

  test('which option is right is decided as one, so that never two are', () => {
    const base: StoredText = { type: 'single', ask: 'Which?', options: options('a', 'b', 'c') }
    const rightAt = (at: number) => ({
      ...base,
      options: ['a', 'b', 'c'].map((text, index) => ({ text, right: index === at })),
    })
    const { text, differences } = merged(base, rightAt(1), rightAt(2))
    expect(text.options.map(({ right }) => right)).toEqual([false, false, true])
    expect(differences.map(({ path }) => path)).toEqual(['options.right'])
    expect(merged(base, rightAt(1), base).text.options.map(({ right }) => right)).toEqual([
      false,
      true,
      false,
    ])
  })

  test('a list that the release reordered is not mixed item by item', () => {
    const base: StoredText = { type: 'order', ask: 'Order.', steps: steps('a', 'b', 'c') }
    const release = { ...base, steps: steps('b', 'a', 'c') }
    const mine = { ...base, steps: steps('a', 'b!', 'c') }
    const { text, differences } = merged(base, release, mine)
    expect(text.steps.map((step) => step.text)).toEqual(['a', 'b!', 'c'])
    expect(differences.map(({ path }) => path)).toEqual(['steps'])
  })

  test('the type leaves the whole note to be decided', () => {
    const release: StoredText = { type: 'cloze', ask: 'It was {{c1::Ana}}.' }
    const { text, differences } = merged(BASE, release, { ...BASE, answer: 'Bo' })
    expect(text).toMatchObject({ type: 'basic', answer: 'Bo' })
    expect(differences).toMatchObject([{ path: '' }])
  })

  test('different questions of a scenario takes both', () => {
    const base: StoredText = {
      type: 'scenario',
      ask: 'Here.',
      questions: [question('a', '1'), question('b', '2')],
    }
    const release = { ...base, questions: [question('a', '10'), question('b', '2')] }
    const mine = { ...base, questions: [question('a', '1'), question('b', '20')] }
    const { text, differences } = merged(base, release, mine)
    expect(text.questions.map(({ answer }) => answer)).toEqual(['10', '20'])
    expect(differences).toEqual([])
  })
})
