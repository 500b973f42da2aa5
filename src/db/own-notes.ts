import * as v from 'valibot'
import { TagSchema } from '../core/note-tags.ts'
import type { Html, Note, NoteBody, NoteId, SkillId } from '../core/note.ts'
import { deckSkill } from '../core/own-exam.ts'
import type { OwnDeck } from '../core/own-decks.ts'
import { compactText, fullText } from '../core/text/note-text.ts'
import type { NoteText } from '../core/text/note-text.ts'
import { answersOfText } from '../core/text/tree-of-text.ts'
import type { Instant } from '../core/time.ts'
import { catalogOwnNote, rebuildOwnCatalog } from './catalogs.ts'
import { withDb } from './db.ts'
import type { StoredNote, StudyDb } from './db.ts'
import { endDraftIn } from './drafts.ts'
import type { DraftOwner } from './drafts.ts'
import { noteAct } from './journal.ts'
import { deckTitled, inStandingDeck } from './own-decks.ts'
import { refuseOvertaken, stampAfter } from './written.ts'
import type { Written } from './written.ts'

/** An own note as the editor gives it. */
export interface OwnNoteInput {
  /** A UUID. */
  readonly id: NoteId
  /** The deck by its title, which is found or made; `id` is for one that is made. */
  readonly deck: { readonly id: string; readonly title: string }
  readonly tags: readonly string[]
  /** Skills of exams that the note counts for besides its deck. */
  readonly skills: readonly SkillId[]
  readonly text: NoteText
  /** The text as it was rendered: for lists and search. What is shown is rendered anew. */
  readonly rendered: Rendered
}

export interface Rendered {
  readonly body: NoteBody
  readonly why: Html | null
  readonly title: string
}

const InputSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  tags: v.pipe(v.array(TagSchema), v.maxLength(50)),
  skills: v.pipe(v.array(v.pipe(v.string(), v.regex(/^az\d{3}(-[a-z0-9]+)+$/))), v.maxLength(8)),
})

const TABLES = ['notes', 'exams', 'ownDecks', 'drafts'] as const

/**
 * Saves an own note, new or changed, with its deck and its place in the catalog, and ends its draft: all in
 * one transaction. Its cards keep their history.
 *
 * @param draft id of the draft that this ends
 * @param seen  when the note had been written last as far as its author knows
 * @param owner the editor that saves; drafts of others stay
 * @throws v.ValiError for what is no note; Overtaken; StorageFault where nothing could be saved
 */
export async function saveOwnNote(
  db: StudyDb,
  input: OwnNoteInput,
  written: Written,
  draft: string = input.id,
  seen?: Instant | null,
  owner?: DraftOwner,
): Promise<StoredNote> {
  v.parse(InputSchema, input)
  const text = fullText(input.text)
  const note = await withDb(db, () =>
    db.transaction('rw', [...TABLES], async () => {
      const before = await db.notes.get(input.id)
      refuseOvertaken(before?.own?.updatedAt, seen)
      const deck = await deckTitled(db, input.deck, written)
      const saved = noteOf(input, text, deck, before, written)
      await db.notes.put(saved)
      // One that was deleted is back in its old place.
      await (before?.retired ? rebuildOwnCatalog(db) : catalogOwnNote(db, saved, before))
      await endDraftIn(db, draft, owner)
      return saved
    }),
  )
  db.changes.announce({ kind: 'edited', noteId: note.id })
  return note
}

/** Deletes an own note, or brings it back. Its row, history and draft stay, so that nothing is lost. */
export async function setOwnNoteDeleted(
  db: StudyDb,
  id: NoteId,
  isDeleted: boolean,
  written: Written,
): Promise<void> {
  await withDb(db, () =>
    db.transaction('rw', [...TABLES, 'local'], async () => {
      const isDone = await setOwnNoteDeletedIn(db, id, isDeleted, written)
      const texts = [{ what: 'note', id, deleted: isDeleted }] as const
      if (isDone) await noteAct(db, { at: written.at, texts })
    }),
  )
  db.changes.announce({ kind: 'edited', noteId: id })
}

/** The same inside a transaction, without a word to undo. Says whether anything changed. */
export async function setOwnNoteDeletedIn(
  db: StudyDb,
  id: NoteId,
  isDeleted: boolean,
  written: Written,
): Promise<boolean> {
  const note = await db.notes.get(id)
  if (!note?.own || note.retired === isDeleted) return false
  const { createdAt, updatedAt } = note.own
  const own = { createdAt, ...stampAfter(updatedAt, written) }
  const changed = { ...note, retired: isDeleted, own }
  const next = isDeleted ? changed : await inStandingDeck(db, changed, written)
  await db.notes.put(next)
  await (isDeleted ? catalogOwnNote(db, next, note) : rebuildOwnCatalog(db))
  return true
}

function noteOf(
  { id, tags, skills, rendered }: OwnNoteInput,
  text: NoteText,
  deck: OwnDeck,
  before: StoredNote | undefined,
  written: Written,
): StoredNote {
  const stamp = stampAfter(before?.own?.updatedAt, written)
  return {
    ...PLAIN_NOTE,
    id,
    deck: deck.id,
    rev: revAfter(before, text),
    skills: [...skills, deckSkill(deck.id)],
    tags: [...new Set(tags)],
    text: compactText(text),
    ...rendered,
    hash: `${stamp.updatedAt}`,
    retired: false,
    own: { createdAt: before?.own?.createdAt ?? stamp.updatedAt, ...stamp },
  }
}

/** What an own note does not have, as every note has it. */
export const PLAIN_NOTE = {
  level: 1,
  sources: [],
  verified: '',
  status: null,
  decay: 'slow',
  pool: 'review',
  confuse: [],
  needs: [],
  answerHash: '',
} as const satisfies Partial<Note>

/** Raised when the answers changed: the log says which options were chosen, and they are others now. */
export function revAfter(before: StoredNote | undefined, text: NoteText): number {
  if (!before?.text) return 1
  const earlier = fullText(before.text)
  const isSame =
    earlier.type === text.type &&
    answersOfText(earlier) === answersOfText(text) &&
    JSON.stringify(earlier.options) === JSON.stringify(text.options)
  return isSame ? before.rev : before.rev + 1
}
