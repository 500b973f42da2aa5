import * as v from 'valibot'
import { emptyText, NoteTextSchema } from '../../core/text/note-text.ts'
import type { NoteText } from '../../core/text/note-text.ts'
import type { DraftRow } from '../../db/db.ts'

/** Id of the draft of a note that is not saved yet. There is one at a time. */
export const NEW = 'new'

const DraftSchema = v.strictObject({
  noteId: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  text: NoteTextSchema,
  /** Title of the deck. */
  deck: v.pipe(v.string(), v.maxLength(200)),
  /** As typed: names with blanks or commas between them. */
  tags: v.pipe(v.string(), v.maxLength(2000)),
  /** A skill of an exam, or nothing. */
  skill: v.pipe(v.string(), v.maxLength(80)),
  /** Of a shipped note what its author had written when the draft was begun. */
  began: v.exactOptional(NoteTextSchema),
  /** The text that was saved when the draft was begun, kept with it for a later look. */
  over: v.exactOptional(NoteTextSchema),
})

/** What the editor holds of a note. */
export type Draft = v.InferOutput<typeof DraftSchema>

/** A draft from storage or from the screen. Null where it is none, as after an update of the app. */
export function readDraft(value: unknown): Draft | null {
  const draft = v.safeParse(DraftSchema, value)
  return draft.success ? draft.output : null
}

export function draftIn(row: DraftRow | null): Draft | null {
  return row && readDraft(row.value)
}

/** The next note after `last`: of the same type, deck, tags and skill, with nothing written yet. */
export function nextDraft(noteId: string, last: Omit<Draft, 'noteId'>): Draft {
  const { shell } = last.text
  return { ...last, noteId, text: { ...emptyText(last.text.type), shell } }
}

export function emptyDraft(noteId: string, deck: string, type: NoteText['type'] = 'basic'): Draft {
  return { noteId, text: withRoom(emptyText(type)), deck, tags: '', skill: '' }
}

/** The text of another type, with what was written so far and the rows that one begins with. */
export function withType(text: NoteText, type: NoteText['type']): NoteText {
  const ask = type === 'cloze' || text.type !== 'cloze' ? text.ask : withoutGaps(text.ask)
  return withRoom({ ...text, type, ask, shell: text.shell === '' ? 'az' : text.shell })
}

/** The empty rows that a list of this type begins with. */
export function withRoom(text: NoteText): NoteText {
  const item = { text: '', why: '' }
  if (text.type === 'single' || text.type === 'multi') {
    return { ...text, options: room(text.options, 4, { ...item, right: false }) }
  }
  return text.type === 'order' ? { ...text, steps: room(text.steps, 3, item) } : text
}

function room<T>(list: readonly T[], least: number, empty: T): T[] {
  return [...list, ...Array.from({ length: Math.max(0, least - list.length) }, () => empty)]
}

/** Tags as typed, one by one. */
export function tagsIn(typed: string): string[] {
  return [...new Set(typed.split(/[\s,]+/).filter((tag) => tag !== ''))]
}

function withoutGaps(text: string): string {
  return text.replaceAll(/\{\{c\d+::(.+?)(?:::.+?)?\}\}/g, '$1')
}
