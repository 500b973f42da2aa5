import { expect, test } from 'vitest'
import { freshCards } from '../../../src/core/plan/cards.ts'
import type { PlanExam } from '../../../src/core/plan/cards.ts'
import { PRIOR_HABITS } from '../../../src/core/plan/habits.ts'
import { upkeep } from '../../../src/core/plan/upkeep.ts'
import { workOn } from '../../../src/core/plan/work.ts'
import { DEFAULT_WEIGHTS } from '../../../src/core/scheduler.ts'

const STEADY: PlanExam = {
  examDay: null,
  startDay: 0,
  retention: 0.9,
  shares: [1],
  domainOf: new Int16Array(400),
  unseenRecall: [0],
  newPerDay: 10,
}

const request = {
  exam: 0,
  retentions: [0.8, 0.9, 0.95],
  trial: {
    cards: freshCards(400),
    exams: [STEADY],
    today: 0,
    weights: DEFAULT_WEIGHTS,
    habits: PRIOR_HABITS,
  },
}

test('wanting more recall takes more minutes and gives more recall', () => {
  const steps = upkeep(request)
  let told = 0
  let step = steps.next()
  for (; !step.done; step = steps.next()) told = step.value
  expect(told).toBe(1)
  const [low, middle, high] = step.value
  expect(low?.minutes).toBeGreaterThan(5)
  expect(middle?.minutes).toBeGreaterThan(low?.minutes ?? Infinity)
  expect(high?.minutes).toBeGreaterThan(middle?.minutes ?? Infinity)
  expect(high?.recall).toBeGreaterThan(low?.recall ?? 1)
  expect(low?.recall).toBeGreaterThan(0.7)
})

test('only the exam asked about takes time, whatever is planned for others', () => {
  const asked = { ...STEADY, domainOf: half(0) }
  const other = { ...asked, domainOf: half(1), examDay: 40, newPerDay: Number.POSITIVE_INFINITY }
  const of = (exams: readonly PlanExam[], exam: number) =>
    resultOf(upkeep({ ...request, exam, retentions: [0.9], trial: { ...request.trial, exams } }))
  expect(of([other, asked], 1)).toEqual(of([asked], 0))
})

function half(from: number): Int16Array {
  return Int16Array.from({ length: 400 }, (_, card) => (card % 2 === from ? 0 : -1))
}

function resultOf<T>(steps: Generator<number, T>): T {
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

test('the worker does either kind of work', () => {
  const steps = workOn({ kind: 'upkeep', request })
  let step = steps.next()
  while (!step.done) step = steps.next()
  expect(step.value).toMatchObject({ kind: 'upkeep', upkeep: [{ retention: 0.8 }, {}, {}] })
})
