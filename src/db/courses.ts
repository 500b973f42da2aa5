import * as v from 'valibot'
import type { ExamId } from '../core/note.ts'
import { courseRowKey, CoursesSchema, withCourse } from '../core/plan-course.ts'
import type { Course } from '../core/plan-course.ts'
import type { Written } from './written.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'
import { putSetting } from './put-setting.ts'

/** What the plans of an exam expected, oldest first; what does not fit is left out. */
export async function coursesOf(db: StudyDb, exam: ExamId): Promise<readonly Course[]> {
  const stored = await withDb(db, () => db.settings.get(courseRowKey(exam)))
  return v.is(CoursesSchema, stored?.value) ? stored.value.courses : []
}

/** Keeps what a plan expects, in place of an earlier one of the same day. */
export async function saveCourse(
  db: StudyDb,
  exam: ExamId,
  course: Course,
  { at, device }: Written,
): Promise<void> {
  const courses = withCourse(await coursesOf(db, exam), course)
  await putSetting(db, courseRowKey(exam), v.parse(CoursesSchema, { courses }), at, device)
}
