import { describe, expect, test } from 'vitest'
import { studyCardsOf } from '../../../src/core/catalog.ts'
import type { CatalogNote } from '../../../src/core/catalog.ts'
import { fillDay } from '../../../src/core/plan/fill.ts'
import type { DayRules } from '../../../src/core/plan/fill.ts'
import type { Tier } from '../../../src/core/plan/rank.ts'
import { catalogNote, scenario } from '../../support/builders.ts'

interface Options extends Partial<DayRules> {
  readonly seen?: readonly string[]
  readonly tiers?: readonly Tier[]
}

/** The ids of the cards that a day of these notes takes, ranked in the order written. */
function dayOf(notes: readonly CatalogNote[], options: Options = {}): string[][] {
  const { seen = [], tiers = [], ...rules } = options
  const cards = studyCardsOf(notes)
  const units = fillDay(
    cards.map((_, card) => ({ card, score: 1 / (card + 1), tier: tiers[card] ?? 1 })),
    {
      cards,
      exams: [
        {
          examDay: 30,
          startDay: 0,
          retention: 0.9,
          shares: [1],
          domainOf: new Int16Array(cards.length),
          unseenRecall: [0],
          newPerDay: Number.POSITIVE_INFINITY,
        },
      ],
      isSeen: (card) => seen.includes(cards[card]?.cardId ?? ''),
      isAway: () => false,
      busy: new Set(),
      introducedNotes: [],
      introduced: [0],
      why: () => ({ exam: 0, left: 0, after: 1, seconds: 60 }),
      budget: 600,
      ...rules,
    },
  )
  return units.map((unit) => unit.map(({ card }) => cards[card]?.cardId ?? ''))
}

test('takes the best cards until their time uses up the budget', () => {
  const notes = ['a', 'b', 'c', 'd'].map((id) => catalogNote(id))
  expect(dayOf(notes, { budget: 121 })).toEqual([['a#1'], ['b#1'], ['c#1']])
  expect(dayOf(notes, { budget: 120 })).toEqual([['a#1'], ['b#1']])
  expect(dayOf(notes, { budget: 0 })).toEqual([])
})

test('stops where only reviews are left that can wait', () => {
  const notes = ['a', 'b', 'c'].map((id) => catalogNote(id))
  expect(dayOf(notes, { tiers: [1, 2, 3] })).toEqual([['a#1'], ['b#1']])
})

describe('rules that keep cards apart or together', () => {
  test('of a note one card a day, and none if it had its card', () => {
    const notes = [catalogNote('a', { keys: ['1', '2'] }), catalogNote('b')]
    expect(dayOf(notes, { seen: ['a#1'] })).toEqual([['a#1'], ['b#1']])
    expect(dayOf(notes, { busy: new Set(['a']) })).toEqual([['b#1']])
  })

  test('of two notes that are easily mixed up one is introduced a day', () => {
    const notes = [catalogNote('a', { confuse: ['b'] }), catalogNote('b'), catalogNote('c')]
    expect(dayOf(notes)).toEqual([['a#1'], ['c#1']])
    expect(dayOf(notes, { introducedNotes: ['b'], busy: new Set(['b']) })).toEqual([['c#1']])
    // Reviews of both may meet.
    expect(dayOf(notes, { seen: ['a#1', 'b#1'] })).toEqual([['a#1'], ['b#1'], ['c#1']])
  })

  test('what a note needs comes before it', () => {
    const notes = [catalogNote('a', { needs: ['c'] }), catalogNote('b'), catalogNote('c')]
    expect(dayOf(notes)).toEqual([['c#1'], ['a#1'], ['b#1']])
    expect(dayOf(notes, { seen: ['c#1'] })).toEqual([['a#1'], ['b#1'], ['c#1']])
    expect(dayOf(notes, { budget: 60 })).toEqual([['c#1']])
  })

  test('notes that need each other are introduced all the same', () => {
    const notes = [catalogNote('a', { needs: ['b'] }), catalogNote('b', { needs: ['a'] })]
    expect(
      dayOf(notes)
        .flat()
        .toSorted((x, y) => (x < y ? -1 : 1)),
    ).toEqual(['a#1', 'b#1'])
  })

  test('a scenario is introduced whole, and reviewed card by card', () => {
    const notes = [scenario('s', 3), catalogNote('b')]
    expect(dayOf(notes)).toEqual([['s#q1', 's#q2', 's#q3'], ['b#1']])
    expect(dayOf(notes, { seen: ['s#q1', 's#q2', 's#q3'] })).toEqual([['s#q1'], ['b#1']])
  })

  test('a limit of new cards counts what was introduced today', () => {
    const notes = ['a', 'b', 'c'].map((id) => catalogNote(id))
    const exam = {
      examDay: 30,
      startDay: 0,
      retention: 0.9,
      shares: [1],
      domainOf: new Int16Array(3),
      unseenRecall: [0],
      newPerDay: 2,
    }
    expect(dayOf(notes, { exams: [exam] })).toEqual([['a#1'], ['b#1']])
    expect(dayOf(notes, { exams: [exam], introduced: [1] })).toEqual([['a#1']])
    expect(dayOf(notes, { exams: [exam], introduced: [2], seen: ['c#1'] })).toEqual([['c#1']])
  })
})
