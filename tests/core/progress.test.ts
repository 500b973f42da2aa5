import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { studyCardsOf } from '../../src/core/catalog.ts'
import type { CatalogNote } from '../../src/core/catalog.ts'
import { progressOf, whatNext } from '../../src/core/progress.ts'
import { retrievability } from '../../src/core/schedule.ts'
import type { CardState } from '../../src/core/schedule.ts'
import {
  NOON,
  TODAY,
  blueprint,
  catalogNote,
  inLearning,
  inReview,
  mark,
} from '../support/builders.ts'

const EXAM = blueprint('AZ-104', 40, 20)

function progress(
  notes: readonly CatalogNote[],
  states: readonly CardState[] = [],
  marks = [mark('none')],
) {
  const stateById = new Map(states.map((state) => [state.cardId, state]))
  const markById = new Map(marks.map((each) => [each.cardId, each]))
  return progressOf(EXAM, studyCardsOf(notes), stateById, TODAY, { marks: markById })
}

/** A state that was last reviewed as many days ago as its stability: recall is 90 %. */
const at90 = (cardId: string, changes: Partial<CardState> = {}) =>
  inReview(cardId, { stability: 10, lastReviewDay: TODAY - 10, ...changes })
/** A state that was reviewed today: recall is 100 %. */
const at100 = (cardId: string, changes: Partial<CardState> = {}) =>
  inReview(cardId, { lastReviewDay: TODAY, dueDay: TODAY + 9, ...changes })

describe('progress', () => {
  test('follows the outline, also where there are no cards', () => {
    const { domains, ...exam } = progress([])
    expect(exam).toEqual({
      cards: 0,
      seen: 0,
      due: 0,
      done: 0,
      planned: null,
      reviews: 0,
      recallOfSeen: null,
      recallOfAll: null,
    })
    expect(domains.map(({ domain }) => domain.id)).toEqual(['az104-d1', 'az104-d2'])
    const skills = domains.flatMap(({ groups }) => groups.flatMap((group) => group.skills))
    expect(skills.map(({ skill }) => skill.id)).toEqual([
      'az104-d1-a',
      'az104-d1-b',
      'az104-d2-a',
      'az104-d2-b',
    ])
  })

  test('says what the list of a planned exam has left, new cards too, and what was answered today', () => {
    const notes = ['a', 'b', 'c', 'd'].map((id) => catalogNote(id))
    const states = new Map(
      [at90('a#1'), at100('b#1'), at90('d#1')].map((state) => [state.cardId, state]),
    )
    const listed = new Set(['a#1', 'c#1', 'of-another-exam#1'])
    const exam = progressOf(EXAM, studyCardsOf(notes), states, TODAY, { listed })
    expect(exam).toMatchObject({ planned: 2, done: 1, seen: 3 })
    expect(progressOf(EXAM, studyCardsOf(notes), states, TODAY)).toMatchObject({
      planned: null,
      done: 1,
    })
  })

  test('counts cards seen and reviews, and gives mean recall over those seen and over all', () => {
    const notes = ['a', 'b', 'c', 'd'].map((id) => catalogNote(id))
    const exam = progress(notes, [at90('a#1', { reps: 4 }), at100('b#1', { reps: 2 })])
    expect(exam).toMatchObject({ cards: 4, seen: 2, reviews: 6 })
    expect(exam.recallOfSeen).toBeCloseTo(0.95, 7)
    expect(exam.recallOfAll).toBeCloseTo(0.475, 7)
  })

  test('knows no recall while nothing was seen, which is not a recall of 0', () => {
    expect(progress([catalogNote('a')])).toMatchObject({ recallOfSeen: null, recallOfAll: 0 })
  })

  test('counts as due what today asks: one card of a note, and none where one was reviewed', () => {
    const notes = [
      catalogNote('a', { keys: ['1', '2', '3'] }),
      catalogNote('b', { keys: ['1', '2'] }),
      catalogNote('c', { keys: ['1', '2'] }),
    ]
    const states = [
      ...['a#1', 'a#2', 'b#1', 'c#1'].map((id) => at90(id, { dueDay: TODAY })),
      at100('b#2'),
      inLearning('c#2', NOON),
    ]
    // Of a one; of b none, as b#2 was reviewed today; of c the one in learning.
    expect(progress(notes, states)).toMatchObject({ seen: 6, due: 2 })
  })

  test('counts a card in each of its skills, and once in what the first of them belongs to', () => {
    const shared = catalogNote('shared', {
      skills: ['az305-d1-a', 'az104-d1-a', 'az104-d1-b', 'az104-d2-a'],
    })
    const { domains, ...exam } = progress([shared], [at90('shared#1')])
    const [first, second] = domains
    expect(exam).toMatchObject({ cards: 1, seen: 1 })
    expect(first).toMatchObject({ cards: 1, seen: 1 })
    expect(second).toMatchObject({ cards: 0, seen: 0, groups: [{ cards: 0 }] })
    const skills = domains.flatMap(({ groups }) => groups.flatMap((group) => group.skills))
    expect(skills.map(({ cards }) => cards)).toEqual([1, 1, 1, 0])
  })

  test('counts as due what the list of the day asks, where another exam has a plan', () => {
    const notes = ['a', 'b'].map((id) => catalogNote(id, { skills: ['az104-d1-a'] }))
    const states = new Map(['a#1', 'b#1'].map((id) => [id, inReview(id, { dueDay: TODAY })]))
    const asked = new Set(['b#1'])
    expect(progressOf(EXAM, studyCardsOf(notes), states, TODAY, { asked }).due).toBe(1)
  })

  test('leaves out cards of other exams', () => {
    expect(progress([catalogNote('a', { skills: ['az305-d1-a'] })]).cards).toBe(0)
  })

  test('counts as due what is due today or earlier, and what is in learning', () => {
    const notes = ['a', 'b', 'c', 'd'].map((id) => catalogNote(id))
    const states = [
      at90('a#1', { dueDay: TODAY - 3 }),
      at90('b#1', { dueDay: TODAY }),
      at90('c#1', { dueDay: TODAY + 1 }),
      inLearning('d#1', NOON + 60_000, { dueDay: TODAY }),
    ]
    expect(progress(notes, states).due).toBe(3)
  })

  test('counts nothing as due that may not come up today', () => {
    const notes = ['a', 'b', 'c'].map((id) => catalogNote(id))
    const states = notes.map(({ id }) => at90(`${id}#1`))
    const marks = [mark('a#1', { suspended: true }), mark('b#1', { buriedUntil: TODAY + 1 })]
    expect(progress(notes, states, marks)).toMatchObject({ due: 1, seen: 3, cards: 3 })
  })

  test('has parts that add up where every card has one skill', () => {
    const skills = ['az104-d1-a', 'az104-d1-b', 'az104-d2-a', 'az104-d2-b']
    const one = fc.record({
      skill: fc.constantFrom(...skills),
      seen: fc.boolean(),
      days: fc.nat(50),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), (list) => {
        const notes = list.map(({ skill }, index) => catalogNote(`n${index}`, { skills: [skill] }))
        const states = list.flatMap(({ seen, days }, index) =>
          seen ? [inReview(`n${index}#1`, { lastReviewDay: TODAY - days })] : [],
        )
        const exam = progress(notes, states)
        const leaves = exam.domains.flatMap(({ groups }) => groups.flatMap((group) => group.skills))
        const sum = (of: (part: (typeof leaves)[number]) => number) =>
          leaves.reduce((total, part) => total + of(part), 0)
        expect(sum(({ cards }) => cards)).toBe(exam.cards)
        expect(sum(({ seen }) => seen)).toBe(exam.seen)
        expect(sum(({ due }) => due)).toBe(exam.due)
        const recall = states.reduce((total, state) => total + retrievability(state, TODAY), 0)
        expect(exam.recallOfSeen ?? 0).toBeCloseTo(
          states.length === 0 ? 0 : recall / states.length,
          9,
        )
        expect(sum((part) => (part.recallOfSeen ?? 0) * part.seen)).toBeCloseTo(recall, 9)
      }),
    )
  })
})

const ids = (skills: readonly { skill: { id: string } }[]) => skills.map(({ skill }) => skill.id)

describe('what to do next', () => {
  const notes = [
    catalogNote('a', { skills: ['az104-d1-a'] }),
    catalogNote('b', { skills: ['az104-d1-b'] }),
    catalogNote('c', { skills: ['az104-d2-a'] }),
    catalogNote('d', { skills: ['az104-d2-a'] }),
  ]

  test('begins with the skill of lowest recall, among those seen', () => {
    const seen = [at100('a#1'), at90('c#1')]
    expect(ids(whatNext(progress(notes, seen)).weakest)).toEqual(['az104-d2-a', 'az104-d1-a'])
    expect(whatNext(progress(notes)).weakest).toEqual([])
  })

  test('begins with the skill least covered, heavier domains first, and leaves out what is covered', () => {
    expect(ids(whatNext(progress(notes)).leastCovered)).toEqual([
      'az104-d1-a',
      'az104-d1-b',
      'az104-d2-a',
    ])
    const half = whatNext(progress(notes, [at100('c#1'), at100('a#1')]))
    expect(ids(half.leastCovered)).toEqual(['az104-d1-b', 'az104-d2-a'])
  })

  test('puts heavier domains first, wherever they stand in the outline', () => {
    const lighterFirst = blueprint('AZ-104', 20, 40)
    const outlined = progressOf(lighterFirst, studyCardsOf(notes), new Map(), TODAY)
    expect(ids(whatNext(outlined).leastCovered)[0]).toBe('az104-d2-a')
  })

  test('is no longer than asked for', () => {
    const next = whatNext(progress(notes, notes.map(({ id }) => at90(`${id}#1`)).slice(0, 3)), 1)
    expect(next.weakest).toHaveLength(1)
    expect(next.leastCovered).toHaveLength(1)
  })
})
