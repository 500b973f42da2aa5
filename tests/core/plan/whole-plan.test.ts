import { expect, test } from 'vitest'
import { chanceOf } from '../../../src/core/plan/chance.ts'
import { PRIOR_HABITS } from '../../../src/core/plan/habits.ts'
import { Memory } from '../../../src/core/plan/memory.ts'
import { planDay } from '../../../src/core/plan/plan-day.ts'
import { defaultPlan } from '../../../src/core/plan-settings.ts'
import { next, retrievability } from '../../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER, DEFAULT_WEIGHTS } from '../../../src/core/scheduler.ts'
import type { CardState } from '../../../src/core/schedule.ts'
import { buildQueue } from '../../../src/core/study/queue.ts'
import { afterReview } from '../../../src/core/study/study-day.ts'
import { DAY_MS, MINUTE_MS } from '../../../src/core/time.ts'
import { blueprint, catalogNote, dayOf, NOON, TODAY } from '../../support/builders.ts'

const PRINT = blueprint('AZ-104', 60, 40)
const NOTES = Array.from({ length: 160 }, (_, index) =>
  catalogNote(`n${1000 + index}`, { skills: [index % 2 === 0 ? 'az104-d1-a' : 'az104-d2-a'] }),
)
const CLOCK = { utcOffsetMin: 0, rolloverHour: 4 }
const memory = new Memory(DEFAULT_WEIGHTS)

/** A learner who has an exam after so many days and studies what the queue says, on some days. */
class Learner {
  readonly states = new Map<string, CardState>()
  readonly #examDay: number
  readonly #minutes: number

  constructor(days: number, minutes: number) {
    this.#examDay = TODAY + days
    this.#minutes = minutes
  }

  /** One day with the plan: what was planned, and all of it studied through the queue if wanted. */
  day(ahead: number, studies = true) {
    const today = TODAY + ahead
    const states = [...this.states.values()]
    const day = dayOf(NOTES, { today, states, blueprints: [PRINT] })
    const date = new Date(this.#examDay * DAY_MS).toISOString().slice(0, 10)
    const planned = planDay({
      day,
      blueprints: [PRINT],
      plans: {
        minutes: [1, 2, 3, 4, 5, 6, 7].map(() => this.#minutes),
        exams: new Map([['AZ-104', { ...defaultPlan(TODAY), date }]]),
      },
      states: this.states,
      memory,
      habits: PRIOR_HABITS,
      calibration: { reviews: 0, expected: 0, recalled: 0 },
      desiredRetention: 0.9,
      spent: 0,
    })
    if (studies) this.#study({ ...day, planned }, NOON + ahead * DAY_MS)
    return planned
  }

  #study(start: Parameters<typeof buildQueue>[0], noon: number): void {
    let day = start
    let at = noon
    for (let answers = 0; answers < 2000; answers += 1) {
      const [entry] = buildQueue(day, {}, at).entries
      if (!entry) return
      const { cardId } = entry.card
      const before = this.states.get(cardId) ?? null
      const recall = before ? Math.min(0.9, retrievability(before, day.today)) : 0.7
      const rating = chanceOf(answers, day.today, at % 1009) < recall ? 'good' : 'again'
      const state = next(before, { cardId, at, rating }, CLOCK, DEFAULT_SCHEDULER)
      this.states.set(cardId, state)
      day = afterReview(day, cardId, state)
      at += MINUTE_MS / 2
    }
    throw new Error('The queue never ends')
  }
}

const secondsOf = ({ units }: ReturnType<Learner['day']>) =>
  units.flat().reduce((sum, { seconds }) => sum + seconds, 0)

test('every card is seen by seven tenths of the time, within the minutes, and recalled on the day', () => {
  const learner = new Learner(30, 15)
  const seen = Array.from({ length: 30 }, (_, ahead) => {
    expect(secondsOf(learner.day(ahead))).toBeLessThan(15 * 60 + 50)
    return learner.states.size
  })
  expect(seen[20]).toBe(NOTES.length)
  const recall = [...learner.states.values()].map((state) => retrievability(state, TODAY + 30))
  expect(recall.reduce((sum, each) => sum + each, 0) / recall.length).toBeGreaterThan(0.85)
  expect(learner.day(30).units).toEqual([])
})

test('a week that was missed brings a plan for the day, not a mountain', () => {
  const learner = new Learner(40, 10)
  for (let ahead = 0; ahead < 15; ahead += 1) learner.day(ahead)
  const before = secondsOf(learner.day(15, false))
  const after = learner.day(22)
  expect(secondsOf(after)).toBeLessThan(10 * 60 + 50)
  expect(secondsOf(after)).toBeGreaterThanOrEqual(Math.min(before, 9 * 60))
  for (let ahead = 23; ahead < 40; ahead += 1) {
    expect(secondsOf(learner.day(ahead))).toBeLessThan(10 * 60 + 50)
  }
})

test('the same history has the same plan', () => {
  const learner = new Learner(20, 10)
  for (let ahead = 0; ahead < 4; ahead += 1) learner.day(ahead)
  expect(learner.day(4, false)).toEqual(learner.day(4, false))
})
