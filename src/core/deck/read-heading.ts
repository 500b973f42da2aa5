import { NOTE_TYPES } from '../note.ts'
import { CARD_ID, NOTE_HEADING, QUESTION_HEADING, isNoteType, listed } from './grammar.ts'
import { quoted } from './message.ts'
import { enter, newSection } from './reader.ts'
import type { Reader } from './reader.ts'

/** Reads `## card-id (type)` and `### key (type)`. False for any other line. */
export function readHeading(reader: Reader, line: string): boolean {
  if (line.startsWith('## ')) readNoteHeading(reader, line)
  else if (line.startsWith('### ')) readQuestionHeading(reader, line)
  else return false
  return true
}

function readNoteHeading(reader: Reader, line: string): void {
  const { number, report } = reader
  const match = NOTE_HEADING.exec(line)
  if (!match) {
    report('E020', number, `card heading must be "## card-id (type)": ${quoted(line)}`)
    Object.assign(reader, { note: null, section: null, block: null, item: null, inMeta: false })
    return
  }
  const [, id = '', type = ''] = match
  if (!CARD_ID.test(id) || id.length < 6 || id.length > 48) {
    const rule = 'lower-case words joined by "-", 6 to 48 characters'
    report('E021', number, `bad card id "${id}": ${rule}`)
  }
  if (!isNoteType(type)) {
    report('E022', number, `unknown card type "${type}" (known: ${listed(NOTE_TYPES)})`)
  }
  const note = { ...newSection(reader, id, type), questions: [] }
  reader.notes.push(note)
  reader.note = note
  enter(reader, note)
}

function readQuestionHeading(reader: Reader, line: string): void {
  const { number, report, note } = reader
  const match = QUESTION_HEADING.exec(line)
  if (!match || note?.type !== 'scenario') {
    report('E023', number, '"### key (type)" is only allowed inside a scenario card')
    return
  }
  const [, key = '', type = ''] = match
  if (note.questions.some(({ id }) => id === key)) {
    report('E024', number, `question key "${key}" used twice in scenario "${note.id}"`)
  }
  if (!isNoteType(type) || type === 'scenario' || type === 'which') {
    report('E022', number, `unknown question type "${type}"`)
  }
  const question = newSection(reader, key, type)
  note.questions.push(question)
  enter(reader, question)
}
