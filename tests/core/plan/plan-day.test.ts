import { describe, expect, test } from 'vitest'
import { PRIOR_HABITS } from '../../../src/core/plan/habits.ts'
import type { Schedules } from '../../../src/core/exam-schedule.ts'
import { Memory } from '../../../src/core/plan/memory.ts'
import { planDay } from '../../../src/core/plan/plan-day.ts'
import { DEFAULT_MINUTES, defaultPlan } from '../../../src/core/plan-settings.ts'
import type { ExamPlan } from '../../../src/core/plan-settings.ts'
import { DEFAULT_WEIGHTS } from '../../../src/core/scheduler.ts'
import type { CardState } from '../../../src/core/schedule.ts'
import {
  blueprint,
  catalogNote,
  dayOf,
  doneToday,
  inLearning,
  inReview,
  mark,
  NOON,
  TODAY,
} from '../../support/builders.ts'
import type { CatalogNote } from '../../../src/core/catalog.ts'
import type { Mark } from '../../../src/core/mark.ts'

const PRINTS = [blueprint('AZ-104', 50, 50), blueprint('AZ-305', 60, 40)]
/** The date of the study day so many days after TODAY, which is 2024-10-04. */
const dateIn = (days: number) => new Date((TODAY + days) * 86_400_000).toISOString().slice(0, 10)

interface Options {
  readonly states?: readonly CardState[]
  readonly marks?: readonly Mark[]
  readonly minutes?: readonly number[]
  readonly spent?: number
  readonly forgotten?: readonly string[]
  readonly plans?: Readonly<Record<string, Partial<ExamPlan>>>
  readonly schedules?: Schedules
}

function planOf(notes: readonly CatalogNote[], options: Options = {}) {
  const { states = [], marks = [], minutes = DEFAULT_MINUTES, spent = 0, forgotten = [] } = options
  const { plans = { 'AZ-104': { date: dateIn(30) } } } = options
  const day = dayOf(notes, { states, marks, blueprints: PRINTS })
  return planDay({
    day: { ...day, forgotten: new Set(forgotten) },
    blueprints: PRINTS,
    plans: {
      minutes,
      exams: new Map(
        Object.entries(plans).map(([exam, plan]) => [
          exam,
          { ...defaultPlan(TODAY), since: TODAY, ...plan },
        ]),
      ),
    },
    states: new Map(states.map((state) => [state.cardId, state])),
    memory: new Memory(DEFAULT_WEIGHTS),
    habits: PRIOR_HABITS,
    calibration: { reviews: 0, expected: 0, recalled: 0 },
    desiredRetention: 0.9,
    schedules: options.schedules ?? {},
    spent,
  })
}

function idsOf(notes: readonly CatalogNote[], options: Options = {}): string[] {
  return planOf(notes, options).units.flatMap((unit) => unit.map(({ cardId }) => cardId))
}

const many = (count: number) => Array.from({ length: count }, (_, i) => catalogNote(`n${100 + i}`))
/** Known so well that it can wait. */
const known = (cardId: string) =>
  inReview(cardId, { stability: 400, dueDay: TODAY + 390, lastReviewDay: TODAY - 10 })
/** Due by its stability, ten days ago. */
const weak = (cardId: string) =>
  inReview(cardId, { stability: 2, dueDay: TODAY - 8, lastReviewDay: TODAY - 10 })

test('2024-10-04 is the study day of the tests', () => {
  expect(dateIn(0)).toBe('2024-10-04')
})

test('fills the minutes of the weekday, less what was studied already', () => {
  // TODAY is a Friday.
  const minutes = [0, 0, 0, 0, 5, 0, 0]
  expect(planOf(many(60), { minutes }).minutes).toBe(5)
  expect(idsOf(many(60), { minutes })).toHaveLength(7)
  expect(idsOf(many(60), { minutes, spent: 200 })).toHaveLength(3)
  expect(idsOf(many(60), { minutes: [20, 20, 20, 20, 0, 20, 20] })).toEqual([])
})

test('says why: recall on exam day left alone and studied now, and the time', () => {
  const [unit] = planOf([catalogNote('a')], { states: [weak('a#1')] }).units
  expect(unit?.[0]).toMatchObject({ cardId: 'a#1', exam: 'AZ-104', isNew: false, isDated: true })
  expect(unit?.[0]?.after).toBeGreaterThan(unit?.[0]?.left ?? 1)
  expect(unit?.[0]?.seconds).toBeGreaterThan(10)
})

test('knows the days to each exam, the nearest first', () => {
  const plans = { 'AZ-104': { date: dateIn(30) }, 'AZ-305': { date: dateIn(0) } }
  expect(planOf([catalogNote('a')], { plans }).daysLeft).toEqual([
    { exam: 'AZ-305', days: 0 },
    { exam: 'AZ-104', days: 30 },
  ])
})

describe('cards that stay away', () => {
  test('suspended, buried, on a step, and known well', () => {
    const notes = ['s', 'b', 'l', 'k', 'x'].map((id) => catalogNote(id))
    const marks = [mark('s#1', { suspended: true }), mark('b#1', { buriedUntil: TODAY + 1 })]
    const states = [inLearning('l#1', NOON), known('k#1')]
    expect(idsOf(notes, { marks, states })).toEqual(['x#1'])
  })

  test('what the learner put off, until its day', () => {
    const off = inReview('a#1', { stability: 2, lastReviewDay: TODAY - 10, dueDay: TODAY + 3 })
    expect(idsOf([catalogNote('a')], { states: [off] })).toEqual([])
    expect(idsOf([catalogNote('a')], { states: [{ ...off, dueDay: TODAY }] })).toEqual(['a#1'])
  })

  test('what was answered today', () => {
    expect(idsOf([catalogNote('a')], { states: [doneToday('a#1')] })).toEqual([])
  })
})

describe('cards that press', () => {
  test('a fact that changed, and what was forgotten in cramming', () => {
    const notes = [catalogNote('a'), catalogNote('b')]
    const states = [{ ...known('a#1'), dueDay: TODAY }, known('b#1')]
    expect(idsOf(notes, { states })).toEqual(['a#1'])
    expect(idsOf(notes, { states: [known('b#1')], forgotten: ['b#1'] })).toContain('b#1')
  })
})

/** With stability 40 and the usual recall it is due after 40 days. */
function moved(dueDay: number): CardState {
  return inReview('a#1', { stability: 40, lastReviewDay: TODAY - 40, dueDay })
}

describe('a review that was moved to another day', () => {
  const undated = { 'AZ-104': { date: null } }
  const isAsked = (dueDay: number, options: Options) =>
    idsOf([catalogNote('a')], { states: [moved(dueDay)], ...options }).length === 1

  test('comes on that day without a date', () => {
    expect(isAsked(TODAY, { plans: undated })).toBe(true)
    expect(isAsked(TODAY + 3, { plans: undated })).toBe(false)
    const sooner = inReview('a#1', { stability: 43, lastReviewDay: TODAY - 40, dueDay: TODAY })
    const later = { ...sooner, dueDay: TODAY + 3 }
    expect(idsOf([catalogNote('a')], { states: [sooner], plans: undated })).toEqual(['a#1'])
    expect(idsOf([catalogNote('a')], { states: [later], plans: undated })).toEqual([])
  })

  test('is not put off by that where a date decides', () => {
    expect(isAsked(TODAY + 3, {})).toBe(true)
    expect(isAsked(TODAY + 30, {})).toBe(false)
  })

  test('goes by the settings of its exam', () => {
    const schedules = { 'AZ-104': { maximumIntervalDays: 20 } }
    const capped = inReview('a#1', { stability: 400, lastReviewDay: TODAY - 20, dueDay: TODAY })
    const states = [capped]
    expect(idsOf([catalogNote('a')], { states, schedules })).toEqual(['a#1'])
    expect(idsOf([catalogNote('a')], { states, schedules, plans: undated })).toEqual(['a#1'])
    const early = [{ ...capped, lastReviewDay: TODAY - 15, dueDay: TODAY + 5 }]
    expect(idsOf([catalogNote('a')], { states: early, schedules, plans: undated })).toEqual([])
    const wanted = { 'AZ-104': { desiredRetention: 0.95 } }
    const due = [inReview('a#1', { stability: 40, lastReviewDay: TODAY - 20, dueDay: TODAY - 4 })]
    const own = { 'AZ-104': { date: null, desiredRetention: 0.8 } }
    expect(idsOf([catalogNote('a')], { states: due, schedules: wanted, plans: own })).toEqual([
      'a#1',
    ])
  })
})

describe('without a date', () => {
  test('plain FSRS: what is due, and new cards up to the limit', () => {
    const notes = [catalogNote('a'), catalogNote('k'), ...many(30)]
    const states = [weak('a#1'), known('k#1')]
    const ids = idsOf(notes, { states, plans: { 'AZ-104': { date: null, newPerDay: 4 } } })
    expect(ids).toContain('a#1')
    expect(ids).not.toContain('k#1')
    expect(ids).toHaveLength(5)
  })

  test('its own wanted recall decides what is due', () => {
    const nearly = inReview('a#1', { stability: 11, dueDay: TODAY + 1, lastReviewDay: TODAY - 10 })
    const of = (desiredRetention: number) =>
      idsOf([catalogNote('a')], {
        states: [nearly],
        plans: { 'AZ-104': { date: null, desiredRetention } },
      })
    expect(of(0.9)).toEqual([])
    expect(of(0.95)).toEqual(['a#1'])
  })
})

describe('after the exam', () => {
  const over = { date: dateIn(-1) }
  const states = [weak('a#1')]

  test('no new cards, and what is due within the minutes, the most valuable first', () => {
    const notes = Array.from({ length: 200 }, (_, i) => catalogNote(`n${100 + i}`))
    const all = notes.map(({ id }) => weak(`${id}#1`))
    const plans = { 'AZ-104': over }
    const ids = idsOf([...notes, catalogNote('new')], { states: all, plans })
    expect(ids.length).toBeGreaterThan(20)
    expect(ids.length).toBeLessThan(80)
    expect(ids).not.toContain('new#1')
  })

  test('light asks less, archive nothing', () => {
    const fair = inReview('f#1', { stability: 8, dueDay: TODAY - 2, lastReviewDay: TODAY - 10 })
    const notes = [catalogNote('a'), catalogNote('f')]
    const of = (after: ExamPlan['after']) =>
      idsOf(notes, { states: [...states, fair], plans: { 'AZ-104': { ...over, after } } })
    expect(of('keep').toSorted()).toEqual(['a#1', 'f#1'])
    expect(of('light')).toEqual(['a#1'])
    expect(of('archive')).toEqual([])
    const rests = planOf(notes, { plans: { 'AZ-104': { ...over, after: 'archive' } } })
    expect([...rests.resting]).toEqual(['AZ-104'])
    expect(rests.exams.size).toBe(0)
  })

  test('a card that another exam needs still comes up', () => {
    const both = catalogNote('a', { skills: ['az104-d1-a', 'az305-d1-a'] })
    const plans = {
      'AZ-104': { ...over, after: 'archive' },
      'AZ-305': { date: dateIn(20) },
    } as const
    expect(planOf([both], { states, plans }).units[0]?.[0]?.exam).toBe('AZ-305')
  })
})

test('on the day of the exam nothing is planned for it', () => {
  expect(idsOf(many(5), { plans: { 'AZ-104': { date: dateIn(0) } } })).toEqual([])
})

test('a break of weeks brings no more than the minutes allow', () => {
  const notes = many(300)
  const states = notes.map(({ id }) =>
    inReview(`${id}#1`, { stability: 4, lastReviewDay: TODAY - 40, dueDay: TODAY - 36 }),
  )
  const { units } = planOf(notes, { states })
  const seconds = units.flat().reduce((sum, each) => sum + each.seconds, 0)
  expect(seconds).toBeLessThan(20 * 60 + 60)
})
