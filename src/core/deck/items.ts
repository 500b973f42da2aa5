import { clozeNumbers, deletionsIn } from './deletions.ts'
import { textOf } from './tree.ts'
import type { NoteTree, Section } from './tree.ts'

/** Keys of the cards that a note makes, as the file has them. */
export function itemKeysOf(note: NoteTree): string[] {
  switch (note.type) {
    case 'cloze':
      return clozeNumbers(deletionsIn(textOf(note, 'T'))).map((number) => `c${number}`)
    case 'reversed':
      return ['f', 'r']
    case 'which':
      return note.rows.map(({ key }) => key)
    case 'scenario':
      return note.questions.map(({ id }) => id)
    default:
      return ['1']
  }
}

/**
 * The answers of a card as one text, without punctuation and case: what must stay the same as long as
 * `rev` does. Wording of questions and explanations does not count.
 */
export function answerText(note: NoteTree): string {
  const answers =
    note.type === 'scenario'
      ? note.questions.map((question) => [question.id, answersOf(question)])
      : answersOf(note)
  return JSON.stringify(answers)
    .replaceAll(/[\u0080-\uffff]/g, escaped)
    .replaceAll(/\W+/g, ' ')
    .toLowerCase()
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

function answersOf(section: Section): unknown {
  const { type, options, steps, rows } = section
  switch (type) {
    case 'cloze':
      return deletionsIn(textOf(section, 'T')).map(({ number, text }) => [`${number}`, text])
    case 'single':
    case 'multi':
      return options
        .filter(({ right }) => right)
        .map(({ text }) => text)
        .toSorted()
    case 'order':
      return steps.map(({ text }) => text)
    case 'which':
      return rows.map(({ key, answer }) => [key, answer])
    case 'reversed':
      return [textOf(section, 'A'), textOf(section, 'Back')]
    case 'number':
      return textOf(section, 'A').replace('-', 'minus ')
    default:
      return textOf(section, 'A')
  }
}
