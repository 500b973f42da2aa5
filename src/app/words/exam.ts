import type { ExamId } from '../../core/note.ts'
import { OWN_EXAM } from '../../core/own-exam.ts'

/** The name of an exam; the own decks stand among them. */
export function examName(exam: ExamId): string {
  return exam === OWN_EXAM ? 'Own cards' : exam
}
