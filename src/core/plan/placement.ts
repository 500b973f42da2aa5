import type { CatalogCard } from '../catalog.ts'

/** Questions of a placement quiz. */
export const QUIZ_LENGTH = 10

/** What can be asked at once and judged by the app. */
const ASKED = new Set(['single', 'which'])

/**
 * The cards of a placement quiz: at most ten, one a note, spread evenly over those given.
 *
 * @param cards of one domain, in the author's order, none of them seen yet
 */
export function quizCards(cards: readonly CatalogCard[], length = QUIZ_LENGTH): CatalogCard[] {
  const notes = new Set<string>()
  const askable = cards.filter(
    ({ note }) => ASKED.has(note.type) && !notes.has(note.id) && notes.add(note.id),
  )
  const count = Math.min(length, askable.length)
  return Array.from({ length: count }, (_, index) =>
    askable.at(Math.floor(((index + 0.5) * askable.length) / count)),
  ).filter((card) => card !== undefined)
}

/** One answer of a quiz: whether it was right, and among how many options. */
export interface QuizAnswer {
  readonly right: boolean
  readonly options: number
}

/** Answers below which a quiz says nothing. */
export const FEWEST_ANSWERS = 5

/**
 * Share of a domain that the learner knows already, 0 to 0.9 in steps of a tenth: what was right, less what
 * guessing alone would bring. Null where too little was answered.
 */
export function knownShare(answers: readonly QuizAnswer[]): number | null {
  if (answers.length < FEWEST_ANSWERS) return null
  const right = answers.filter((answer) => answer.right).length / answers.length
  const guessed = answers.reduce((sum, { options }) => sum + 1 / options, 0) / answers.length
  const known = (right - guessed) / (1 - guessed)
  return Math.round(Math.min(0.9, Math.max(0, known)) * 10) / 10
}
