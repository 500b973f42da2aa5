import type { Blueprint } from '../blueprint.ts'

/** How long a mock exam is. The full one has as many minutes as the exam, and a number of questions of its kind. */
export const LENGTHS = ['full', 'half', 'sprint'] as const
export type Length = (typeof LENGTHS)[number]

/**
 * Microsoft names no number for an exam, only that 40 to 60 are usual. In steps of five every domain can
 * have its share in whole questions; with 43, for one, those of AZ-104 cannot.
 */
export const QUESTIONS = { least: 40, most: 60, usual: 50, step: 5 } as const

const HALF = 25

const SPRINT = { questions: 5, minutes: 10 }

/** Questions and minutes of a length; `questions` is what the learner wants of a full exam. */
export function sizeOf(
  length: Length,
  { minutes }: Pick<Blueprint, 'minutes'>,
  questions: number = QUESTIONS.usual,
): { readonly questions: number; readonly minutes: number } {
  if (length === 'sprint') return SPRINT
  if (length === 'full') {
    return { questions: Math.min(QUESTIONS.most, Math.max(QUESTIONS.least, questions)), minutes }
  }
  return { questions: HALF, minutes: Math.round(minutes / 2) }
}
