import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { CoursesSchema, isBehind, lineOf, withCourse } from '../../../src/core/plan-course.ts'
import type { Course } from '../../../src/core/plan-course.ts'
import { courseOf } from '../../../src/core/plan/course.ts'
import { forecastOf } from '../../../src/core/plan/forecast.ts'
import { PRIOR_HABITS } from '../../../src/core/plan/habits.ts'
import { Memory } from '../../../src/core/plan/memory.ts'
import { expectedScore } from '../../../src/core/plan/score.ts'
import { DEFAULT_SCHEDULER } from '../../../src/core/scheduler.ts'
import { cardsOf, examOf } from './cases.ts'
import type { CaseCard } from './cases.ts'

const TODAY = 1000
const LIST: CaseCard[] = Array.from({ length: 60 }, (_, index) => ({
  domain: index % 2,
  seen: index < 20 ? { stability: 5, difficulty: 5, lastDay: TODAY - 5 } : null,
}))
const EXAM = examOf(LIST, [1, 2], { startDay: TODAY, examDay: TODAY + 30 })
const { weights } = DEFAULT_SCHEDULER

function trialOf(minutes: number, days = 30, exam = EXAM) {
  return {
    cards: cardsOf(LIST),
    exams: [exam],
    today: TODAY,
    minutes: Array.from({ length: days }, (_, day) => (day % 7 === 6 ? 0 : minutes)),
    weights,
    habits: PRIOR_HABITS,
  }
}

function course(minutes: number, days = 30, exam = EXAM): Course {
  const made = courseOf(trialOf(minutes, days, exam), 0)
  if (!made) throw new Error('no course')
  return made
}

describe('what a plan expects', () => {
  test('begins with what is expected today and ends on the exam day', () => {
    const { points, from, examDay } = course(5)
    const now = expectedScore(new Memory(weights), cardsOf(LIST), EXAM, TODAY)
    expect([from, examDay]).toEqual([TODAY, TODAY + 30])
    expect(points[0]).toMatchObject({ day: TODAY })
    expect(points[0]?.low).toBeCloseTo(now, 2)
    expect(points[0]?.high).toBeCloseTo(now, 2)
    expect(points.at(-1)?.day).toBe(TODAY + 30)
    expect(points.at(-1)?.middle).toBeGreaterThan(now + 0.1)
    for (const { low, middle, high } of points) {
      expect(middle).toBeGreaterThanOrEqual(low)
      expect(high).toBeGreaterThanOrEqual(middle)
    }
  })

  test('more minutes bring more, and a day off changes nothing', () => {
    const { points } = course(2)
    expect(points.at(-1)?.middle).toBeLessThan(course(8).points.at(-1)?.middle ?? 0)
    expect(points[7]?.middle).toBe(points[6]?.middle)
  })

  test('of the exam day is what the page of the plan says', () => {
    const { chosen } = forecastOf({ trial: trialOf(5), exam: 0, compare: [] })
    const made = course(5)
    const { low, middle, high } = chosen
    expect(made.outcome).toEqual({ low, middle, high })
    expect(lineOf([made]).at(-1)).toEqual({ day: TODAY + 30, low, middle, high })
  })

  test('is the same for the same plan', () => {
    expect(course(5)).toEqual(course(5))
  })

  test('of a year keeps few enough points to be stored', () => {
    const exam = { ...EXAM, examDay: TODAY + 365 }
    const made = course(1, 365, exam)
    expect(made.points.length).toBeLessThanOrEqual(51)
    expect(v.is(CoursesSchema, { courses: [made] })).toBe(true)
  })
})

function flat(from: number, share: number): Course {
  return {
    from,
    examDay: 30,
    points: [from, from + 10, 30].map((day) => ({ day, low: share, middle: share, high: share })),
  }
}

describe('the line of several plans', () => {
  test('goes on with the newer plan from its day', () => {
    const line = lineOf([flat(0, 0.4), flat(10, 0.5)])
    expect(line.map(({ day, middle }) => [day, middle])).toEqual([
      [0, 0.4],
      [10, 0.5],
      [20, 0.5],
      [30, 0.5],
    ])
  })

  test('of one day the last one stays, and few are remembered', () => {
    expect(withCourse([flat(0, 0.4)], flat(0, 0.6))).toEqual([flat(0, 0.6)])
    const many = Array.from({ length: 9 }, (_, from) => flat(from, 0.5))
    const kept = many.reduce<readonly Course[]>(withCourse, [])
    expect(kept.map(({ from }) => from)).toEqual([3, 4, 5, 6, 7, 8])
  })
})

describe('a learner is behind the plan', () => {
  const rising: Course = {
    from: 0,
    examDay: 40,
    points: [
      { day: 0, low: 0.2, middle: 0.2, high: 0.2 },
      { day: 20, low: 0.5, middle: 0.52, high: 0.54 },
      { day: 40, low: 0.78, middle: 0.8, high: 0.83 },
    ],
  }

  test('who stands clearly below what it expected by then', () => {
    expect(isBehind(rising, 35, 0.25)).toBe(true)
    expect(isBehind(rising, 10, 0.28)).toBe(true)
    expect(isBehind(rising, 40, 0.7)).toBe(true)
  })

  test('and not who is within a day or two of it, or ahead', () => {
    expect(isBehind(rising, 0, 0.199)).toBe(false)
    expect(isBehind(rising, 10, 0.34)).toBe(false)
    expect(isBehind(rising, 20, 0.6)).toBe(false)
    const steep = rising.points.map((point) => ({ ...point, low: point.day / 10 }))
    expect([2, 3].map((day) => isBehind({ ...rising, points: steep }, day, 0))).toEqual([
      false,
      true,
    ])
    expect(isBehind(rising, -3, 0.19)).toBe(false)
  })
})

test('a course that was kept without an outcome stays readable', () => {
  const [old] = v.parse(CoursesSchema, { courses: [flat(0, 0.5)] }).courses
  expect(old).toEqual(flat(0, 0.5))
  expect(lineOf(old ? [old] : []).at(-1)).toEqual({ day: 30, low: 0.5, middle: 0.5, high: 0.5 })
})
