import { describe, expect, test } from 'vitest'
import { studyCardsOf } from '../../../src/core/catalog.ts'
import { evidenceOf, isLongOverdue, sumOf } from '../../../src/core/readiness/evidence.ts'
import { retrievability } from '../../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER, DEFAULT_WEIGHTS } from '../../../src/core/scheduler.ts'
import { blueprint, catalogNote, inReview, TODAY } from '../../support/builders.ts'

const EXAM = blueprint('AZ-104', 20, 40)
const notes = [
  catalogNote('a'),
  catalogNote('b'),
  catalogNote('c', { skills: ['az104-d2-a'] }),
  catalogNote('both', { skills: ['az104-d1-b', 'az104-d2-b'] }),
  catalogNote('other', { skills: ['az305-d1-a'] }),
]
const cards = studyCardsOf(notes)
const states = new Map(
  ['a#1', 'both#1'].map((id) => [id, inReview(id, { stability: 50, dueDay: TODAY + 40 })]),
)
const input = {
  blueprint: EXAM,
  cards,
  states,
  day: TODAY,
  memory: DEFAULT_SCHEDULER,
  mocks: new Map<string, { asked: number; right: number }>(),
}

describe('the evidence of a domain', () => {
  test('is the recall of all its cards, those never seen counting nothing', () => {
    const [first, second] = evidenceOf(input)
    const recall = retrievability(inReview('a#1', { stability: 50 }), TODAY)
    expect(first).toMatchObject({ id: 'az104-d1', cards: 3, seen: 2, reviews: 6 })
    expect(first?.recall).toBeCloseTo((2 * recall) / 3)
    expect(first?.recallOfSeen).toBeCloseTo(recall)
    expect(second).toMatchObject({ id: 'az104-d2', cards: 1, seen: 0, reviews: 0 })
    expect(first?.weight).toBeCloseTo(1 / 3)
    expect(second?.weight).toBeCloseTo(2 / 3)
  })

  test('counts what was known before where the learner has said so', () => {
    const [first] = evidenceOf({ ...input, knownBefore: (id) => (id === 'az104-d1' ? 0.4 : 0) })
    expect((first?.recall ?? 0) - (evidenceOf(input)[0]?.recall ?? 0)).toBeCloseTo(0.4 / 3)
  })

  test('falls until the day of the exam, as fast as the learner forgets', () => {
    const recallOn = (day: number, weights = DEFAULT_WEIGHTS) =>
      evidenceOf({ ...input, day, memory: { weights } })[0]?.recall ?? 0
    expect(recallOn(TODAY + 60)).toBeLessThan(recallOn(TODAY))
    const steep = [...DEFAULT_WEIGHTS.slice(0, 20), 0.5]
    expect(recallOn(TODAY + 200, steep)).toBeLessThan(recallOn(TODAY + 200))
  })

  test('has the first answers of mock exams', () => {
    const mocks = new Map([['az104-d2', { asked: 12, right: 9 }]])
    const evidence = evidenceOf({ ...input, mocks })
    expect(evidence.map(({ mock }) => mock)).toEqual([
      { asked: 0, right: 0 },
      { asked: 12, right: 9 },
    ])
    // A card that serves two domains is one card.
    expect(sumOf(evidence, true, input)).toEqual({
      cards: 4,
      seen: 2,
      reviews: 6,
      mockAnswers: 12,
      isFitted: true,
    })
  })

  test('tells the share that will be long overdue', () => {
    expect(evidenceOf({ ...input, day: TODAY + 60 })[0]?.overdue).toBe(0)
    expect(evidenceOf({ ...input, day: TODAY + 101 })[0]?.overdue).toBe(1)
  })
})

test('a card is long overdue after twice its stability, or 60 days after it was due', () => {
  const fleeting = inReview('a#1', { stability: 5, lastReviewDay: 100, dueDay: 105 })
  expect([110, 111].map((day) => isLongOverdue(fleeting, day))).toEqual([false, true])
  const stable = inReview('a#1', { stability: 300, lastReviewDay: 100, dueDay: 400 })
  expect([460, 461].map((day) => isLongOverdue(stable, day))).toEqual([false, true])
})
