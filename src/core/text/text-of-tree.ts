import { oneOf } from '../deck/grammar.ts'
import { codeOf, fencesIn } from '../deck/text.ts'
import { choicesOf, listOf, textOf } from '../deck/tree.ts'
import type { NoteTree, Section } from '../deck/tree.ts'
import { bareNumber } from '../deck/typed-rules.ts'
import { NOTE_TYPES, SHELLS } from '../note.ts'
import { emptyText } from './note-text.ts'
import type { NoteText, SectionText } from './note-text.ts'

/** The text of a note of a deck file, by field. The note must be without errors. */
export function textOfTree(note: NoteTree): NoteText {
  return {
    ...sectionText(note),
    questions: note.questions.map((question) => ({
      ...sectionText(question),
      key: question.id,
    })),
  }
}

function sectionText(section: Section): SectionText {
  const type = oneOf(section.type, NOTE_TYPES)
  const { questions: _none, ...empty } = emptyText(type)
  const ask = textOf(section, type === 'cloze' ? 'T' : type === 'scenario' ? 'S' : 'Q')
  const common = { ...empty, ask, why: textOf(section, 'Why') }
  return { ...common, ...ownFields(section, type) }
}

function ownFields(section: Section, type: NoteText['type']): Partial<SectionText> {
  const answer = textOf(section, 'A')
  switch (type) {
    case 'cloze':
    case 'scenario':
      return {}
    case 'reversed':
      return { answer, ...backOf(textOf(section, 'Back')) }
    case 'single':
    case 'multi':
      return {
        options: section.options.map(({ text, right, rationale }) => ({
          text,
          right,
          why: rationale,
        })),
      }
    case 'number':
      return {
        answer: bareNumber(answer) ?? '',
        unit: section.meta.get('unit')?.value ?? '',
        accept: listOf(section.meta.get('accept')?.value, ';').flatMap(
          (other) => bareNumber(other) ?? [],
        ),
      }
    case 'command':
      return commandOf(section)
    case 'order':
      return { steps: itemsOf(section.steps), decoys: itemsOf(section.decoys) }
    case 'which':
      return {
        choices: choicesOf(section),
        rows: section.rows.map(({ key, text, answer: choice, rationale }) => ({
          key,
          text,
          answer: choice,
          why: rationale,
        })),
      }
    default:
      return { answer }
  }
}

function backOf(back: string): Pick<SectionText, 'backAsk' | 'backAnswer'> {
  const arrow = back.lastIndexOf(' => ')
  return { backAsk: back.slice(0, arrow), backAnswer: back.slice(arrow + 4) }
}

function commandOf(section: Section): Partial<SectionText> {
  const alternatives = section.blocks.get('Also')
  return {
    shell: oneOf(section.meta.get('shell')?.value, SHELLS),
    answer: codeOf(section.blocks.get('A')) ?? '',
    also: (alternatives ? fencesIn(alternatives) : []).map(({ lines }) =>
      lines.map(({ text }) => text).join('\n'),
    ),
  }
}

function itemsOf(items: Section['decoys']): SectionText['steps'] {
  return items.map(({ text, rationale }) => ({ text, why: rationale }))
}
