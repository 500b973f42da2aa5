import { describe, expect, test } from 'vitest'
import type { Review } from '../../../src/core/review.ts'
import { replay, retrievability } from '../../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER } from '../../../src/core/scheduler.ts'
import { dayOfDate, weekdayOf } from '../../../src/core/plan-settings.ts'
import { firstDayOf, monthOf, weekOf } from '../../../src/core/stats/calendar.ts'
import { footprintOf } from '../../../src/core/stats/footprint.ts'
import { forecastOf } from '../../../src/core/stats/forecast.ts'
import { foundationsOf } from '../../../src/core/stats/foundations.ts'
import {
  domainOfSkill,
  examOfDomain,
  examsOfPlace,
  names,
  statsPlaceOf,
} from '../../../src/core/stats/place.ts'
import type { StatsPlace } from '../../../src/core/stats/place.ts'
import { addRows, partsOfKey, storedRow } from '../../../src/core/stats/rows.ts'
import type { DayRow, Rows } from '../../../src/core/stats/rows.ts'
import { standFigures } from '../../../src/core/stats/stand-figures.ts'
import { streakOf } from '../../../src/core/stats/streak.ts'
import { wilson } from '../../../src/core/stats/wilson.ts'
import { workFigures } from '../../../src/core/stats/work-figures.ts'
import { DAY_MS } from '../../../src/core/time.ts'
import { catalogNote } from '../../support/builders.ts'
import { T0, rated } from '../../support/log.ts'

const DAY = Math.floor(T0 / DAY_MS)

function rowsOf(kind: DayRow['kind'], ...logs: readonly (readonly [StatsPlace, ...Review[]])[]) {
  const sum: Rows = new Map()
  for (const [place, ...log] of logs) addRows(sum, footprintOf(log, place, DEFAULT_SCHEDULER).rows)
  return [...sum]
    .map(([key, cells]) => storedRow(key, cells))
    .filter((row) => row.kind === kind)
    .toSorted((a, b) => a.day - b.day)
}

const STORAGE: StatsPlace = { domains: 'az104-storage', type: 'single' }
const BOTH: StatsPlace = { domains: 'az104-idgov+az305-idgov', type: 'basic' }
const easy = (id: string, cardId: string, days: number) =>
  rated(id, days, { cardId, rating: 'easy' })

describe('places', () => {
  test('a skill names its domain and exam, one of a deck its deck', () => {
    expect(domainOfSkill('az104-storage-data-tiers')).toBe('az104-storage')
    expect(domainOfSkill('own-skill-4f-1')).toBe('own-4f-1')
    expect([examOfDomain('az104-storage'), examOfDomain('own-4f-1')]).toEqual(['AZ-104', 'OWN'])
  })

  test('a note of two exams stands in both, once each', () => {
    const skills = ['az305-idgov-auth-a', 'az104-idgov-b', 'az104-idgov-c']
    const place = statsPlaceOf({ skills, type: 'basic' })
    expect(place.domains).toBe('az104-idgov+az305-idgov')
    expect(examsOfPlace(place)).toBe('AZ-104+AZ-305')
    expect(names('AZ-104+AZ-305', 'AZ-305')).toBe(true)
    expect(names('AZ-1040', 'AZ-104')).toBe(false)
  })
})

describe('what was done', () => {
  const rows = rowsOf(
    'work',
    [STORAGE, easy('a1', 'a#1', 0), rated('a2', 9, { cardId: 'a#1', rating: 'again' })],
    [BOTH, easy('b1', 'b#1', 0), easy('b2', 'b#1', 9)],
  )

  test('all of it together', () => {
    const figures = workFigures(rows, null)
    expect(figures.days).toEqual([
      { day: DAY, answers: 2, ms: 8000, fresh: 2, reviews: 0, recalled: 0 },
      { day: DAY + 9, answers: 2, ms: 8000, fresh: 0, reviews: 2, recalled: 1 },
    ])
    expect(figures.ratings).toEqual({ again: 1, hard: 0, good: 0, easy: 3 })
    expect(figures.retention).toEqual({ reviews: 2, recalled: 1 })
    expect(figures.byMonth.get(monthOf(DAY))).toEqual({ reviews: 2, recalled: 1 })
    expect(Object.fromEntries(figures.byDomain)).toEqual({
      'az104-storage': { reviews: 1, recalled: 0 },
      'az104-idgov': { reviews: 1, recalled: 1 },
      'az305-idgov': { reviews: 1, recalled: 1 },
    })
    expect(figures.types.get('single')).toEqual({ answers: 2, ms: 8000 })
    expect(figures.hours[12]).toEqual({ answers: 4, right: 3 })
    expect(figures.expected).toMatchObject([{ from: 0.85, to: 0.9, reviews: 2, recalled: 1 }])
  })

  test('one exam has what counts for it, and only its domains', () => {
    const figures = workFigures(rows, 'AZ-305')
    expect(figures.days.map(({ answers }) => answers)).toEqual([1, 1])
    expect([...figures.byDomain.keys()]).toEqual(['az305-idgov'])
    expect(figures.retention).toEqual({ reviews: 1, recalled: 1 })
  })

  test('nothing is nothing', () => {
    expect(workFigures(rows, 'AZ-900').days).toEqual([])
    expect(workFigures([], null).retention).toEqual({ reviews: 0, recalled: 0 })
  })
})

describe('how cards stand', () => {
  const state = replay([easy('a1', 'a#1', 0)], DEFAULT_SCHEDULER)!
  const rows = rowsOf('stand', [STORAGE, easy('a1', 'a#1', 0)], [BOTH, easy('b1', 'b#1', 0)])

  test('counts each card once, with its recall today', () => {
    const today = DAY + 20
    const { cards, meanRecall, stability, difficulty } = standFigures(
      rows,
      null,
      today,
      DEFAULT_SCHEDULER,
    )
    expect(cards).toBe(2)
    expect(meanRecall).toBeCloseTo(retrievability(state, today), 3)
    expect(stability.reduce((sum, count) => sum + count, 0)).toBe(2)
    expect(difficulty[Math.floor(state.difficulty) - 1]).toBe(2)
  })

  test('what is overdue is due today', () => {
    const at = (today: number) => standFigures(rows, 'AZ-305', today, DEFAULT_SCHEDULER).due
    expect([...at(DAY).keys()]).toEqual([state.dueDay])
    expect([...at(DAY + 100)]).toEqual([[DAY + 100, new Map([['basic', 1]])]])
  })

  test('the forecast goes by the own pace, drawn to the prior while answers are few', () => {
    const due = new Map([[DAY, new Map([['single', 10] as const])]])
    const minutes = (answers: number, ms: number) =>
      forecastOf(due, new Map([['single', { answers, ms }]]), DAY, 2)[0]?.minutes
    expect(forecastOf(due, new Map(), DAY, 2)).toEqual([
      { day: DAY, cards: 10, minutes: 2.5 },
      { day: DAY + 1, cards: 0, minutes: 0 },
    ])
    expect(minutes(1_000_000, 30_000_000_000)).toBeCloseTo(5, 2)
    expect(minutes(20, 600_000)).toBeCloseTo(3.75, 5)
  })
})

describe('a streak', () => {
  // A Sunday.
  const TODAY = dayOfDate('2026-11-22')
  const on = (...daysAgo: number[]) => new Set(daysAgo.map((days) => TODAY - days))

  test('counts days studied, and today is no gap', () => {
    expect(streakOf(on(0, 1, 2), TODAY, null)).toBe(3)
    expect(streakOf(on(1, 2), TODAY, null)).toBe(2)
    expect(streakOf(on(), TODAY, null)).toBe(0)
  })

  test('survives one day off a week without a plan, and not two', () => {
    expect(streakOf(on(0, 1, 3, 4, 5, 6), TODAY, null)).toBe(6)
    expect(streakOf(on(0, 2, 4, 5), TODAY, null)).toBe(2)
    // The Saturday of this week and the Saturday of the last.
    expect(streakOf(on(0, 2, 3, 4, 5, 6, 7, 9), TODAY, null)).toBe(8)
  })

  test('goes by the days off of a plan', () => {
    const weekend = [false, false, false, false, false, true, true]
    expect(streakOf(on(2, 3, 4, 5, 6, 9), TODAY, weekend)).toBe(6)
    expect(streakOf(on(2, 3, 5), TODAY, weekend)).toBe(2)
    expect(
      streakOf(
        on(0),
        TODAY,
        Array.from({ length: 7 }, () => true),
      ),
    ).toBe(1)
  })
})

describe('the calendar', () => {
  test.each([
    ['1970-01-01', 0, 3],
    ['2024-02-29', 19_782, 3],
    ['2026-11-23', 20_780, 0],
  ])('%s is day %i', (date, day, weekday) => {
    expect(dayOfDate(date)).toBe(day)
    expect(weekdayOf(day)).toBe(weekday)
    expect(weekOf(day)).toBe(day - weekday)
    const [year = 0, month = 0] = date.split('-').map(Number)
    expect(monthOf(day)).toBe(year * 12 + month - 1)
    expect(firstDayOf(monthOf(day))).toBe(dayOfDate(`${date.slice(0, 8)}01`))
  })

  test('every day of ten years lies in its month', () => {
    for (let day = 18_000; day < 21_650; day++) {
      const first = firstDayOf(monthOf(day))
      expect(first <= day && day < firstDayOf(monthOf(day) + 1)).toBe(true)
    }
  })
})

test('the interval of a share holds it, and is as published', () => {
  const { low, high } = wilson(8, 10)
  expect([low, high]).toEqual([expect.closeTo(0.4902, 4), expect.closeTo(0.9433, 4)])
  expect(wilson(0, 0)).toEqual({ low: 0, high: 1 })
  expect(wilson(5, 5).high).toBe(1)
})

const ofBasis = (skill: string) => skill.startsWith('az104')

test('a skill stands on the skills of notes that serve both, and of notes to know first', () => {
  const notes = [
    catalogNote('a', { skills: ['az104-x-a', 'az305-y-a'] }),
    catalogNote('b', { skills: ['az104-x-b'] }),
    catalogNote('c', { skills: ['az305-y-a'], needs: ['b', 'a', 'unknown'] }),
  ]

  expect(foundationsOf('az305-y-a', notes, ofBasis)).toEqual(['az104-x-a', 'az104-x-b'])
  expect(foundationsOf('az305-y-b', notes, ofBasis)).toEqual([])
})

test('a stored row is found by its key again', () => {
  expect(partsOfKey('stand 20000')).toEqual(['stand', 20_000])
})
