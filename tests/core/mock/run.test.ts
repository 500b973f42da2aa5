import { describe, expect, test } from 'vitest'
import { isOver, leaving, mayShow, neighbour, runOf, timeLeft } from '../../../src/core/mock/run.ts'
import type { Run } from '../../../src/core/mock/run.ts'
import { NOON } from '../../support/builders.ts'
import { chosen, markOf, mockQuestion, mockRun, SECOND } from '../../support/mock-run.ts'
import type { StepBody } from '../../support/mock-run.ts'

const CASE = [
  mockQuestion('st-a'),
  mockQuestion('st-b'),
  mockQuestion('st-case', { key: 'q1', block: 0 }),
  mockQuestion('st-case', { key: 'q2', block: 0 }),
]

function runWith(steps: readonly StepBody[], mode: 'exam' | 'practice' = 'exam'): Run {
  const minutes = mode === 'exam' ? 100 : null
  const run = runOf(mockRun('r', { begun: { mode, minutes }, steps, questions: CASE }).steps)
  if (!run) throw new Error('no run')
  return run
}

const END: StepBody = {
  kind: 'submitted',
  how: 'learner',
  marks: CASE.map(() => markOf(0)),
}

test('a run is what its steps add up to', () => {
  const run = runWith([
    { kind: 'answered', q: 0, answer: chosen('o1') },
    { kind: 'trusted', q: 0, trust: 'sure' },
    { kind: 'flagged', q: 0, on: true },
    { kind: 'shown', q: 1 },
  ])
  expect(run).toMatchObject({ current: 1, steps: 6, endsAt: NOON + 6_000 * SECOND })
  expect(run.asked[0]).toEqual({
    isShown: true,
    answer: chosen('o1'),
    first: chosen('o1'),
    trust: 'sure',
    isFlagged: true,
    isChecked: false,
    spentMs: 5 * SECOND,
  })
  expect(run.asked[1]?.isShown).toBe(true)
  expect(run.asked[2]?.isShown).toBe(false)
})

test('steps without the first one are no run', () => {
  expect(runOf([])).toBeNull()
  expect(runOf(mockRun('r').steps.slice(1))).toBeNull()
})

test('the answer with which a question was first left is kept, also where it was left open at first', () => {
  const run = runWith([
    { kind: 'shown', q: 1 },
    { kind: 'shown', q: 0 },
    { kind: 'answered', q: 0, answer: chosen('o1') },
    { kind: 'answered', q: 0, answer: chosen('o2') },
    { kind: 'shown', q: 1 },
    { kind: 'shown', q: 0 },
    { kind: 'answered', q: 0, answer: chosen('o3') },
    END,
  ])
  expect(run.asked[0]).toMatchObject({ first: chosen('o2'), answer: chosen('o3') })
})

describe('time on a question', () => {
  test('is that on screen, over all visits', () => {
    const run = runWith([
      { kind: 'shown', q: 1, after: 30 },
      { kind: 'shown', q: 0, after: 40 },
      { ...END, after: 70 },
    ])
    expect(run.asked.map(({ spentMs }) => spentMs / SECOND)).toEqual([60, 10, 0, 0])
  })

  test('ends where the page was closed, and goes on where it was opened', () => {
    const leftAt = NOON + 20 * SECOND
    const run = runWith([
      { kind: 'opened', leftAt, after: 500 },
      { kind: 'shown', q: 1, after: 505 },
    ])
    expect(run.asked[0]?.spentMs).toBe(25 * SECOND)
  })

  test('of a break in practice is cut', () => {
    const run = runWith([{ kind: 'shown', q: 1, after: 3 * 3600 }], 'practice')
    expect(run.asked[0]?.spentMs).toBe((1 + 600) * SECOND)
  })

  test('is never negative, also where the clock was set back', () => {
    const run = runWith([{ kind: 'shown', q: 1, after: -50 }])
    expect(run.asked[0]?.spentMs).toBe(SECOND)
  })
})

test('the time that is left follows from instants alone', () => {
  const run = runWith([])
  expect(timeLeft(run, NOON + 90 * SECOND)).toBe((6000 - 90) * SECOND)
  expect(timeLeft(run, NOON + 86_400 * SECOND)).toBe(0)
  expect(timeLeft(runWith([], 'practice'), NOON)).toBeNull()
})

test('nothing that comes after the end changes a run', () => {
  const run = runWith([END, { kind: 'answered', q: 0, answer: chosen('o1') }, { kind: 'dropped' }])
  expect(isOver(run)).toBe(true)
  expect(run.isDropped).toBe(false)
  expect(run.asked[0]?.answer).toBeNull()
  expect(run.steps).toBe(5)
})

test('in practice an answer that was shown stays as it is', () => {
  const run = runWith(
    [
      { kind: 'answered', q: 0, answer: chosen('o1') },
      { kind: 'checked', q: 0 },
      { kind: 'answered', q: 0, answer: chosen('o2') },
    ],
    'practice',
  )
  expect(run.asked[0]?.answer).toEqual(chosen('o1'))
})

describe('a case study', () => {
  test('is left for good, and only by leaving it', () => {
    const inside = runWith([{ kind: 'shown', q: 2 }])
    expect(leaving(inside, 3)).toBeNull()
    expect(leaving(inside, 1)).toBe(0)
    expect(leaving(inside, 'review')).toBe(0)
    expect(leaving(runWith([]), 2)).toBeNull()
  })

  test('cannot be looked at again in an exam', () => {
    const run = runWith([
      { kind: 'shown', q: 2 },
      { kind: 'closed', block: 0 },
      { kind: 'shown', q: 1 },
    ])
    expect(mayShow(run, 2)).toBe(false)
    expect(mayShow(run, 0)).toBe(true)
    expect(neighbour(run, 1)).toBeNull()
    expect(neighbour(run, -1)).toBe(0)
    expect(leaving(run, 0)).toBeNull()
  })

  test('is open in practice', () => {
    expect(leaving(runWith([{ kind: 'shown', q: 2 }], 'practice'), 1)).toBeNull()
  })
})
