import { answerText, itemKeysOf } from '../deck/items.ts'
import { FENCE } from '../deck/grammar.ts'
import type { Label, MetaKey } from '../deck/grammar.ts'
import type { Block, MetaValue, NoteTree, Section } from '../deck/tree.ts'
import type { NoteText, SectionText } from './note-text.ts'

/**
 * A text in the shape that the rules of the deck checker look at. Lines are of no meaning: where a
 * message belongs is known by its code (check-text.ts).
 */
export function treeOfText(text: NoteText, id = 'note'): NoteTree {
  return {
    ...sectionOf(text, id),
    questions: text.questions.map((question) => sectionOf(question, question.key)),
  }
}

/** The keys of the cards that a text makes, in the author's order. */
export function keysOfText(text: NoteText): string[] {
  return itemKeysOf(treeOfText(text))
}

/** The answers alone: as long as it stays the same, the fact that the note asks has not changed. */
export function answersOfText(text: NoteText): string {
  return answerText(treeOfText(text))
}

function sectionOf(text: SectionText, id: string): Section {
  return {
    id,
    type: text.type,
    file: '',
    line: 1,
    meta: metaOf(text),
    sources: [],
    blocks: blocksOf(text),
    options: text.options.map(({ why, ...option }) => ({ ...option, rationale: why, line: 1 })),
    rows: text.rows.map(({ why, ...row }) => ({ ...row, rationale: why, line: 1 })),
    steps: text.steps.map(({ text: step, why }, index) => ({
      text: step,
      rationale: why,
      number: index + 1,
      line: 1,
    })),
    decoys: text.decoys.map(({ text: decoy, why }) => ({ text: decoy, rationale: why, line: 1 })),
  }
}

function metaOf({ shell, unit, accept }: SectionText): ReadonlyMap<MetaKey, MetaValue> {
  const values: [MetaKey, string][] = [
    ['shell', shell],
    ['unit', unit],
    ['accept', accept.join(';')],
  ]
  return new Map(
    values.filter(([, value]) => value !== '').map(([key, value]) => [key, { value, line: 1 }]),
  )
}

function blocksOf(text: SectionText): ReadonlyMap<Label, Block> {
  const { type, ask, answer, backAsk, backAnswer, also, choices, why } = text
  const isCommand = type === 'command'
  const back = backAsk === '' && backAnswer === '' ? '' : `${backAsk} => ${backAnswer}`
  const labels: readonly (readonly [Label, string])[] = [
    [type === 'cloze' ? 'T' : type === 'scenario' ? 'S' : 'Q', ask],
    ['A', hasAnswer(type) ? (isCommand ? fenced(answer) : answer) : ''],
    ['Back', type === 'reversed' ? back : ''],
    ['Also', isCommand ? also.map(fenced).join('\n') : ''],
    ['Options', type === 'which' ? choices.join('; ') : ''],
    ['Why', why],
  ]
  const written = labels.filter(([, value]) => value !== '')
  return new Map(written.map(([label, value]) => [label, blockOf(value)]))
}

function hasAnswer(type: SectionText['type']): boolean {
  return ['basic', 'reversed', 'number', 'command'].includes(type)
}

function fenced(code: string): string {
  return code.trim() === '' ? '' : `${FENCE}\n${code}\n${FENCE}`
}

function blockOf(text: string): Block {
  return { line: 1, lines: text.split('\n').map((line) => ({ number: 1, text: line })) }
}
