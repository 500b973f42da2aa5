import type { NoteId } from '../note.ts'
import { mapImages } from '../text/images.ts'
import { compactText, mapTexts } from '../text/note-text.ts'
import type { NoteText } from '../text/note-text.ts'
import type { ImportedNote } from './content.ts'

/** A note that the learner has. */
export interface KnownNote {
  readonly id: NoteId
  readonly tags: readonly string[]
  readonly text: NoteText
}

/** What an imported note meets: nothing, the same note, or one that says something else. */
export type Match =
  | { readonly kind: 'new' }
  /** `byId`: it is the note that was imported before, whatever it says now. */
  | { readonly kind: 'same' | 'differs'; readonly id: NoteId; readonly byId: boolean }

/** What to do with notes that differ from one that is here. */
export const DUPLICATE_CHOICES = ['skip', 'update', 'both'] as const
export type DuplicateChoice = (typeof DUPLICATE_CHOICES)[number]

/**
 * For each imported note the note that it meets: the one with its id, else one that asks the same and is
 * met by no other.
 */
export function matchNotes(
  imported: readonly ImportedNote[],
  known: readonly KnownNote[],
): Match[] {
  const byId = new Map(known.map((note) => [note.id, note]))
  const ids = new Set(imported.map(({ id }) => id))
  const byQuestion = new Map(
    known.filter(({ id }) => !ids.has(id)).map((note) => [questionOf(note.text), note]),
  )
  return imported.map((note) => {
    const own = byId.get(note.id)
    if (own) return { kind: isSame(note, own) ? 'same' : 'differs', id: own.id, byId: true }
    const question = questionOf(note.text)
    const other = byQuestion.get(question)
    if (!other) return { kind: 'new' }
    byQuestion.delete(question)
    return { kind: isSame(note, other) ? 'same' : 'differs', id: other.id, byId: false }
  })
}

function questionOf({ ask }: NoteText): string {
  return plain(ask).replaceAll(/\s+/g, ' ').trim().toLowerCase()
}

function isSame(a: Pick<KnownNote, 'tags' | 'text'>, b: KnownNote): boolean {
  return tagsOf(a) === tagsOf(b) && contentOf(a.text) === contentOf(b.text)
}

function tagsOf({ tags }: Pick<KnownNote, 'tags'>): string {
  return tags.toSorted().join(' ')
}

function contentOf(text: NoteText): string {
  return JSON.stringify(compactText(mapTexts(text, plain)), inOrder)
}

/** Fields in one order, whoever wrote them. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Images have another name once they are kept. */
function plain(text: string): string {
  return mapImages(text, () => 'image')
}
