import { describe, expect, test } from 'vitest'
import {
  answeredParts,
  optionOfRow,
  partsOf,
  pointsOf,
  withRow,
} from '../../../src/core/mock/score.ts'
import type { MockBody } from '../../../src/core/mock/score.ts'
import { chosen } from '../../support/mock-run.ts'

const option = (key: string, right: boolean) => ({ key, html: key, right, rationale: null })
const choice = (type: 'single' | 'multi', ...right: readonly boolean[]): MockBody => ({
  type,
  question: 'q',
  options: right.map((each, index) => option(`o${index + 1}`, each)),
})
const step = (key: string) => ({ key, html: key, rationale: null })
const ORDER: MockBody = {
  type: 'order',
  question: 'q',
  steps: ['s1', 's2'].map(step),
  decoys: [step('d1')],
}
const WHICH: MockBody = {
  type: 'which',
  question: 'q',
  options: ['o1', 'o2'].map((key) => ({ key, html: key })),
  rows: [
    { key: 'a', html: 'a', answer: 'o1', rationale: null },
    { key: 'b', html: 'b', answer: 'o2', rationale: null },
    { key: 'ab', html: 'ab', answer: 'o1', rationale: null },
  ],
}
const NUMBER: MockBody = { type: 'number', question: 'q', value: '30', unit: 'days', accept: [] }
const RECALL: MockBody = { type: 'basic', question: 'q', answer: 'a' }
const arranged = (...arrangement: readonly string[]) => ({ chosen: [], typed: '', arrangement })
const typed = (text: string) => ({ chosen: [], typed: text, arrangement: [] })

describe('points', () => {
  test.each([
    ['a single choice, right', choice('single', true, false), chosen('o1'), 1],
    ['a single choice, wrong', choice('single', true, false), chosen('o2'), 0],
    ['two of two', choice('multi', true, false, true), chosen('o3', 'o1'), 2],
    ['one of two', choice('multi', true, false, true), chosen('o1', 'o2'), 1],
    ['one of two, the other left open', choice('multi', true, false, true), chosen('o1'), 1],
    [
      'all three, of which two are right',
      choice('multi', true, false, true),
      chosen('o1', 'o2', 'o3'),
      1,
    ],
    ['an order, right', ORDER, arranged('s1', 's2', '|', 'd1'), 1],
    ['an order with a decoy in use', ORDER, arranged('s1', 's2', 'd1', '|'), 0],
    ['an order, wrong', ORDER, arranged('s2', 's1', '|', 'd1'), 0],
    ['all rows', WHICH, chosen('a:o1', 'b:o2', 'ab:o1'), 3],
    ['one of three rows', WHICH, chosen('a:o2', 'b:o2'), 1],
    ['a number', NUMBER, typed('30 days'), 1],
    ['another number', NUMBER, typed('31'), 0],
    ['a number that cannot be read', NUMBER, typed('many'), 0],
    ['what nobody can judge', RECALL, typed('a'), 0],
  ] as const)('of %s', (_what, body, answer, points) => {
    expect(pointsOf(body, answer)).toBe(points)
  })

  test('of no answer are none, and none is taken off', () => {
    for (const body of [choice('multi', true, true, false), ORDER, WHICH, NUMBER]) {
      expect(pointsOf(body, null)).toBe(0)
    }
  })
})

test('a question has a point for each part', () => {
  expect(
    [
      choice('single', true, false),
      choice('multi', true, true, false),
      ORDER,
      WHICH,
      NUMBER,
      RECALL,
    ].map(partsOf),
  ).toEqual([1, 2, 1, 3, 1, 0])
})

test('what is unanswered is known part by part', () => {
  expect(answeredParts(WHICH, chosen('a:o1'))).toBe(1)
  expect(answeredParts(choice('multi', true, true, false), chosen('o3'))).toBe(1)
  expect(answeredParts(ORDER, arranged('s1', 's2', '|', 'd1'))).toBe(1)
  expect(answeredParts(NUMBER, typed('  '))).toBe(0)
  expect(answeredParts(WHICH, null)).toBe(0)
})

test('a row has one option, and rows with names that begin alike do not mix', () => {
  const rows = withRow(withRow(withRow([], 'ab', 'o1'), 'a', 'o1'), 'a', 'o2')
  expect(optionOfRow(rows, 'a')).toBe('o2')
  expect(optionOfRow(rows, 'ab')).toBe('o1')
  expect(optionOfRow(rows, 'b')).toBeNull()
})
