import type { FrontKey, Label, MetaKey } from './grammar.ts'

/** A deck file as it was written, with line numbers, before anything is known to be right. */
export interface DeckTree {
  readonly file: string
  readonly front: ReadonlyMap<FrontKey, string>
  readonly notes: readonly NoteTree[]
}

export interface TextLine {
  readonly number: number
  readonly text: string
}

/** The text behind a label. The first line is what stands beside the label. */
export interface Block {
  readonly line: number
  readonly lines: readonly TextLine[]
}

export interface MetaValue {
  readonly value: string
  readonly line: number
}

export interface SourceLine {
  readonly url: string
  readonly readOn: string | null
  readonly line: number
}

/** An option, a row or a step. The rationale is empty where none was given. */
interface Item {
  readonly text: string
  readonly line: number
  readonly rationale: string
}
export interface OptionItem extends Item {
  readonly right: boolean
}
export interface RowItem extends Item {
  readonly key: string
  readonly answer: string
}
export interface StepItem extends Item {
  readonly number: number
}
export type DecoyItem = Item

/** What a card and a question of a scenario have in common. */
export interface Section {
  /** Id of the card, or key of the question. */
  readonly id: string
  /** As written; perhaps no known type. */
  readonly type: string
  readonly file: string
  readonly line: number
  readonly meta: ReadonlyMap<MetaKey, MetaValue>
  readonly sources: readonly SourceLine[]
  readonly blocks: ReadonlyMap<Label, Block>
  readonly options: readonly OptionItem[]
  readonly rows: readonly RowItem[]
  readonly steps: readonly StepItem[]
  readonly decoys: readonly DecoyItem[]
}

export interface NoteTree extends Section {
  readonly questions: readonly Section[]
}

/** The text behind a label, or an empty string. */
export function textOf(section: Section, label: Label): string {
  const block = section.blocks.get(label)
  return block ? blockText(block) : ''
}

export function blockText(block: Block): string {
  return block.lines
    .map(({ text }) => text)
    .join('\n')
    .trim()
}

/** What is asked: the question, the cloze text or the scenario. */
export function promptOf(section: Section): string {
  return textOf(section, 'Q') || textOf(section, 'T') || textOf(section, 'S')
}

/** The parts of a list on one line, e.g. of `skill: a, b`. */
export function listOf(value: string | undefined, separator: ',' | ';'): string[] {
  return (value ?? '')
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** The options that the rows of a `which` card choose from. */
export function choicesOf(section: Section): string[] {
  return listOf(textOf(section, 'Options'), ';')
}

/** The skills of a card, from its own metadata or from the front matter. */
export function skillsOf(deck: DeckTree, note: NoteTree): string[] {
  return listOf(note.meta.get('skill')?.value ?? deck.front.get('skill'), ',')
}
