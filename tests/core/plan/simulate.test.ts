import { expect, test } from 'vitest'
import { freshCards } from '../../../src/core/plan/cards.ts'
import type { PlanExam } from '../../../src/core/plan/cards.ts'
import { PRIOR_HABITS } from '../../../src/core/plan/habits.ts'
import { simulate } from '../../../src/core/plan/simulate.ts'
import type { Trial } from '../../../src/core/plan/trial.ts'
import { WORLDS } from '../../../src/core/plan/worlds.ts'
import { DEFAULT_WEIGHTS } from '../../../src/core/scheduler.ts'

/** So many cards in five domains of unequal weight, and an exam after `days`. */
function trialOf(
  count: number,
  days: number,
  minutes: number,
  changes: Partial<Trial> = {},
): Trial {
  const shares = [0.2, 0.25, 0.2, 0.15, 0.2]
  const exam: PlanExam = {
    examDay: days,
    startDay: 0,
    retention: 0.9,
    shares,
    domainOf: Int16Array.from({ length: count }, (_, card) => card % 5),
    unseenRecall: shares.map(() => 0),
    newPerDay: Number.POSITIVE_INFINITY,
  }
  return {
    cards: freshCards(count),
    exams: [exam],
    today: 0,
    minutes: Array.from({ length: days }, () => minutes),
    weights: DEFAULT_WEIGHTS,
    habits: PRIOR_HABITS,
    world: 'perturbed',
    seed: 1,
    ...changes,
  }
}

test('the same trial has the same result, another seed another', () => {
  const trial = trialOf(200, 30, 10)
  expect(simulate(trial)).toEqual(simulate(trial))
  expect(simulate({ ...trial, seed: 2 }).scores).not.toEqual(simulate(trial).scores)
})

test('leaves the cards of the trial as they were', () => {
  const trial = trialOf(50, 10, 10)
  simulate(trial)
  expect(trial.cards).toEqual(freshCards(50))
})

test.each(WORLDS)('more minutes bring more points (%s)', (world) => {
  const scoreAt = (minutes: number) => simulate(trialOf(300, 30, minutes, { world })).scores[0] ?? 0
  expect(scoreAt(5)).toBeGreaterThan(0)
  expect(scoreAt(10)).toBeGreaterThan(scoreAt(5))
  expect(scoreAt(20)).toBeGreaterThan(scoreAt(10))
  expect(scoreAt(20)).toBeLessThanOrEqual(1)
})

test('in the matched world the prediction is what comes true', () => {
  const { scores, predicted } = simulate(trialOf(300, 30, 15, { world: 'matched' }))
  expect(scores[0]).toBeCloseTo(predicted[0] ?? 0, 9)
})

test('keeps to the minutes but for the last card, and rests on days off', () => {
  const minutes = Array.from({ length: 21 }, (_, day) => (day % 7 === 6 ? 0 : 10))
  const result = simulate(trialOf(600, 21, 0, { minutes }))
  result.minutes.forEach((spent, day) => {
    const most = minutes[day] === 0 ? 0 : 12
    expect(spent).toBeLessThanOrEqual(most)
  })
  expect(result.course).toHaveLength(22)
})

test('a limit of new cards is kept, and the cards that it leaves out are counted', () => {
  const trial = trialOf(600, 30, 40)
  const limited = simulate({
    ...trial,
    exams: trial.exams.map((exam) => ({ ...exam, newPerDay: 5 })),
  })
  expect(Math.max(...limited.newCards)).toBe(5)
  const left = limited.unseen[0]?.reduce((sum, count) => sum + count, 0)
  expect(left).toBe(600 - 5 * 30)
  expect(limited.scores[0]).toBeLessThan(simulate(trial).scores[0] ?? 0)
})

test('two exams share the time: each is scored on its own day', () => {
  const trial = trialOf(200, 20, 15)
  const [first] = trial.exams
  if (!first) throw new Error('The trial has an exam')
  const half = (which: number) =>
    first.domainOf.map((domain, card) => (card % 2 === which ? domain : -1))
  const exams = [
    { ...first, domainOf: half(0), examDay: 20 },
    { ...first, domainOf: half(1), examDay: 10 },
  ]
  const { scores, unseen } = simulate({ ...trial, exams })
  expect(scores).toHaveLength(2)
  expect(scores[1]).toBeGreaterThan(0.5)
  expect(unseen[1]?.reduce((sum, count) => sum + count, 0)).toBeLessThan(100)
})
