import { expect, test } from 'vitest'
import { leftBeyond } from '../../../src/core/study/planned.ts'
import type { PlannedDay } from '../../../src/core/study/planned.ts'
import { withBeyond, withinMinutes } from '../../../src/core/study/planned-time.ts'
import { buildQueue } from '../../../src/core/study/queue.ts'
import type { StudyDay } from '../../../src/core/study/study-day.ts'
import { blueprint, catalogNote, dayOf, doneToday, NOON, TODAY } from '../../support/builders.ts'

const NOTES = ['a', 'b', 'c', 'd'].map((id) => catalogNote(id))
const PRINTS = [blueprint('AZ-104', 50, 50)]

/** Two minutes for four new cards of 30 s. */
function day(options: Parameters<typeof dayOf>[1] = {}): StudyDay {
  const why = { exam: 'AZ-104', left: 0, after: 0.9, seconds: 30, isDated: true, isNew: true }
  const planned: PlannedDay = {
    units: NOTES.map(({ id }) => [{ cardId: `${id}#1`, ...why }]),
    exams: new Set(['AZ-104']),
    resting: new Set(),
    daysLeft: [],
    minutes: 2,
  }
  return { ...dayOf(NOTES, { blueprints: PRINTS, ...options }), planned }
}

const idsOf = (of: StudyDay) =>
  buildQueue(of, {}, NOON).entries.map(({ card: { cardId } }) => cardId)

test('the list is whole while its minutes hold it', () => {
  expect(idsOf(withinMinutes(day(), 0))).toEqual(['a#1', 'b#1', 'c#1', 'd#1'])
  const asPlanned = day({ states: [doneToday('a#1')] })
  expect(idsOf(withinMinutes(asPlanned, 30))).toEqual(['b#1', 'c#1', 'd#1'])
})

test('who takes longer is not asked for more than the minutes of the day', () => {
  const slow = withinMinutes(day({ states: [doneToday('a#1')] }), 80)
  expect(idsOf(slow)).toEqual(['b#1', 'c#1'])
  expect(leftBeyond(slow)).toBe(1)
  const over = withinMinutes(day({ states: [doneToday('a#1')] }), 120)
  expect(idsOf(over)).toEqual([])
  expect(leftBeyond(over)).toBe(3)
})

test('and can go on all the same', () => {
  const over = withBeyond(withinMinutes(day({ states: [doneToday('a#1')] }), 500))
  expect(idsOf(over)).toEqual(['b#1', 'c#1', 'd#1'])
  expect(leftBeyond(over)).toBe(0)
})

test('what a mock exam raises takes its time of the same minutes', () => {
  const raised = new Map([['d#1', { exam: 'AZ-104', day: TODAY - 1 }]])
  const ids = idsOf(withinMinutes({ ...day(), raised }, 0))
  expect(ids[0]).toBe('d#1')
  expect(ids).toHaveLength(4)
  expect(idsOf(withinMinutes({ ...day(), raised }, 40))).toEqual(['d#1', 'a#1', 'b#1'])
})
