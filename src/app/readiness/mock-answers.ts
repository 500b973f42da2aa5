import { evidenceOf } from '../../core/mock/evidence.ts'
import type { Finished } from '../../core/mock/evidence.ts'
import type { ExamId } from '../../core/note.ts'
import type { MockAnswers } from '../../core/readiness/evidence.ts'
import type { StudyDb } from '../../db/db.ts'
import { finishedRuns } from '../../db/mocks.ts'

/** First answers in mock exams, by domain. As long as there are none, points are not forecast. */
export async function mockAnswersOf(
  db: StudyDb,
  exam: ExamId,
): Promise<ReadonlyMap<string, MockAnswers>> {
  return mockAnswersIn(await finishedRuns(db, exam), exam)
}

/** The same of runs that were read already. */
export function mockAnswersIn(
  finished: readonly Finished[],
  exam: ExamId,
): ReadonlyMap<string, MockAnswers> {
  const evidence = evidenceOf(finished, exam)
  return new Map(evidence.map(({ domain, right, asked }) => [domain, { right, asked }]))
}
