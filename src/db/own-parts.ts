import { OWN_EXAM } from '../core/own-exam.ts'
import type { ExamRow, StudyDb } from './db.ts'

/**
 * The catalog of the own decks lies in several rows beside that of its outline, `OWN/000000` and so on: a
 * note that is saved writes one of them anew, and not the catalog of twenty thousand others.
 */
const PREFIX = `${OWN_EXAM}/`

/** Notes in a part: few enough to be written at once, many enough to be read in a few steps. */
export const PART_SIZE = 400

export function partKey(nth: number): string {
  return PREFIX + String(nth).padStart(6, '0')
}

export function isPart({ exam }: Pick<ExamRow, 'exam'>): boolean {
  return exam.startsWith(PREFIX)
}

/** In the order of their notes. Inside a transaction over `exams`. */
export async function ownParts(db: StudyDb): Promise<ExamRow[]> {
  return db.exams.where('exam').startsWith(PREFIX).toArray()
}

export async function lastPart(db: StudyDb): Promise<ExamRow | undefined> {
  return db.exams.where('exam').startsWith(PREFIX).last()
}

/**
 * Exams as they are used, their parts put together. A row from before there were parts, or from an older
 * tab, holds notes itself; those that a part has, too, are taken from there.
 */
export function wholeExams(rows: readonly ExamRow[]): ExamRow[] {
  const parts = rows.filter(isPart)
  const inParts = parts.flatMap(({ catalog }) => catalog)
  const known = new Set(inParts.map(({ id }) => id))
  return rows
    .filter((row) => !isPart(row))
    .map((row) => {
      if (row.exam !== OWN_EXAM || parts.length === 0) return row
      return { ...row, catalog: [...row.catalog.filter(({ id }) => !known.has(id)), ...inParts] }
    })
}
