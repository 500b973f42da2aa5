import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AWAY, AWAY_TODAY } from '../../../src/core/plan/cards.ts'
import type { PlanExam } from '../../../src/core/plan/cards.ts'
import { comingDays } from '../../../src/core/plan/coming.ts'
import type { ComingInput } from '../../../src/core/plan/coming.ts'
import type { PlainCards } from '../../../src/core/plan/coming-plain.ts'
import { PRIOR_HABITS } from '../../../src/core/plan/habits.ts'
import { DEFAULT_SCHEDULER } from '../../../src/core/scheduler.ts'
import { cardsOf, examOf } from './cases.ts'
import type { CaseCard } from './cases.ts'

const TODAY = 1000
const DAYS = 60

interface PlainCase {
  /** Null for a new card. */
  readonly due: number | null
  readonly group?: number
  readonly away?: boolean
}

function plainOf(cases: readonly PlainCase[]): PlainCards {
  return {
    count: cases.length,
    seen: Uint8Array.from(cases, ({ due }) => (due === null ? 0 : 1)),
    away: Uint8Array.from(cases, ({ away = false }) => (away ? 1 : 0)),
    stability: new Float64Array(cases.length).fill(10),
    difficulty: new Float64Array(cases.length).fill(5),
    lastDay: Int32Array.from(cases, ({ due }) => (due ?? 0) - 10),
    dueDay: Int32Array.from(cases, ({ due }) => due ?? 0),
    retention: new Float64Array(cases.length).fill(0.9),
    longest: new Float64Array(cases.length).fill(36_500),
    groups: Uint32Array.from(cases, ({ group = 1 }) => group),
  }
}

function inputOf(cases: readonly PlainCase[], changes: Partial<ComingInput> = {}): ComingInput {
  const order = Int32Array.from(cases.keys())
  return {
    today: TODAY,
    days: DAYS,
    weights: DEFAULT_SCHEDULER.weights,
    habits: PRIOR_HABITS,
    groups: 2,
    plain: { cards: plainOf(cases), fresh: [{ order, perDay: 2, introduced: 0 }] },
    planned: null,
    ...changes,
  }
}

const all = (input: ComingInput) => comingDays(input)[0] ?? []

describe('cards that come up on their days', () => {
  test('what is set is every card seen once, overdue ones today', () => {
    const days = all(inputOf([{ due: TODAY - 9 }, { due: TODAY }, { due: TODAY + 3 }]))
    expect(days.map(({ set }) => set).slice(0, 5)).toEqual([2, 0, 0, 1, 0])
    expect(days[0]?.cards).toBeCloseTo(2)
  })

  test('what was answered comes up again', () => {
    const days = all(inputOf([{ due: TODAY }]))
    const later = days.slice(1).reduce((sum, { cards }) => sum + cards, 0)
    expect(later).toBeGreaterThanOrEqual(1)
    expect(days.slice(1).every(({ set }) => set === 0)).toBe(true)
  })

  test('new cards come at their pace, less what was introduced today', () => {
    const cases = Array.from({ length: 5 }, () => ({ due: null }))
    const { plain, ...rest } = inputOf(cases)
    const fresh = plain.fresh.map((each) => ({ ...each, introduced: 1 }))
    const days = all({ ...rest, plain: { ...plain, fresh } })
    expect(days[0]?.cards).toBeCloseTo(1)
    expect(days[0]?.minutes).toBeCloseTo(PRIOR_HABITS.secondsNew / 60)
    const seen = days.reduce((sum, { cards }) => sum + cards, 0)
    expect(seen).toBeGreaterThan(5)
  })

  test('suspended cards never come, new or not', () => {
    const days = all(
      inputOf([
        { due: TODAY, away: true },
        { due: null, away: true },
      ]),
    )
    expect(days.every(({ set, cards }) => set === 0 && cards === 0)).toBe(true)
  })

  test('a card counts in each of its groups', () => {
    const [whole, exam] = comingDays(
      inputOf([
        { due: TODAY, group: 3 },
        { due: TODAY, group: 1 },
      ]),
    )
    expect(whole?.[0]?.set).toBe(2)
    expect(exam?.[0]?.set).toBe(1)
  })

  test('whatever the cards: the same input has the same days, and nothing set is lost', () => {
    const card = fc.record({
      due: fc.option(fc.integer({ min: TODAY - 50, max: TODAY + 80 })),
      away: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(card, { maxLength: 30 }), (cases) => {
        const days = all(inputOf(cases))
        expect(all(inputOf(cases))).toEqual(days)
        const due = cases.filter(
          ({ due: day, away }) => day !== null && !away && day < TODAY + DAYS,
        )
        expect(days.reduce((sum, { set }) => sum + set, 0)).toBe(due.length)
        for (const { set, cards, minutes } of days) {
          expect(cards).toBeGreaterThanOrEqual(set)
          expect(minutes).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('cards of an exam with a plan', () => {
  const list: CaseCard[] = Array.from({ length: 40 }, (_, index) => ({
    domain: 0,
    seen: index < 20 ? { stability: 5, difficulty: 5, lastDay: TODAY - 5 } : null,
  }))

  function planned(exam: Partial<PlanExam>, after: number | null = 0.9) {
    const made = examOf(list, [1], { startDay: TODAY, examDay: TODAY + 20, ...exam })
    return inputOf([], {
      planned: {
        cards: cardsOf(list),
        groups: new Uint32Array(list.length).fill(1),
        exams: [{ exam: made, after }],
        list: [3, 25],
        minutes: Array.from({ length: DAYS }, (_, day) =>
          day === 0 ? 1440 : day % 7 === 6 ? 0 : 4,
        ),
      },
    })
  }

  test('today has the list of today, and nothing else is set', () => {
    const days = all(planned({}))
    expect(days.map(({ set }) => set).slice(0, 3)).toEqual([2, 0, 0])
    expect(days[0]?.cards).toBeCloseTo(2)
  })

  test('other days are within the minutes of the plan, and days off are free', () => {
    const days = all(planned({}))
    expect(days[6]?.cards).toBe(0)
    // A day ends with the card that uses its time up.
    for (const { minutes } of days.slice(1)) expect(minutes).toBeLessThan(4 + 2)
    expect(days[1]?.minutes).toBeGreaterThan(3)
  })

  test('the day of the exam is free; after it no new cards come, and the others are kept up', () => {
    const days = all(planned({ newPerDay: 0 }))
    expect(days[20]?.cards).toBe(0)
    expect(days.slice(21).some(({ cards }) => cards > 0)).toBe(true)
    const archived = all(planned({ newPerDay: 0 }, null))
    expect(archived.slice(20).every(({ cards }) => cards === 0)).toBe(true)
  })

  test('what is put off comes up on another day, what is suspended does not', () => {
    const input = planned({})
    const only = (away: number) => {
      const cards = input.planned?.cards
      cards?.away.fill(AWAY)
      if (cards) cards.away[0] = away
      return all({ ...input, planned: input.planned && { ...input.planned, list: [] } })
    }
    expect(only(AWAY).every(({ cards }) => cards === 0)).toBe(true)
    const days = only(AWAY_TODAY)
    expect(days[0]?.cards).toBe(0)
    expect(days[1]?.cards).toBeCloseTo(1)
  })
})
