import { describe, expect, test } from 'vitest'
import { DayLoads } from '../../src/app/study/spread.ts'
import type { Ahead } from '../../src/app/study/spread.ts'
import { studyCardsOf } from '../../src/core/catalog.ts'
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts'
import { afterReview } from '../../src/core/study/study-day.ts'
import { blueprint, catalogNote, dayOf, inReview, TODAY } from '../support/builders.ts'

const SETTINGS = { ...DEFAULT_SETTINGS, exams: ['AZ-104', 'AZ-305'] }
const NOTES = [
  catalogNote('one', { skills: ['az104-d1-a'] }),
  catalogNote('other', { skills: ['az305-d1-a'] }),
  catalogNote('both', { skills: ['az104-d1-a', 'az305-d1-a'] }),
]
const [ONE, OTHER, BOTH] = studyCardsOf(NOTES)
const BLUEPRINTS = [blueprint('AZ-104', 100), blueprint('AZ-305', 100)]
const AHEAD: Ahead = {
  daysOff: null,
  loads: [
    { day: TODAY + 5, exams: 'AZ-104', cards: 3 },
    { day: TODAY + 5, exams: 'AZ-104+AZ-305', cards: 2 },
    { day: TODAY + 5, exams: 'AZ-305', cards: 4 },
    { day: TODAY + 6, exams: null, cards: 7 },
  ],
}

/** A day on which AZ-305 has so many days left; null without a date. */
function day(daysLeft: number | null) {
  const states = [inReview('one#1'), inReview('other#1', { dueDay: TODAY + 5 })]
  const plain = dayOf(NOTES, { states, blueprints: BLUEPRINTS })
  if (daysLeft === null) return plain
  const planned = {
    units: [],
    exams: new Set(['AZ-305']),
    resting: new Set<string>(),
    daysLeft: [{ exam: 'AZ-305', days: daysLeft }],
    minutes: 20,
  }
  return { ...plain, planned }
}

describe('how full the days ahead are', () => {
  test('counts all cards, and follows what the session answers', () => {
    const start = day(null)
    const loads = new DayLoads(AHEAD, start)
    const loadOf = (of: typeof start, ahead: number) =>
      ONE && loads.spreadOf(ONE, SETTINGS, of)?.loadOf(TODAY + ahead)
    expect([loadOf(start, 5), loadOf(start, 6), loadOf(start, 7)]).toEqual([9, 7, 0])
    const answered = afterReview(start, 'one#1', inReview('one#1', { dueDay: TODAY + 7 }))
    const again = afterReview(answered, 'other#1', inReview('other#1', { dueDay: TODAY + 7 }))
    expect([loadOf(again, 5), loadOf(again, 6), loadOf(again, 7)]).toEqual([8, 7, 2])
    const undone = afterReview(again, 'one#1', inReview('one#1'))
    expect(loadOf(undone, 7)).toBe(1)
  })

  test('leaves exams with a date out, and moves none of their cards', () => {
    for (const daysLeft of [0, 30]) {
      const start = day(daysLeft)
      const loads = new DayLoads(AHEAD, start)
      const spreadOf = (card: typeof ONE) => card && loads.spreadOf(card, SETTINGS, start)
      expect(spreadOf(ONE)?.loadOf(TODAY + 5)).toBe(3)
      expect([spreadOf(OTHER), spreadOf(BOTH)]).toEqual([null, null])
    }
  })

  test('goes by the schedule of the exam that leads, with the days off of the plan', () => {
    const schedules = { 'AZ-305': { balance: false }, 'AZ-104': { maximumIntervalDays: 30 } }
    const start = day(null)
    const daysOff = [false, false, false, false, false, false, true]
    const loads = new DayLoads({ ...AHEAD, daysOff }, start)
    const settings = { ...SETTINGS, schedules }
    const spreadOf = (card: typeof ONE) => card && loads.spreadOf(card, settings, start)
    expect(spreadOf(OTHER)).toBeNull()
    expect(spreadOf(BOTH)).toMatchObject({ maximumIntervalDays: 30 })
    expect(spreadOf(ONE)?.easyDays).toEqual([...Array<string>(6).fill('normal'), 'none'])
  })
})
