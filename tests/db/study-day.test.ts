import { describe, expect, test } from 'vitest'
import type { Mark } from '../../src/core/mark.ts'
import type { CardState } from '../../src/core/schedule.ts'
import { notesByIds } from '../../src/db/notes.ts'
import { dueStates, seenCardIds, statesOf, statesReviewedOn } from '../../src/db/states.ts'
import { loadStudySnapshot } from '../../src/db/study-day.ts'
import { bundle, note } from '../support/bundles.ts'
import { testDb } from '../support/test-db.ts'
import { install } from '../support/install.ts'

const TODAY = 20_780

function state(cardId: string, changes: Partial<CardState> = {}): CardState {
  return {
    cardId,
    phase: 'review',
    step: 0,
    stability: 10,
    difficulty: 5,
    dueDay: TODAY + 5,
    dueAt: null,
    lastReviewAt: 0,
    lastReviewDay: TODAY - 5,
    introducedDay: TODAY - 9,
    reps: 2,
    lapses: 0,
    ...changes,
  }
}

const overdue = state('overdue#1', { dueDay: TODAY - 1 })
const dueToday = state('due#1', { dueDay: TODAY })
const dueTomorrow = state('tomorrow#1', { dueDay: TODAY + 1 })
const doneToday = state('done#1', { lastReviewDay: TODAY })
const learning = state('learning#1', {
  phase: 'learning',
  dueDay: TODAY,
  dueAt: 5,
  lastReviewDay: TODAY,
})
const farEast = state('east#1', { lastReviewDay: TODAY + 1, introducedDay: TODAY })
const ALL = [overdue, dueToday, dueTomorrow, doneToday, learning, farEast]

function idsOf(states: Iterable<CardState>): string[] {
  return [...states].map(({ cardId }) => cardId).toSorted()
}

describe('loadStudySnapshot', () => {
  test('has what is due, in learning or reviewed today, each once, and knows all that was seen', async () => {
    const db = testDb()
    await db.cardStates.bulkAdd(ALL)
    const { states, seen } = await loadStudySnapshot(db, [], TODAY)
    expect(idsOf(states.values())).toEqual(['done#1', 'due#1', 'east#1', 'learning#1', 'overdue#1'])
    expect(states.get('learning#1')).toEqual(learning)
    expect([...seen].toSorted()).toEqual(idsOf(ALL))
  })

  test('has the exams asked for, in that order, without those that are not installed', async () => {
    const db = testDb()
    for (const exam of ['AZ-104', 'AZ-305', 'AZ-900']) {
      await install(db, bundle('1', [note(`st-${exam.toLowerCase()}`)], { exam }))
    }
    const { exams } = await loadStudySnapshot(db, ['AZ-305', 'AZ-500', 'AZ-104'], TODAY)
    expect(exams.map(({ exam }) => exam)).toEqual(['AZ-305', 'AZ-104'])
    expect(exams[0]?.catalog.map(({ id }) => id)).toEqual(['st-az-305'])
  })

  test('has the marks by card', async () => {
    const db = testDb()
    const mark: Mark = {
      cardId: 'due#1',
      suspended: true,
      flag: 0,
      buriedUntil: null,
      updatedAt: 1,
      device: 'laptop',
    }
    await db.marks.add(mark)
    const { marks } = await loadStudySnapshot(db, [], TODAY)
    expect([...marks]).toEqual([['due#1', mark]])
  })

  test('an empty database has an empty day', async () => {
    expect(await loadStudySnapshot(testDb(), ['AZ-104'], TODAY)).toEqual({
      exams: [],
      states: new Map(),
      seen: new Set(),
      marks: new Map(),
      plans: [],
      forgotten: new Set(),
      moved: new Set(),
      mockedAt: null,
    })
  })
})

describe('states', () => {
  test('due are those of today and before', async () => {
    const db = testDb()
    await db.cardStates.bulkAdd(ALL)
    expect(idsOf(await dueStates(db, TODAY))).toEqual(['due#1', 'learning#1', 'overdue#1'])
  })

  test('reviewed on a day are those whose last review was on it', async () => {
    const db = testDb()
    await db.cardStates.bulkAdd(ALL)
    expect(idsOf(await statesReviewedOn(db, TODAY))).toEqual(['done#1', 'learning#1'])
  })

  test('of cards that are asked for only those seen have a state', async () => {
    const db = testDb()
    await db.cardStates.bulkAdd(ALL)
    expect(await statesOf(db, ['due#1', 'new#1'])).toEqual(new Map([['due#1', dueToday]]))
    expect((await seenCardIds(db)).has('new#1')).toBe(false)
    expect((await seenCardIds(db)).size).toBe(ALL.length)
  })
})

test('notes are found by id, retired ones as well', async () => {
  const db = testDb()
  await install(db, bundle('1', [note('st-a'), note('st-b')]))
  await install(db, bundle('2', [note('st-b')]))
  const notes = await notesByIds(db, ['st-a', 'st-b', 'st-unknown'])
  expect([...notes].map(([id, { retired }]) => [id, retired])).toEqual([
    ['st-a', true],
    ['st-b', false],
  ])
})
