import { describe, expect, test } from 'vitest'
import type { CatalogNote } from '../../../src/core/catalog.ts'
import type { PlannedCard, PlannedDay } from '../../../src/core/study/planned.ts'
import { buildQueue } from '../../../src/core/study/queue.ts'
import type { Scope } from '../../../src/core/study/queue.ts'
import { afterReview } from '../../../src/core/study/study-day.ts'
import type { StudyDay } from '../../../src/core/study/study-day.ts'
import { minutesOf } from '../../../src/core/study/workload.ts'
import {
  blueprint,
  catalogNote,
  dayOf,
  doneToday,
  inLearning,
  inReview,
  mark,
  NOON,
  scenario,
  TODAY,
} from '../../support/builders.ts'

const PRINTS = [blueprint('AZ-104', 50, 50), blueprint('AZ-305', 60, 40)]

function card(cardId: string, changes: Partial<PlannedCard> = {}): PlannedCard {
  const why = { exam: 'AZ-104', left: 0.6, after: 0.9, seconds: 15, isDated: true }
  return { cardId, ...why, isNew: false, ...changes }
}

function planOf(units: readonly (readonly PlannedCard[])[]): PlannedDay {
  return {
    units,
    exams: new Set(['AZ-104']),
    resting: new Set(),
    daysLeft: [{ exam: 'AZ-104', days: 30 }],
    minutes: 20,
  }
}

function plannedDay(
  notes: readonly CatalogNote[],
  units: readonly (readonly PlannedCard[])[],
  options: Parameters<typeof dayOf>[1] = {},
): StudyDay {
  return { ...dayOf(notes, { blueprints: PRINTS, ...options }), planned: planOf(units) }
}

function idsOf(day: StudyDay, scope: Scope = {}): string[] {
  return buildQueue(day, scope, NOON).entries.map(({ card: { cardId } }) => cardId)
}

const NOTES = ['a', 'b', 'c', 'd'].map((id) => catalogNote(id))

test('the queue is the plan, in its order: neither what is due nor what is new otherwise', () => {
  const states = [
    inReview('a#1'),
    inReview('b#1', { dueDay: TODAY + 5 }),
    inReview('d#1', { dueDay: TODAY - 3 }),
  ]
  const day = plannedDay(NOTES, [[card('b#1')], [card('c#1', { isNew: true })], [card('a#1')]], {
    states,
  })
  expect(idsOf(day)).toEqual(['b#1', 'c#1', 'a#1'])
  expect(buildQueue(day, {}, NOON).counts).toEqual({ learning: 0, review: 2, new: 1 })
})

test('an entry says what studying it now is worth', () => {
  const day = plannedDay(NOTES, [[card('b#1')]], { states: [inReview('b#1')] })
  const [entry] = buildQueue(day, {}, NOON).entries
  expect(entry?.reason).toMatchObject({ kind: 'plan', left: 0.6, after: 0.9, seconds: 15 })
})

test('minutes are those of the plan', () => {
  const day = plannedDay(NOTES, [[card('a#1', { seconds: 90 })]], { states: [inReview('a#1')] })
  expect(minutesOf(buildQueue(day, {}, NOON).entries)).toBe(1.5)
})

test('what is left keeps its order while the learner works through it', () => {
  const states = ['a#1', 'b#1', 'c#1'].map((id) => inReview(id))
  const day = plannedDay(NOTES, [[card('c#1')], [card('a#1')], [card('b#1')]], { states })
  const after = afterReview(day, 'c#1', doneToday('c#1'))
  expect(idsOf(after)).toEqual(['a#1', 'b#1'])
  const undone = afterReview(after, 'c#1', inReview('c#1'))
  expect(idsOf(undone)).toEqual(['c#1', 'a#1', 'b#1'])
})

test('a card on a step stays in the session until its first success', () => {
  const day = plannedDay(NOTES, [[card('a#1', { isNew: true })], [card('b#1', { isNew: true })]])
  const after = afterReview(day, 'a#1', inLearning('a#1', NOON + 600_000))
  expect(idsOf(after)).toEqual(['b#1', 'a#1'])
})

test('suspended and buried cards, and siblings of a card answered today, are left out', () => {
  const notes = [catalogNote('a', { keys: ['1', '2'] }), catalogNote('b'), catalogNote('c')]
  const day = plannedDay(notes, [[card('a#1')], [card('b#1')], [card('c#1')]], {
    states: [inReview('a#1'), doneToday('a#2'), inReview('b#1'), inReview('c#1')],
    marks: [mark('b#1', { suspended: true })],
  })
  expect(idsOf(day)).toEqual(['c#1'])
})

test('the questions of a scenario stay together, also where the session goes on', () => {
  const unit = ['q1', 'q2', 'q3'].map((key) => card(`s#${key}`, { isNew: true }))
  const day = plannedDay([...NOTES, scenario('s', 3)], [[card('a#1', { isNew: true })], unit])
  expect(idsOf(day)).toEqual(['a#1', 's#q1', 's#q2', 's#q3'])
  const begun = afterReview(day, 's#q1', doneToday('s#q1', { introducedDay: TODAY }))
  expect(idsOf(begun)).toEqual(['s#q2', 's#q3', 'a#1'])
})

describe('a day set by hand since the day was planned', () => {
  const moved = new Set(['a#1', 'b#1'])

  test('brings a card up though the plan has it not', () => {
    const states = [inReview('a#1', { dueDay: TODAY }), inReview('c#1')]
    const day = plannedDay(NOTES, [[card('c#1')]], { states })
    expect(idsOf(day)).toEqual(['c#1'])
    expect(idsOf({ ...day, moved }).toSorted()).toEqual(['a#1', 'c#1'])
  })

  test('keeps a card away though the plan has it', () => {
    const states = [inReview('b#1', { dueDay: TODAY + 9 }), inReview('c#1', { dueDay: TODAY + 9 })]
    const day = plannedDay(NOTES, [[card('b#1')], [card('c#1')]], { states })
    expect(idsOf({ ...day, moved })).toEqual(['c#1'])
  })

  test('asks a card once that the plan has too', () => {
    const states = [inReview('a#1', { dueDay: TODAY })]
    const day = plannedDay(NOTES, [[card('a#1')]], { states })
    expect(idsOf({ ...day, moved })).toEqual(['a#1'])
  })
})

describe('exams without a plan', () => {
  const notes = [...NOTES, catalogNote('z', { skills: ['az305-d1-a'] })]

  test('go on by plain FSRS beside it', () => {
    const day = plannedDay(notes, [[card('a#1', { isNew: true })]])
    expect(idsOf(day).toSorted()).toEqual(['a#1', 'z#1'])
  })

  test('a session for one exam has the plan of that exam', () => {
    const day = plannedDay(notes, [[card('a#1', { isNew: true })]])
    expect(idsOf(day, { exam: 'AZ-104' })).toEqual(['a#1'])
    expect(idsOf(day, { exam: 'AZ-305' })).toEqual(['z#1'])
  })
})

test('cards of an exam that rests are asked only where another exam wants them', () => {
  const notes = [
    catalogNote('a'),
    catalogNote('both', { skills: ['az104-d1-a', 'az305-d1-a'] }),
    catalogNote('z', { skills: ['az305-d1-a'] }),
  ]
  const base = dayOf(notes, {
    blueprints: PRINTS,
    states: notes.map(({ id }) => inReview(`${id}#1`)),
  })
  const planned = { ...planOf([]), exams: new Set<string>(), resting: new Set(['AZ-104']) }
  expect(idsOf({ ...base, planned }).toSorted()).toEqual(['both#1', 'z#1'])
})

test('who chooses a part or cards gets what is due and new there', () => {
  const day = plannedDay(NOTES, [[card('a#1')]], { states: [inReview('a#1'), inReview('b#1')] })
  expect(idsOf(day, { part: 'az104-d1' }).toSorted()).toEqual(['a#1', 'b#1', 'c#1', 'd#1'])
  expect(idsOf(day, { cards: new Set(['b#1']) })).toEqual(['b#1'])
})

test('what was forgotten in cramming is asked though the plan lacks it', () => {
  const states = [inReview('a#1', { dueDay: TODAY + 9 }), inReview('b#1', { dueDay: TODAY + 9 })]
  const day = { ...plannedDay(NOTES, [[card('b#1')]], { states }), forgotten: new Set(['a#1']) }
  expect(idsOf(day).toSorted()).toEqual(['a#1', 'b#1'])
})
