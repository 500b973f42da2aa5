import * as v from 'valibot'
import { StudyDaySchema } from './time-schemas.ts'
import type { StudyDayNumber } from './time.ts'

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

const band = { low: share, middle: share, high: share }
const PointSchema = v.object({ day: StudyDaySchema, ...band })
export type CoursePoint = Readonly<v.InferOutput<typeof PointSchema>>

/**
 * What a plan expected on the day it was set: on each day from then to the exam the recall on the exam day of
 * what has been studied by that morning, 0 to 1. Of ten learners eight fall between `low` and `high`.
 */
export const CourseSchema = v.object({
  /** The study day on which it was worked out. */
  from: StudyDaySchema,
  examDay: StudyDaySchema,
  /** Oldest first, the exam day last. */
  points: v.pipe(v.array(PointSchema), v.minLength(1), v.maxLength(60)),
  /**
   * What is really recalled on the exam day, as the plan's page says it: what people and cards that differ from
   * the model add is in it. Courses kept before 2026-11-27 lack it.
   */
  outcome: v.exactOptional(v.object(band)),
})
export type Course = Readonly<v.InferOutput<typeof CourseSchema>>

/** The courses of the plans that an exam had, oldest first: one row of the settings, last write wins. */
export const CoursesSchema = v.object({ courses: v.array(CourseSchema) })

/** Key of that row. Not among the rows of plans, as nothing is planned anew for it. */
export function courseRowKey(exam: string): string {
  return `course/${exam}`
}

/** Plans remembered for an exam. */
const MOST_COURSES = 6

/** Adds the course of a new plan; of one day the last one stays. */
export function withCourse(courses: readonly Course[], course: Course): readonly Course[] {
  return [...courses.filter(({ from }) => from < course.from), course].slice(-MOST_COURSES)
}

/** What the plans of an exam expected: each from its day until another took its place, the last to the exam. */
export function lineOf(courses: readonly Course[]): readonly CoursePoint[] {
  return courses.flatMap((course, index) => {
    const { points, outcome, examDay } = course
    const until = courses[index + 1]?.from ?? Number.POSITIVE_INFINITY
    return points
      .map((point) => (outcome && point.day === examDay ? { day: examDay, ...outcome } : point))
      .filter(({ day }) => day < until)
  })
}

/** Days that may be missed, as they can be made up for. */
const GRACE_DAYS = 2
/** Below the band by less than this nobody is behind: twenty runs do not draw its edge any sharper. */
const MARGIN = 0.03

/**
 * Whether a plan was missed so far that what it expected of the exam day may no longer hold.
 *
 * @param score recall on the exam day that is expected as things stand, 0 to 1, if nothing more is studied
 */
export function isBehind({ points }: Course, today: StudyDayNumber, score: number): boolean {
  return score < lowOn(points, today - GRACE_DAYS) - MARGIN
}

/** The low end of the band on a day; between two points on the line that joins them. */
function lowOn(points: Course['points'], day: StudyDayNumber): number {
  const before = points.findLast((point) => point.day <= day) ?? points[0]
  const after = points.find((point) => point.day > day)
  if (!before) return 0
  if (!after || after.day <= before.day || day <= before.day) return before.low
  const along = (day - before.day) / (after.day - before.day)
  return before.low + along * (after.low - before.low)
}
