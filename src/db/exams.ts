import type { ExamId } from '../core/note.ts'
import { withDb } from './db.ts'
import type { ExamRow, StudyDb } from './db.ts'

/** Every installed exam, by name. */
export async function installedExams(db: StudyDb): Promise<ExamRow[]> {
  return withDb(db, () => db.exams.toArray())
}

/** Undefined for an exam that is not installed. */
export async function examRow(db: StudyDb, exam: ExamId): Promise<ExamRow | undefined> {
  return withDb(db, () => db.exams.get(exam))
}
