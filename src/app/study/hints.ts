import { textOfHtml } from '../../core/card-title.ts'
import { HINTS } from '../words/hints.ts'
import type { Option } from './attempt.ts'
import type { Question } from './question.ts'

/** A help that can be asked for before the answer. */
export interface Hint {
  readonly words: string
  /** The author wrote it as a part of the question: then asking for it takes nothing from the answer. */
  readonly isFree: boolean
}

/**
 * The hints of a question, to be shown one after the other: what the author gave, then something that
 * helps without giving the answer away.
 *
 * @param options in the order in which they are shown
 */
export function hintsOf(question: Question, options: readonly Option[]): Hint[] {
  switch (question.kind) {
    case 'recall': {
      const text = question.spoken ?? textOfHtml(question.answer)
      const authors = question.hint === null ? [] : [{ words: question.hint, isFree: true }]
      return [...authors, { words: HINTS.starts(initials(text)), isFree: false }]
    }
    case 'choice':
    case 'which':
      return wrongOption(options)
    case 'number': {
      const digits = question.body.value.replaceAll(/\D/g, '').length
      return [{ words: HINTS.digits(digits, question.body.value[0] ?? ''), isFree: false }]
    }
    case 'command':
      return commandHints(question.body.answer)
    default: {
      const [first] = question.body.steps
      return first ? [{ words: HINTS.firstStep(textOfHtml(first.html)), isFree: false }] : []
    }
  }
}

/** One option that is wrong, where more than one wrong one is left then. */
function wrongOption(options: readonly Option[]): Hint[] {
  const wrong = options.filter(({ right }) => !right)
  const [first] = wrong
  return first && wrong.length > 1
    ? [{ words: HINTS.notThis(textOfHtml(first.html)), isFree: false }]
    : []
}

/** The command without its options, and then the names of the options. */
function commandHints(answer: string): Hint[] {
  const words = answer.replaceAll(/[\\`]?\s*\n\s*/g, ' ').split(' ')
  const options = words.filter((word) => /^--?[a-z]/i.test(word))
  const end = words.findIndex((word) => word.startsWith('-'))
  const head = words.slice(0, end < 0 ? Math.ceil(words.length / 2) : end).join(' ')
  return [
    { words: HINTS.begins(head), isFree: false },
    ...(options.length > 0 ? [{ words: HINTS.options(options), isFree: false }] : []),
  ]
}

/** The first letters of the first words: "A… S…". */
function initials(text: string): string {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const shown = words.slice(0, 6).map((word) => `${word.slice(0, 1)}…`)
  return shown.join(' ')
}
