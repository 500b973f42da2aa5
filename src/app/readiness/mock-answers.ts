import type { ExamId } from '../../core/note.ts'
import type { MockAnswers } from '../../core/readiness/evidence.ts'
import type { StudyDb } from '../../db/db.ts'

/**
 * First answers in mock exams, by domain. There are no mock exams yet: this is where theirs will come
 * from, and as long as there are none, points are not forecast.
 */
export async function mockAnswersOf(
  _db: StudyDb,
  _exam: ExamId,
): Promise<ReadonlyMap<string, MockAnswers>> {
  return new Map()
}
