import * as v from 'valibot'
import { NOTE_TYPES } from '../note.ts'

/** Characters that one field may have, and items of a list: enough for any card, too few to hurt. */
export const MOST_CHARACTERS = 20_000
export const MOST_ITEMS = 24

const text = v.optional(v.pipe(v.string(), v.maxLength(MOST_CHARACTERS)), '')
const short = v.optional(v.pipe(v.string(), v.maxLength(120)), '')
const listOf = <T extends v.GenericSchema>(item: T) =>
  v.optional(v.pipe(v.array(item), v.maxLength(MOST_ITEMS)), [])

const texts = listOf(v.pipe(v.string(), v.maxLength(MOST_CHARACTERS)))
const key = v.pipe(v.string(), v.minLength(1), v.maxLength(39))
const item = { text, why: text }

const section = {
  /** The question; the text of a cloze; the situation of a scenario. */
  ask: text,
  /** The answer. Of a command the code alone, of a number the number alone. */
  answer: text,
  /** The other direction of `reversed`. */
  backAsk: text,
  backAnswer: text,
  /** Further right commands. */
  also: texts,
  shell: short,
  unit: short,
  /** Further right numbers. */
  accept: texts,
  options: listOf(v.strictObject({ ...item, right: v.optional(v.boolean(), false) })),
  /** In their right order. */
  steps: listOf(v.strictObject(item)),
  decoys: listOf(v.strictObject(item)),
  /** What the rows of `which` choose from, and the rows. */
  choices: texts,
  rows: listOf(v.strictObject({ ...item, key, answer: text })),
  why: text,
}

const QuestionTextSchema = v.strictObject({
  key,
  type: v.picklist(NOTE_TYPES),
  ...section,
})

/**
 * A note as somebody writes it: Markdown by field, before it is HTML. What a field is for depends on the
 * type; fields that a type does not use are empty or kept for when the type is changed back.
 */
export const NoteTextSchema = v.strictObject({
  type: v.picklist(NOTE_TYPES),
  ...section,
  questions: listOf(QuestionTextSchema),
})

export type NoteText = v.InferOutput<typeof NoteTextSchema>
export type QuestionText = v.InferOutput<typeof QuestionTextSchema>
/** What a note and a question of a scenario have in common. */
export type SectionText = Omit<NoteText, 'questions'>
export type ItemText = NoteText['steps'][number]
export type OptionText = NoteText['options'][number]
export type RowText = NoteText['rows'][number]

/** As it is stored and shipped: what is empty is left out. */
export type StoredText = v.InferInput<typeof NoteTextSchema>

/** A text from storage or from a bundle with all its fields. Throws for what is no such text. */
export function fullText(stored: unknown): NoteText {
  return v.parse(NoteTextSchema, stored)
}

/** The same without what is empty. */
export function compactText(full: NoteText): StoredText {
  return v.parse(v.custom<StoredText>(isObject), compact(full))
}

export function emptyText(type: NoteText['type']): NoteText {
  return fullText({ type })
}

/** Whether nothing was written yet, whatever the type. */
export function isBlank(note: NoteText): boolean {
  const { shell: _shell, type: _type, ...rest } = compactText(note)
  return Object.keys(rest).length === 0
}

/** Every text of the note through `change`, for instance to name images otherwise. */
export function mapTexts(note: NoteText, change: (text: string) => string): NoteText {
  return {
    ...mapSection(note, change),
    questions: note.questions.map((q) => mapSection(q, change)),
  }
}

function mapSection<T extends SectionText>(part: T, change: (text: string) => string): T {
  const items = <I extends ItemText>(list: readonly I[]) =>
    list.map((each) => ({ ...each, text: change(each.text), why: change(each.why) }))
  return {
    ...part,
    ask: change(part.ask),
    answer: change(part.answer),
    backAsk: change(part.backAsk),
    backAnswer: change(part.backAnswer),
    why: change(part.why),
    options: items(part.options),
    steps: items(part.steps),
    decoys: items(part.decoys),
    rows: items(part.rows),
  }
}

function compact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => compact(each))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => !isEmpty(each))
      .map(([name, each]) => [name, compact(each)]),
  )
}

function isEmpty(value: unknown): boolean {
  return value === '' || value === false || (Array.isArray(value) && value.length === 0)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
