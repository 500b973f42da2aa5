import type { NoteId } from '../../core/note.ts'
import { fullText } from '../../core/text/note-text.ts'
import type { NoteText } from '../../core/text/note-text.ts'
import { usedText } from '../../core/text/used-text.ts'
import type { OwnDeck } from '../../core/own-decks.ts'
import type { Instant } from '../../core/time.ts'
import type { EditRow, StoredNote } from '../../db/db.ts'
import { notesWithEdits } from '../../db/notes.ts'
import { ownDecks } from '../../db/own-decks.ts'
import type { App } from '../app.ts'
import { EDITOR } from '../words/editor.ts'
import { tagsIn } from './draft.ts'
import type { Draft } from './draft.ts'

/** What is saved of a note, as the editor has it. */
export interface SavedNow {
  readonly draft: Draft
  /** When it was written last; null where the learner wrote nothing of it yet. */
  readonly at: Instant | null
  /** An own note that the learner deleted. */
  readonly isDeleted: boolean
}

/** What is saved of a note now; null where it is unknown or has no text to be changed. */
export async function savedNow(app: App, id: NoteId): Promise<SavedNow | null> {
  const [{ notes, edits }, decks] = await Promise.all([
    notesWithEdits(app.db, [id]),
    ownDecks(app.db),
  ])
  const [note, edit] = [notes.get(id), edits.get(id)]
  if (!note?.text) return null
  const isDeleted = note.own !== undefined && note.retired
  return { draft: savedDraft(note, edit, decks), at: writtenAt(note, edit), isDeleted }
}

export function savedDraft(
  note: StoredNote,
  edit: EditRow | undefined,
  decks: readonly OwnDeck[],
): Draft {
  const text = textOf(note, edit)
  if (!note.own) {
    const began = fullText(edit?.mine ? edit.base : note.text)
    return { noteId: note.id, text, deck: '', tags: '', skill: '', began }
  }
  return {
    noteId: note.id,
    text,
    deck: decks.find(({ id }) => id === note.deck)?.title ?? EDITOR.firstDeck,
    tags: note.tags.join(' '),
    skill: note.skills.find((skill) => !skill.startsWith('own-')) ?? '',
  }
}

/**
 * Whether what is saved by now would be lost: it is another text than the one that was changed here, and
 * not what is to be saved. A release since then is no such case, as it is merged.
 */
export function isOvertaken(theirs: Draft, over: Draft, mine: Draft): boolean {
  if (JSON.stringify(theirs.began) !== JSON.stringify(over.began)) return false
  return !isSameDraft(theirs, over) && !isSameDraft(theirs, mine)
}

/** Whether two drafts say the same, however it was typed. */
export function isSameDraft(one: Draft, other: Draft): boolean {
  return saying(one) === saying(other)
}

function saying({ text, deck, tags, skill }: Draft): string {
  return JSON.stringify([usedText(text), deck.trim(), tagsIn(tags), skill])
}

function textOf(note: StoredNote, edit: EditRow | undefined): NoteText {
  return fullText((!note.own && edit?.mine) || note.text)
}

function writtenAt(note: StoredNote, edit: EditRow | undefined): Instant | null {
  return (note.own ?? edit)?.updatedAt ?? null
}
