import { describe, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS, startOfStudyDay, studyDayOf } from '../../src/core/time.ts'
import { stamp } from '../support/clock.ts'

function dayOf(localTime: string, rolloverHour = 4): number {
  const { at, utcOffsetMin } = stamp(localTime)
  return studyDayOf(at, { utcOffsetMin, rolloverHour })
}

describe('study days', () => {
  test('an evening and the next morning in Sydney are one day apart', () => {
    expect(dayOf('2026-06-11T07:00+10:00') - dayOf('2026-06-10T21:00+10:00')).toBe(1)
  })

  test('ten to midnight and ten past are the same day, before the day begins at 4:00', () => {
    expect(dayOf('2026-06-11T00:10+00:00') - dayOf('2026-06-10T23:50+00:00')).toBe(0)
    expect(dayOf('2026-06-11T00:10-06:00') - dayOf('2026-06-10T23:50-06:00')).toBe(0)
  })

  test('an evening in Chicago that crosses midnight UTC is one day', () => {
    expect(dayOf('2026-01-10T19:00-06:00') - dayOf('2026-01-10T17:00-06:00')).toBe(0)
  })

  test('the day begins at the rollover hour to the minute', () => {
    expect(dayOf('2026-06-11T04:00+02:00') - dayOf('2026-06-11T03:59+02:00')).toBe(1)
    expect(dayOf('2026-06-11T00:00+02:00', 0) - dayOf('2026-06-10T23:59+02:00', 0)).toBe(1)
    expect(dayOf('2026-06-11T11:59+02:00', 12) - dayOf('2026-06-10T12:00+02:00', 12)).toBe(0)
  })

  test('days follow the calendar of the learner: day 0 began on 1 January 1970', () => {
    expect(dayOf('1970-01-01T12:00+00:00')).toBe(0)
    expect(dayOf('2026-11-23T12:00+13:00')).toBe(20_780)
    expect(dayOf('2026-11-23T12:00-11:00')).toBe(20_780)
  })

  test.each([
    ['clocks go forward', '2026-03-28T22:00+01:00', '2026-03-29T07:00+02:00', 1],
    [
      'clocks go forward between two evenings',
      '2026-03-28T23:30+01:00',
      '2026-03-29T23:00+02:00',
      1,
    ],
    ['clocks go forward while learning', '2026-03-29T01:30+01:00', '2026-03-29T03:30+02:00', 0],
    ['clocks go back', '2026-10-24T22:00+02:00', '2026-10-25T07:00+01:00', 1],
    ['clocks go back while learning', '2026-10-25T02:30+02:00', '2026-10-25T02:30+01:00', 0],
    ['clocks go back, 25 hours later', '2026-10-24T22:00+02:00', '2026-10-25T22:00+01:00', 1],
    [
      'clocks go back just before the day begins',
      '2026-10-25T03:59+01:00',
      '2026-10-25T04:00+01:00',
      1,
    ],
  ])('%s: %s to %s is %i', (_, before, after, days) => {
    expect(dayOf(after) - dayOf(before)).toBe(days)
  })

  test.each([
    ['west over the Atlantic: one long day', '2026-06-10T09:00+02:00', '2026-06-10T20:00-05:00', 0],
    [
      'east over the Atlantic: the night on board is a night',
      '2026-06-10T18:00-05:00',
      '2026-06-11T09:00+02:00',
      1,
    ],
    [
      'west over the date line: the calendar goes back',
      '2026-06-11T08:00+12:00',
      '2026-06-10T20:00-10:00',
      -1,
    ],
    [
      'east over the date line: the calendar skips a day',
      '2026-06-10T20:00-10:00',
      '2026-06-12T08:00+12:00',
      2,
    ],
  ])('travel %s: %s to %s is %i', (_, before, after, days) => {
    expect(dayOf(after) - dayOf(before)).toBe(days)
  })
})

describe('the start of a study day', () => {
  test.each([-720, -360, 0, 330, 840])(
    'belongs to the day at offset %i, its eve does not',
    (utcOffsetMin) => {
      const clock = { utcOffsetMin, rolloverHour: 4 }
      const start = startOfStudyDay(20_000, clock)
      expect(studyDayOf(start, clock)).toBe(20_000)
      expect(studyDayOf(start - 1, clock)).toBe(19_999)
      expect(studyDayOf(start + DAY_MS - 1, clock)).toBe(20_000)
    },
  )

  test('is 4:00 local time', () => {
    const clock = { utcOffsetMin: 120, rolloverHour: 4 }
    expect(startOfStudyDay(0, clock)).toBe(2 * HOUR_MS)
  })
})
