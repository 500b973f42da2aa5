import { describe, expect, test } from 'vitest'
import type { CatalogNote } from '../../../src/core/catalog.ts'
import { studyCardsOf } from '../../../src/core/catalog.ts'
import type { Finished } from '../../../src/core/mock/evidence.ts'
import { missesOf, RAISED_DAYS, raisedBy } from '../../../src/core/mock/misses.ts'
import type { Miss } from '../../../src/core/mock/misses.ts'
import type { CardState } from '../../../src/core/schedule.ts'
import { buildQueue } from '../../../src/core/study/queue.ts'
import { afterReview } from '../../../src/core/study/study-day.ts'
import type { StudyDay } from '../../../src/core/study/study-day.ts'
import { DAY_MS } from '../../../src/core/time.ts'
import { catalogNote, dayOf, doneToday, inReview, NOON, TODAY } from '../../support/builders.ts'
import { markOf, mockQuestion, mockRun } from '../../support/mock-run.ts'

function finished(points: readonly number[], at = NOON): Finished {
  const questions = points.map((_, index) => mockQuestion(`q${index}`, { confuse: [`c${index}`] }))
  const { steps } = mockRun(`run-${at}`, {
    at,
    questions,
    steps: [{ kind: 'submitted', how: 'learner', marks: points.map((each) => markOf(each, 2)) }],
  })
  const [begun, , submitted] = steps
  if (begun?.kind !== 'begun' || submitted?.kind !== 'submitted') throw new Error('not finished')
  return { begun, submitted }
}

function miss(noteId: string, changes: Partial<Miss> = {}): Miss {
  const at = NOON - 1000
  return { noteId, skill: 'az104-d1-a', confuse: [], exam: 'AZ-104', at, day: TODAY, ...changes }
}

function raised(
  misses: readonly Miss[],
  notes: readonly CatalogNote[],
  states: readonly CardState[] = [],
) {
  const known = new Map(states.map((state) => [state.cardId, state]))
  return [...raisedBy(misses, studyCardsOf(notes), known, TODAY).keys()]
}

describe('misses', () => {
  test('are questions that did not bring all their points', () => {
    expect(missesOf([finished([2, 1, 0])], TODAY, 4).map(({ noteId }) => noteId)).toEqual([
      'q1',
      'q2',
    ])
  })

  test('count for three study days, latest first', () => {
    const runs = [0, 1, 2, 3].map((days) => finished([0], NOON - days * DAY_MS))
    expect(missesOf(runs.toReversed(), TODAY, 4).map(({ day }) => TODAY - day)).toEqual([0, 1, 2])
    expect(RAISED_DAYS).toBe(3)
  })
})

describe('what a miss raises', () => {
  const notes = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => catalogNote(id))

  test('are at most four cards of its skill, new ones before those seen', () => {
    const seen = [inReview('a#1'), inReview('b#1', { dueDay: TODAY + 20 })]
    expect(raised([miss('q')], notes, seen)).toEqual(['c#1', 'd#1', 'e#1', 'f#1'])
    expect(raised([miss('q')], notes.slice(0, 3), seen)).toEqual(['c#1', 'a#1', 'b#1'])
  })

  test('begins with what the question is mixed up with, in either direction', () => {
    const other = { skills: ['az104-d2-a'] }
    const mixed = [
      ...notes,
      catalogNote('x', other),
      catalogNote('y', { ...other, confuse: ['q'] }),
    ]
    expect(raised([miss('q', { confuse: ['x'] })], mixed)).toEqual(['x#1', 'y#1', 'a#1', 'b#1'])
  })

  test('is one card a note, and nothing of other skills or kept for mock exams', () => {
    const list = [
      catalogNote('a', { type: 'cloze', keys: ['c1', 'c2'] }),
      catalogNote('b', { skills: ['az104-d2-a'] }),
      catalogNote('p', { pool: 'exam' }),
    ]
    expect(raised([miss('q')], list)).toEqual(['a#c1'])
  })

  test('is worked off: a card answered since keeps its place, and none follows it', () => {
    const before = { lastReviewDay: TODAY - 1, lastReviewAt: NOON }
    const since = doneToday('a#1', before)
    expect(raised([miss('q')], notes, [since])).toEqual(['b#1', 'c#1', 'd#1'])
    const all = ['a', 'b', 'c', 'd'].map((id) => doneToday(`${id}#1`, before))
    expect(raised([miss('q')], notes, all)).toEqual([])
    expect(raised([miss('q')], notes, [doneToday('a#1')])).toContain('a#1')
  })

  test('brings what a new card needs to be known first', () => {
    const list = [catalogNote('n', { skills: ['az104-d2-a'] }), catalogNote('a', { needs: ['n'] })]
    expect(raised([miss('q')], list).toSorted()).toEqual(['a#1', 'n#1'])
    expect(raised([miss('q')], list, [inReview('n#1')])).toEqual(['a#1'])
  })

  test('is no more than forty in all', () => {
    const skills = Array.from({ length: 20 }, (_, index) => `az104-d1-s${index}`)
    const many = skills.flatMap((skill) =>
      ['1', '2', '3', '4'].map((end) => catalogNote(`${skill}-${end}`, { skills: [skill] })),
    )
    expect(
      raised(
        skills.map((skill) => miss('q', { skill })),
        many,
      ),
    ).toHaveLength(40)
  })
})

function ids(day: StudyDay): string[] {
  return buildQueue(day, {}, NOON).entries.map(({ card }) => card.cardId)
}

describe('in the queue of the day', () => {
  const other = { skills: ['az104-d2-a'] }
  const notes = [
    catalogNote('due', other),
    catalogNote('new', other),
    catalogNote('later'),
    catalogNote('fresh'),
  ]
  const later = inReview('later#1', { dueDay: TODAY + 20 })
  const due = inReview('due#1', { dueDay: TODAY - 3 })
  const plain = dayOf(notes, { states: [due, later] })
  const day = {
    ...plain,
    raised: raisedBy([miss('q', { day: TODAY - 1 })], plain.cards, plain.states, TODAY),
  }

  test('raised cards come first, new ones before those seen, due or not', () => {
    expect(ids({ ...plain, raised: new Map() })).not.toContain('later#1')
    expect(ids(day)).toEqual(['fresh#1', 'later#1', 'due#1', 'new#1'])
    expect(buildQueue(day, {}, NOON).entries.slice(0, 2)).toMatchObject([
      { kind: 'new', reason: { kind: 'mock', exam: 'AZ-104', daysAgo: 1, retrievability: null } },
      { kind: 'review', reason: { kind: 'mock', exam: 'AZ-104', daysAgo: 1 } },
    ])
  })

  test('they keep to the limit of new cards, and take their places first', () => {
    const limited = { ...day, newPerDay: 1 }
    expect(ids(limited)).toEqual(['fresh#1', 'later#1', 'due#1'])
  })

  test('an answer takes them off, and the others keep their order', () => {
    const after = afterReview(day, 'later#1', doneToday('later#1', { lastReviewAt: NOON }))
    expect(ids({ ...after, raised: day.raised })).toEqual(['fresh#1', 'due#1', 'new#1'])
  })

  test('with a plan they come before it, and once', () => {
    const why = { exam: 'AZ-104', left: 0, after: 0.8, seconds: 20, isNew: true, isDated: true }
    const units = ['fresh#1', 'new#1'].map((cardId) => [{ ...why, cardId }])
    const exams = new Set(['AZ-104'])
    const planned = { units, exams, resting: new Set<string>(), daysLeft: [], minutes: 20 }
    const { entries } = buildQueue({ ...day, planned }, {}, NOON)
    expect(entries.map(({ card, reason }) => [card.cardId, reason.kind])).toEqual([
      ['fresh#1', 'mock'],
      ['later#1', 'mock'],
      ['new#1', 'plan'],
    ])
  })

  test('they are asked within a chosen part only', () => {
    const entries = buildQueue(day, { part: 'az104-d2' }, NOON).entries
    expect(entries.map(({ card }) => card.cardId)).toEqual(['due#1', 'new#1'])
  })
})
