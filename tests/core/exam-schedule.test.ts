import { describe, expect, test } from 'vitest'
import {
  isExamSchedule,
  leaderOf,
  retentionOf,
  scheduleFor,
  schedulesOf,
  USUAL_SCHEDULE,
} from '../../src/core/exam-schedule.ts'
import {
  DEFAULT_SCHEDULER,
  schedulerFor,
  schedulerKey,
  schedulerSettingsOf,
} from '../../src/core/scheduler.ts'
import { DEFAULT_SETTINGS, settingsOf } from '../../src/core/settings.ts'
import type { Settings } from '../../src/core/settings.ts'

const row = (exam: string, value: unknown) => ({ key: `schedule/${exam}`, value })
const settings = (change: Partial<Settings>): Settings => ({ ...DEFAULT_SETTINGS, ...change })

describe('rows of schedules', () => {
  test('are read part by part: what does not fit is as usual', () => {
    const value = {
      desiredRetention: 0.5,
      learningStepsMin: [1, 10],
      relearningStepsMin: [1440],
      maximumIntervalDays: 6,
      balance: 'yes',
      easyDays: ['none'],
      leechLapses: 4,
      leechChance: 0,
      later: true,
    }
    expect(schedulesOf([row('AZ-104', value), row('AZ-305', null), row('OWN', [])])).toEqual({
      'AZ-104': { learningStepsMin: [1, 10], leechLapses: 4 },
    })
  })

  test('what is saved has to fit as a whole', () => {
    expect(isExamSchedule({})).toBe(true)
    expect(isExamSchedule({ balance: false, leechChance: 1 })).toBe(true)
    expect(isExamSchedule({ maximumIntervalDays: 6.5 })).toBe(false)
    expect(isExamSchedule({ other: 1 })).toBe(false)
    expect(isExamSchedule([])).toBe(false)
    expect(isExamSchedule(null)).toBe(false)
  })

  test('stand beside the settings', () => {
    const read = settingsOf([row('AZ-104', { balance: false }), { key: 'newPerDay', value: 3 }])
    expect(read).toMatchObject({ newPerDay: 3, schedules: { 'AZ-104': { balance: false } } })
    expect(settingsOf([])).toEqual(DEFAULT_SETTINGS)
  })
})

describe('the scheduler', () => {
  // As a release without schedules has it: with this key no states are computed anew.
  const KEY =
    '[1,0.9,4,36500,[10],[10],[0.212,1.2931,2.3065,8.2956,6.4133,0.8334,3.0194,0.001,1.8722,0.1666,0.796,1.4835,0.0614,0.2629,1.6483,0.6014,1.8729,0.5425,0.0912,0.0658,0.1542]]'

  test('is the same as ever without a schedule, and with one that changes no state', () => {
    expect(schedulerSettingsOf(DEFAULT_SETTINGS)).toEqual(DEFAULT_SCHEDULER)
    expect(schedulerKey(schedulerSettingsOf(DEFAULT_SETTINGS))).toBe(KEY)
    const schedules = {
      'AZ-104': { ...USUAL_SCHEDULE, balance: false, leechLapses: 5, desiredRetention: 0.9 },
      'AZ-305': {},
    }
    const others = settings({ exams: ['AZ-104', 'AZ-305'], schedules })
    expect(schedulerKey(schedulerSettingsOf(others))).toBe(KEY)
  })

  test('goes by the first exam in the order of the learner', () => {
    const schedules = { 'AZ-104': { maximumIntervalDays: 30 }, OWN: { maximumIntervalDays: 60 } }
    const longest = (exams: string[], of: string[]) =>
      schedulerFor(schedulerSettingsOf(settings({ exams, schedules })), of).maximumIntervalDays
    expect(longest(['AZ-104', 'AZ-305'], ['AZ-104', 'AZ-305'])).toBe(30)
    expect(longest(['AZ-305', 'AZ-104'], ['AZ-104', 'AZ-305'])).toBe(36_500)
    expect(longest(['AZ-305'], ['AZ-305'])).toBe(36_500)
    // One that is no longer chosen, and the own decks, come after those chosen.
    expect(longest(['AZ-305'], ['AZ-104'])).toBe(30)
    expect(longest([], ['OWN', 'AZ-104'])).toBe(30)
    expect(longest([], ['OWN'])).toBe(60)
    expect(longest([], [])).toBe(36_500)
  })

  test('and so do the other parts of a schedule', () => {
    const all = settings({
      exams: ['AZ-305', 'AZ-104'],
      schedules: { 'AZ-104': { leechLapses: 8 }, 'AZ-305': { balance: false } },
    })
    expect(scheduleFor(all, ['AZ-104', 'AZ-305'])).toEqual({ ...USUAL_SCHEDULE, balance: false })
    expect(scheduleFor(all, ['AZ-104'])).toEqual({ ...USUAL_SCHEDULE, leechLapses: 8 })
    expect(scheduleFor(all, [])).toEqual(USUAL_SCHEDULE)
    expect(leaderOf(all, ['AZ-104', 'AZ-305'])).toBe('AZ-305')
    expect([retentionOf(all, 'AZ-305'), retentionOf(all, null)]).toEqual([0.9, 0.9])
  })

  test('has another key where the order of exams decides', () => {
    const schedules = { 'AZ-104': { maximumIntervalDays: 30 } }
    const key = (...exams: string[]) =>
      schedulerKey(schedulerSettingsOf(settings({ exams, schedules })))
    expect(key('AZ-104', 'AZ-305')).toBe(key('AZ-104'))
    expect(key('AZ-305', 'AZ-104')).not.toBe(key('AZ-104'))
    expect(key('AZ-104')).not.toBe(KEY)
  })
})
