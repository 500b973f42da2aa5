import { describe, expect, test } from 'vitest'
import { USUAL_SCHEDULE } from '../../../src/core/exam-schedule.ts'
import { freshCards } from '../../../src/core/plan/cards.ts'
import { PRIOR_HABITS } from '../../../src/core/plan/habits.ts'
import { scheduleRun, trySchedules } from '../../../src/core/plan/schedule-trial.ts'
import type { ScheduleOutcome } from '../../../src/core/plan/schedule-outcome.ts'
import type { TriedSchedule } from '../../../src/core/plan/schedule-trial.ts'
import { DEFAULT_WEIGHTS } from '../../../src/core/scheduler.ts'
import { TODAY } from '../../support/builders.ts'

const request = {
  trial: { cards: freshCards(600), weights: DEFAULT_WEIGHTS, habits: PRIOR_HABITS, today: TODAY },
  newPerDay: 10,
}
const usual: TriedSchedule = { ...USUAL_SCHEDULE, desiredRetention: 0.9 }
const RUNS = 12

/** The mean of some learners; the same ones each time. */
function tried(other: Partial<TriedSchedule>): Omit<ScheduleOutcome, 'weekdays'> & {
  readonly sunday: number
} {
  const runs = Array.from({ length: RUNS }, (_, index) =>
    scheduleRun(request, { ...usual, ...other }, index + 1),
  )
  const mean = (of: (run: ScheduleOutcome) => number) =>
    runs.reduce((sum, run) => sum + of(run), 0) / RUNS
  return {
    minutes: mean(({ minutes }) => minutes),
    reviews: mean(({ reviews }) => reviews),
    recall: mean(({ recall }) => recall),
    spread: mean(({ spread }) => spread),
    change: mean(({ change }) => change),
    sunday: mean(({ weekdays }) => weekdays[6] ?? 0),
  }
}

describe('half a year with 600 cards', () => {
  const plain = tried({ balance: false })
  const spreadOut = tried({})

  test('spreading makes the days more even, for less than half a point of recall', () => {
    // 5.6 and 4.6; the lab, with a choice by chance: 5.20 and 4.32.
    expect(spreadOut.spread).toBeLessThan(plain.spread * 0.87)
    expect(spreadOut.change).toBeLessThan(plain.change * 0.7)
    expect(spreadOut.reviews).toBeLessThan(plain.reviews * 1.01)
    expect(spreadOut.recall).toBeGreaterThan(plain.recall - 0.005)
  })

  test('a weekday without reviews has few', () => {
    const easyDays = USUAL_SCHEDULE.easyDays.map((ease, day) => (day === 6 ? 'none' : ease))
    const free = tried({ easyDays })
    expect(free.sunday).toBeLessThan(spreadOut.sunday * 0.4)
    expect(free.recall).toBeGreaterThan(spreadOut.recall - 0.005)
  })

  test('each setting has the consequence that its sentence names', () => {
    const more = tried({ desiredRetention: 0.95 })
    expect(more.minutes).toBeGreaterThan(spreadOut.minutes * 1.2)
    expect(more.recall).toBeGreaterThan(spreadOut.recall)
    const short = tried({ maximumIntervalDays: 30 })
    expect(short.reviews).toBeGreaterThan(spreadOut.reviews * 1.2)
    expect(short.recall).toBeGreaterThan(spreadOut.recall)
    expect(tried({ learningStepsMin: [1, 10, 60] }).minutes).toBeGreaterThan(spreadOut.minutes)
    expect(tried({ relearningStepsMin: [] }).minutes).toBeLessThan(spreadOut.minutes)
  })

  test('the same request has the same outcome, and progress ends at 1', () => {
    const run = () => {
      const steps = trySchedules({ ...request, schedules: [usual, usual] })
      const shares: number[] = []
      let step = steps.next()
      for (; !step.done; step = steps.next()) shares.push(step.value)
      return { shares, outcomes: step.value }
    }
    const first = run()
    expect(first.shares.at(-1)).toBe(1)
    expect(first.outcomes[0]).toEqual(first.outcomes[1])
    expect(run()).toEqual(first)
  })
})

test('cards seen before come up when they are due, and what is due already at once', () => {
  const cards = freshCards(3)
  for (const card of [0, 1]) {
    cards.seen[card] = 1
    cards.stability[card] = 10
    cards.difficulty[card] = 5
    cards.lastDay[card] = TODAY - (card === 0 ? 50 : 0)
  }
  const trial = { ...request.trial, cards }
  const run = (days: number) => scheduleRun({ trial, newPerDay: 0 }, usual, 1, 'matched', days)
  expect(run(1).reviews).toBe(1)
  expect(run(9).reviews * 9).toBeLessThan(3.1)
  expect(cards.lastDay[0]).toBe(TODAY - 50)
})
