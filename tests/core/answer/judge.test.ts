import { describe, expect, test } from 'vitest'
import { judgeChoice, judgeOrder, judgeWhich, ratingOf } from '../../../src/core/answer/judge.ts'
import type { ChoiceBody, OrderBody, WhichBody } from '../../../src/core/note.ts'

const choice = (type: ChoiceBody['type'], right: readonly string[]): ChoiceBody => ({
  type,
  question: 'Which?',
  options: ['o1', 'o2', 'o3', 'o4'].map((key) => ({
    key,
    html: key,
    right: right.includes(key),
    rationale: null,
  })),
})

describe('judgeChoice', () => {
  test('the right option is right and good', () => {
    const verdict = judgeChoice(choice('single', ['o2']), ['o2'])
    expect(verdict).toEqual({ right: true, rating: 'good', chosen: ['o2'] })
  })

  test('another option is wrong and again', () => {
    const verdict = judgeChoice(choice('single', ['o2']), ['o3'])
    expect(verdict).toEqual({ right: false, rating: 'again', chosen: ['o3'] })
  })

  test.each([
    [['o1', 'o3'], true],
    [['o3', 'o1'], true],
    [['o3', 'o1', 'o3'], true],
    [['o1'], false],
    [['o1', 'o2'], false],
    [['o1', 'o2', 'o3'], false],
    [['o1', 'o9'], false],
    [[], false],
  ])('of several right options exactly these are needed: %j is %s', (chosen, right) => {
    expect(judgeChoice(choice('multi', ['o1', 'o3']), chosen).right).toBe(right)
  })

  test('what was chosen is kept in the order chosen, each once', () => {
    const verdict = judgeChoice(choice('multi', ['o1', 'o3']), ['o3', 'o1', 'o3'])
    expect(verdict.chosen).toEqual(['o3', 'o1'])
  })
})

const step = (key: string, html = key) => ({ key, html, rationale: null })
const ORDER: OrderBody = {
  type: 'order',
  question: 'In which order?',
  steps: [step('s1'), step('s2', 'Restart'), step('s3'), step('s4', 'Restart')],
  decoys: [step('d1')],
}

describe('judgeOrder', () => {
  test('the steps in their order are right', () => {
    const verdict = judgeOrder(ORDER, ['s1', 's2', 's3', 's4'])
    expect(verdict).toMatchObject({ right: true, rating: 'good', chosen: ['s1', 's2', 's3', 's4'] })
  })

  test('two steps with the same text may stand for each other', () => {
    expect(judgeOrder(ORDER, ['s1', 's4', 's3', 's2']).right).toBe(true)
  })

  test.each([
    ['a step is missing', ['s1', 's2', 's3']],
    ['two steps are swapped', ['s3', 's2', 's1', 's4']],
    ['a decoy is used as well', ['s1', 's2', 's3', 's4', 'd1']],
    ['a decoy takes the place of a step', ['s1', 's2', 'd1', 's4']],
    ['an unknown step takes the place of one', ['s1', 's2', 's9', 's4']],
    ['nothing is placed', []],
  ])('all or nothing: it is wrong if %s', (_, keys) => {
    expect(judgeOrder(ORDER, keys)).toMatchObject({ right: false, rating: 'again' })
  })

  test('each place tells whether its step is right and where it belongs', () => {
    expect(judgeOrder(ORDER, ['s1', 's3', 'd1']).places).toEqual([
      { key: 's1', at: 1, belongsAt: 1, right: true },
      { key: 's3', at: 2, belongsAt: 3, right: false },
      { key: 'd1', at: 3, belongsAt: 0, right: false },
    ])
  })
})

describe('judgeWhich', () => {
  const body: WhichBody = {
    type: 'which',
    question: 'Which service?',
    options: [
      { key: 'o1', html: 'Queue' },
      { key: 'o2', html: 'Topic' },
    ],
    rows: [
      { key: 'one', html: 'one reader', answer: 'o1', rationale: null },
      { key: 'many', html: 'many readers', answer: 'o2', rationale: null },
    ],
  }

  test('each row has its own right option', () => {
    expect(judgeWhich(body, 'one', 'o1')).toEqual({ right: true, rating: 'good', chosen: ['o1'] })
    expect(judgeWhich(body, 'many', 'o1').right).toBe(false)
  })

  test('a row that the card does not have is refused', () => {
    expect(() => judgeWhich(body, 'none', 'o1')).toThrow(RangeError)
  })
})

describe('ratingOf', () => {
  const good = { right: true, rating: 'good' } as const
  const hard = { right: true, rating: 'hard' } as const
  const wrong = { right: false, rating: 'again' } as const

  test.each([
    ['right', good, {}, 'good'],
    ['right after normalisation', hard, {}, 'hard'],
    ['right after a hint', good, { hinted: true }, 'hard'],
    ['right but guessed', good, { guessed: true }, 'again'],
    ['right after normalisation but guessed', hard, { guessed: true }, 'again'],
    ['right after a hint and guessed', good, { guessed: true, hinted: true }, 'again'],
    ['wrong', wrong, {}, 'again'],
    ['wrong after a hint', wrong, { hinted: true }, 'again'],
  ] as const)('%s', (_, verdict, circumstances, rating) => {
    expect(ratingOf(verdict, circumstances)).toBe(rating)
  })
})
