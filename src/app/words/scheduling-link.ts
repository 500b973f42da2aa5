import type { ExamId } from '../../core/note.ts'
import { examName } from './exam.ts'

/** The way to the scheduling of an exam, from where it is looked for. */
export const SCHEDULING = {
  link: (exam: ExamId) => `Scheduling of ${examName(exam)}`,
  hint: 'Steps within a day, longest interval, easy days, and when a card is said not to stick. All of it can stay as it is.',
} as const
