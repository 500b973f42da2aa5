import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evidenceOf } from '../../../src/core/mock/evidence.ts'
import type { Finished } from '../../../src/core/mock/evidence.ts'
import { resultOf, scoreOf, standing } from '../../../src/core/mock/result.ts'
import { runOf } from '../../../src/core/mock/run.ts'
import { weakDomains } from '../../../src/core/mock/weak.ts'
import { blueprint } from '../../support/builders.ts'
import { chosen, markOf, mockQuestion, mockRun, SECOND } from '../../support/mock-run.ts'
import type { StepBody } from '../../support/mock-run.ts'

const AZ104 = blueprint('AZ-104', 40, 30, 30)

describe('a score', () => {
  test('has the interval of Wilson', () => {
    // 35 of 50 at 80 %: 0.700, 0.611 to 0.776 (Wilson 1927, z = 1.2816).
    const score = scoreOf(Array.from({ length: 50 }, (_, index) => markOf(index < 35 ? 1 : 0)))
    expect(score).toMatchObject({ points: 35, of: 50, share: 0.7 })
    expect(score.low).toBeCloseTo(0.6112, 3)
    expect(score.high).toBeCloseTo(0.7759, 3)
  })

  test('holds its share, and is narrower the more questions there were', () => {
    const few = fc.integer({ min: 0, max: 20 })
    fc.assert(
      fc.property(few, few, (right, wrong) => {
        fc.pre(right + wrong > 0)
        const marks = [...Array(right).fill(markOf(1)), ...Array(wrong).fill(markOf(0))]
        const one = scoreOf(marks)
        const four = scoreOf([...marks, ...marks, ...marks, ...marks])
        expect(one.low).toBeLessThanOrEqual(one.share)
        expect(one.high).toBeGreaterThanOrEqual(one.share)
        expect(one.low).toBeGreaterThanOrEqual(0)
        expect(one.high).toBeLessThanOrEqual(1)
        expect(four.high - four.low).toBeLessThan(one.high - one.low)
      }),
    )
  })

  test.each([
    [45, 50, 'above'],
    [4, 5, 'near'],
    [35, 50, 'near'],
    [20, 50, 'below'],
  ])('of %i of %i is %s the rule of thumb, as far as chance allows to say', (right, all, where) => {
    const marks = Array.from({ length: all }, (_, index) => markOf(index < right ? 1 : 0))
    expect(standing(scoreOf(marks))).toBe(where)
  })
})

const QUESTIONS = ['a', 'b', 'c', 'd', 'e'].map((id, index) =>
  mockQuestion(id, { domain: `az104-d${index < 3 ? 1 : 2}` }),
)

function result(steps: readonly StepBody[]) {
  const run = runOf(mockRun('r', { steps, questions: QUESTIONS }).steps)
  if (!run) throw new Error('no run')
  return resultOf(run, AZ104)
}

test('a run under way has no result', () => {
  expect(result([])).toBeNull()
})

test('the result lists domains, changes, and what was sure and wrong', () => {
  const found = result([
    { kind: 'answered', q: 0, answer: chosen('o1') },
    { kind: 'trusted', q: 0, trust: 'sure' },
    { kind: 'shown', q: 1, after: 60 },
    { kind: 'answered', q: 1, answer: chosen('o2') },
    { kind: 'shown', q: 2, after: 80 },
    { kind: 'answered', q: 2, answer: chosen('o2') },
    { kind: 'trusted', q: 2, trust: 'guess' },
    { kind: 'shown', q: 1, after: 90 },
    { kind: 'answered', q: 1, answer: chosen('o1') },
    { kind: 'shown', q: 2, after: 100 },
    { kind: 'answered', q: 2, answer: chosen('o3') },
    {
      kind: 'submitted',
      how: 'learner',
      marks: [markOf(0), markOf(1, 1, 0), markOf(1, 2, 2), markOf(0, 1, null), markOf(0, 1, null)],
      after: 110,
    },
  ])
  expect(found).toMatchObject({
    score: { points: 2, of: 6, questions: 5 },
    unanswered: 2,
    changes: { helped: 1, hurt: 1, neither: 0 },
    sureAndWrong: [0],
    missed: [2, 3, 4],
    medianMs: 30 * SECOND,
  })
  expect(found?.trust).toEqual([
    { trust: 'sure', right: 0, questions: 1 },
    { trust: 'unsure', right: 0, questions: 0 },
    { trust: 'guess', right: 0, questions: 1 },
  ])
  expect(found?.domains.map(({ score }) => score && [score.points, score.of])).toEqual([
    [2, 4],
    [0, 2],
    null,
  ])
})

function finished(run: string, options: Parameters<typeof mockRun>[1], marks: number[]): Finished {
  const { steps } = mockRun(run, {
    ...options,
    steps: [
      {
        kind: 'submitted',
        how: 'time',
        marks: marks.map((points) => (points < 0 ? markOf(0, 1, null) : markOf(points, 2))),
      },
    ],
  })
  const [begun, , submitted] = steps
  if (begun?.kind !== 'begun' || submitted?.kind !== 'submitted') throw new Error('not finished')
  return { begun, submitted }
}

describe('evidence for readiness', () => {
  const questions = [
    mockQuestion('a'),
    mockQuestion('b', { isRepeat: true }),
    mockQuestion('c', { domain: 'az104-d2' }),
    mockQuestion('d', { domain: 'az104-d2' }),
  ]

  test('are first answers, by their share of points', () => {
    expect(evidenceOf([finished('r', { questions }, [1, 2, 2, -1])], 'AZ-104')).toEqual([
      { domain: 'az104-d1', right: 0.5, asked: 1 },
      { domain: 'az104-d2', right: 1, asked: 1 },
    ])
  })

  test('come from exam conditions over the whole exam only', () => {
    const runs = [
      finished('p', { questions, begun: { mode: 'practice', minutes: null } }, [2, 2, 2, 2]),
      finished('w', { questions, begun: { only: ['az104-d1'] } }, [2, 2, 2, 2]),
      finished('o', { questions, begun: { exam: 'AZ-305' } }, [2, 2, 2, 2]),
    ]
    expect(evidenceOf(runs, 'AZ-104')).toEqual([])
  })

  test('count a question once, whatever another device drew', () => {
    const one = finished('1', { questions: [mockQuestion('a')], at: 1_000_000 }, [2])
    const two = finished('2', { questions: [mockQuestion('a')], at: 2_000_000 }, [0])
    const once = [{ domain: 'az104-d1', right: 1, asked: 1 }]
    expect(evidenceOf([one, two], 'AZ-104')).toEqual(once)
    expect(evidenceOf([two, one], 'AZ-104')).toEqual(once)
  })
})

test('weak domains are those of low points, or of low recall where mock exams say too little', () => {
  const evidence = [
    { domain: 'az104-d1', right: 3, asked: 10 },
    { domain: 'az104-d2', right: 9, asked: 10 },
    { domain: 'az104-d3', right: 2, asked: 2 },
  ]
  const recall = new Map([
    ['az104-d1', 0.9],
    ['az104-d2', 0.1],
    ['az104-d3', 0.2],
  ])
  expect(weakDomains(AZ104, evidence, recall)).toEqual(['az104-d3'])
  expect(weakDomains(AZ104, evidence, new Map(recall).set('az104-d3', 0.8))).toEqual(['az104-d1'])
  expect(weakDomains(AZ104, [], new Map(AZ104.domains.map(({ id }) => [id, 0.9])))).toEqual([])
})
