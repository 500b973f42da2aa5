import * as v from 'valibot'

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const dayNumber = v.pipe(v.number(), v.safeInteger())

const PointSchema = v.object({ day: dayNumber, low: share, middle: share, high: share })
export type CoursePoint = Readonly<v.InferOutput<typeof PointSchema>>

/**
 * What a plan expected on the day it was set: on each day from then to the exam the recall on the exam day of
 * what has been studied by that morning, 0 to 1. Of ten learners eight fall between `low` and `high`.
 */
export const CourseSchema = v.object({
  /** The study day on which it was worked out. */
  from: dayNumber,
  examDay: dayNumber,
  /** Oldest first, the exam day last. */
  points: v.pipe(v.array(PointSchema), v.minLength(1), v.maxLength(60)),
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
  return courses.flatMap(({ points }, index) => {
    const until = courses[index + 1]?.from ?? Number.POSITIVE_INFINITY
    return points.filter(({ day }) => day < until)
  })
}
