import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { auditFigure, parseAudit } from '../core/deck/audit.ts'
import type { AuditRow, ExamAudit } from '../core/deck/audit.ts'
import type { CompiledDeck } from './bundle.ts'

const FOLDER = 'audit'
const CHECKS = 'checks'

/**
 * What second readers found, summed up by exam: the sheets `audit/YYYY-MM-DD-….tsv` of random samples, and
 * those in `audit/checks/` of what was read besides, which is no measure. Notes that no longer exist are
 * left out.
 *
 * @throws Error naming file and line of what cannot be read
 */
export function auditsOf(folder: string, decks: readonly CompiledDeck[]): ExamAudit[] {
  const examOf = new Map(
    decks.flatMap((deck) => deck.notes.map((note) => [note.id, examOfSkill(note.skills[0])])),
  )
  const inExam = (rows: readonly SheetRow[], exam: string) =>
    rows.filter(({ note }) => examOf.get(note) === exam)
  const samples = rowsIn(join(folder, FOLDER))
  const read = [...samples, ...rowsIn(join(folder, FOLDER, CHECKS))]
  const exams = new Set(read.flatMap(({ note }) => examOf.get(note) ?? []))
  return [...exams].toSorted().map((exam) => {
    const judged = inExam(samples, exam)
    const days = judged.map(({ day }) => day).toSorted()
    return {
      exam,
      from: days.at(0) ?? null,
      to: days.at(-1) ?? null,
      read: new Set(inExam(read, exam).map(({ note }) => note)).size,
      ...auditFigure(judged),
    }
  })
}

/** A row with the day of its sheet. */
interface SheetRow extends AuditRow {
  readonly day: string
}

function rowsIn(folder: string): SheetRow[] {
  return sheetsIn(folder).flatMap((path) =>
    rowsOf(path).map((row) => ({ ...row, day: basename(path).slice(0, 10) })),
  )
}

function sheetsIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.tsv'))
    .toSorted()
    .map((file) => join(folder, file))
}

function rowsOf(path: string): AuditRow[] {
  try {
    return parseAudit(readFileSync(path, 'utf8'))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`${FOLDER}/${basename(path)}: ${why}`, { cause: error })
  }
}

/** `az104-network-vnet` → `AZ-104`. */
function examOfSkill(skill = ''): string {
  return (skill.split('-')[0] ?? '').toUpperCase().replace(/^AZ/, 'AZ-')
}
