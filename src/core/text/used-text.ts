import { emptyText } from './note-text.ts'
import type { NoteText, SectionText } from './note-text.ts'

type Field = Exclude<keyof NoteText, 'type'>

/** The fields that each type has, in the order in which they are written. */
export const FIELDS_OF: Readonly<Record<NoteText['type'], readonly Field[]>> = {
  basic: ['ask', 'answer', 'why'],
  reversed: ['ask', 'answer', 'backAsk', 'backAnswer', 'why'],
  cloze: ['ask', 'why'],
  single: ['ask', 'options', 'why'],
  multi: ['ask', 'options', 'why'],
  number: ['ask', 'answer', 'unit', 'accept', 'why'],
  command: ['ask', 'shell', 'answer', 'also', 'why'],
  order: ['ask', 'steps', 'decoys', 'why'],
  which: ['ask', 'choices', 'rows', 'why'],
  scenario: ['ask', 'questions', 'why'],
}

/** The text with nothing in the fields that its type does not use, and no lines that are only blank. */
export function usedText(text: NoteText): NoteText {
  const used: NoteText = { ...emptyText(text.type), ...usedFields(text) }
  return {
    ...used,
    questions: used.questions.map(({ key, ...question }) => {
      const { questions: _none, ...own } = usedText({ questions: [], ...question })
      return { ...own, key }
    }),
  }
}

function usedFields(text: NoteText): Partial<NoteText> {
  const fields: readonly string[] = FIELDS_OF[text.type]
  const kept = Object.entries(text).filter(([name]) => fields.includes(name))
  return withoutBlankItems(Object.fromEntries(kept))
}

/** Empty rows at the end of a list are where the next item would have been typed. */
function withoutBlankItems(text: Partial<NoteText>): Partial<NoteText> {
  const { options, steps, decoys, also, accept, choices } = text
  return {
    ...text,
    ...(options && { options: options.filter((each) => isWritten(each) || each.right) }),
    ...(steps && { steps: steps.filter(isWritten) }),
    ...(decoys && { decoys: decoys.filter(isWritten) }),
    ...(also && { also: also.filter(isText) }),
    ...(accept && { accept: accept.filter(isText) }),
    ...(choices && { choices: choices.filter(isText) }),
  }
}

function isWritten(item: SectionText['steps'][number]): boolean {
  return `${item.text}${item.why}`.trim() !== ''
}

function isText(each: string): boolean {
  return each.trim() !== ''
}
