import type { ExamId } from '../core/note.ts'
import { OWN_EXAM } from '../core/own-exam.ts'
import { withDb } from './db.ts'
import type { ExamRow, StudyDb } from './db.ts'
import { ownParts, wholeExams } from './own-parts.ts'

/** Every installed exam, by name. */
export async function installedExams(db: StudyDb): Promise<ExamRow[]> {
  return wholeExams(await withDb(db, () => db.exams.toArray()))
}

/** Undefined for an exam that is not installed. */
export async function examRow(db: StudyDb, exam: ExamId): Promise<ExamRow | undefined> {
  const [row] = await withDb(db, () =>
    db.transaction('r', db.exams, async () => examRowsIn(db, [exam])),
  )
  return row
}

/** Those of these exams that are installed, in this order. Inside a transaction over `exams`. */
export async function examRowsIn(db: StudyDb, exams: readonly ExamId[]): Promise<ExamRow[]> {
  const [rows, parts] = await Promise.all([
    db.exams.bulkGet([...exams]),
    exams.includes(OWN_EXAM) ? ownParts(db) : [],
  ])
  return wholeExams([...rows.filter((row) => row !== undefined), ...parts])
}
