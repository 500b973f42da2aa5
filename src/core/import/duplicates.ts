import { cardIdOf } from '../note.ts'
import type { CardId, NoteId } from '../note.ts'
import { mapImages } from '../text/images.ts'
import { compactText, mapTexts } from '../text/note-text.ts'
import type { NoteText } from '../text/note-text.ts'
import type { Instant } from '../time.ts'
import type { ImportedEntry, ImportedNote } from './content.ts'

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
 * For each imported note the note that it meets: the one with its id, else one that asks the same and is met
 * by no other. Of several that ask the same, the one that also answers the same.
 */
export function matchNotes(
  imported: readonly ImportedNote[],
  known: readonly KnownNote[],
): Match[] {
  const byId = new Map(known.map((note) => [note.id, note]))
  const ids = new Set(imported.map(({ id }) => id))
  const free = Map.groupBy(
    known.filter(({ id }) => !ids.has(id)),
    ({ text }) => questionOf(text),
  )
  const take = (
    note: ImportedNote,
    isMet: (other: KnownNote) => boolean,
  ): KnownNote | undefined => {
    const others = free.get(questionOf(note.text))
    const at = others?.findIndex(isMet) ?? -1
    return others?.splice(at, at < 0 ? 0 : 1)[0]
  }
  const exact = imported.map((note): Match | null => {
    const own = byId.get(note.id)
    if (own) return { kind: isSame(note, own) ? 'same' : 'differs', id: own.id, byId: true }
    const other = take(note, (each) => isSame(note, each))
    return other ? { kind: 'same', id: other.id, byId: false } : null
  })
  return imported.map((note, index) => {
    const match = exact[index]
    if (match) return match
    const other = take(note, () => true)
    return other ? { kind: 'differs', id: other.id, byId: false } : { kind: 'new' }
  })
}

/**
 * The entries of a note's history that its cards do not have yet. Entries are the same where they are of one
 * card and one moment, as a package that was written here has the same history under other ids. A due day
 * alone brings nothing.
 *
 * @param times what `timeKey` says of every entry that is there
 */
export function freshLog(
  log: readonly ImportedEntry[],
  noteId: NoteId,
  times: ReadonlySet<string>,
): ImportedEntry[] {
  const fresh = log.filter(({ key, at }) => !times.has(timeKey(cardIdOf(noteId, key), at)))
  const happened = new Set(fresh.filter((entry) => !isDueDay(entry)).map(({ key }) => key))
  return fresh.filter(({ key }) => happened.has(key))
}

export function timeKey(cardId: CardId, at: Instant): string {
  return `${at} ${cardId}`
}

/** The day that a package has for a card, at the end of its history; see anki/history.ts. */
function isDueDay({ kind, name }: ImportedEntry): boolean {
  return kind === 'rescheduled' && name.startsWith('d')
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
