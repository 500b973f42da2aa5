import type { NoteId } from '../core/note.ts'
import { valueAt, withValue } from '../core/text/fields.ts'
import { mergeText } from '../core/text/merge.ts'
import { compactText, fullText } from '../core/text/note-text.ts'
import type { NoteText, StoredText } from '../core/text/note-text.ts'
import { keysOfText } from '../core/text/tree-of-text.ts'
import type { Instant } from '../core/time.ts'
import { endDraftIn } from './drafts.ts'
import type { DraftOwner } from './drafts.ts'
import { rekeyNote } from './catalogs.ts'
import { withDb } from './db.ts'
import type { EditRow, StoredNote, StudyDb } from './db.ts'
import { noteAct } from './journal.ts'
import { refuseOvertaken, stampAfter } from './written.ts'
import type { Written } from './written.ts'

/** Of these notes those that the learner edited, whether or not the edit was discarded since. */
export async function editsOf(
  db: StudyDb,
  ids: readonly NoteId[],
): Promise<ReadonlyMap<NoteId, EditRow>> {
  const rows = await withDb(db, () => db.edits.bulkGet([...ids]))
  return new Map(rows.flatMap((row) => (row ? [[row.noteId, row]] : [])))
}

/** Every edit that stands. */
export async function standingEdits(db: StudyDb): Promise<EditRow[]> {
  return withDb(db, () => db.edits.filter(({ mine }) => mine !== null).toArray())
}

/**
 * Saves the learner's text of a shipped note as a layer over it. A text that is the shipped one again is no
 * edit. Fields that were still to be decided are decided by being changed.
 *
 * @param began the shipped text when the edit was begun: a release since then is merged with it, as an edit
 *   that had been saved before it would have been
 * @param seen when the edit had been written last as far as its author knows
 * @param owner the editor that saves; drafts of others stay
 * @throws Overtaken; StorageFault where nothing could be saved
 */
export async function saveEdit(
  db: StudyDb,
  noteId: NoteId,
  typed: NoteText,
  written: Written,
  began?: NoteText,
  seen?: Instant | null,
  owner?: DraftOwner,
): Promise<void> {
  const change = (note: StoredNote, before: EditRow | undefined) => {
    refuseOvertaken(before?.updatedAt, seen)
    return edited(note, before, typed, began)
  }
  await changing(db, noteId, written, change, owner)
}

/** What becomes of an edit with what is typed. */
function edited(
  note: StoredNote,
  before: EditRow | undefined,
  typed: NoteText,
  began?: NoteText,
): Changed {
  const base = fullText(before?.mine ? before.base : note.text)
  const isOlder = began !== undefined && JSON.stringify(began) !== JSON.stringify(base)
  const merged = isOlder ? mergeText(began, base, typed) : { text: typed, differences: [] }
  const { text: mine, differences } = merged
  if (JSON.stringify(base) === JSON.stringify(mine)) return { mine: null, differences: [] }
  const found = new Set(differences.map(({ path }) => path))
  const open = (before?.mine ? before.differences : []).filter(
    ({ path, mine: said }) => !found.has(path) && asText(valueAt(mine, path)) === said,
  )
  return { mine, differences: [...open, ...differences] }
}

/** Takes the learner's edit away; the shipped text is shown again. It can be undone. */
export async function discardEdit(db: StudyDb, noteId: NoteId, written: Written): Promise<void> {
  await withDb(db, () =>
    db.transaction('rw', [...TABLES, 'local'], async () => {
      const before = await db.edits.get(noteId)
      await discardEditIn(db, noteId, written)
      if (!before?.mine) return
      const { mine, base, differences } = before
      const texts = [{ what: 'edit', id: noteId, mine, base, differences }] as const
      await noteAct(db, { at: written.at, texts })
    }),
  )
  db.changes.announce({ kind: 'edited', noteId })
}

/** The same inside a transaction, without a word to undo. */
export async function discardEditIn(db: StudyDb, noteId: NoteId, written: Written): Promise<void> {
  await changeIn(db, noteId, written, () => ({ mine: null, differences: [] }))
}

/**
 * Brings back an edit that was discarded, inside a transaction. A release since then is merged with it, as
 * if it had stood.
 */
export async function restoreEditIn(
  db: StudyDb,
  noteId: NoteId,
  edit: Pick<EditRow, 'base' | 'differences'> & { readonly mine: StoredText },
  written: Written,
): Promise<void> {
  await changeIn(db, noteId, written, (note) => {
    const [mine, base] = [fullText(edit.mine), fullText(edit.base)]
    const isSame = JSON.stringify(base) === JSON.stringify(fullText(note.text))
    return isSame ? { mine, differences: edit.differences } : edited(note, undefined, mine, base)
  })
}

/** Decides one difference, for the learner's text or for that of the release. */
export async function decide(
  db: StudyDb,
  noteId: NoteId,
  path: string,
  side: 'mine' | 'release',
  written: Written,
): Promise<void> {
  await changing(db, noteId, written, (_note, before) => {
    const mine = before?.mine ? fullText(before.mine) : null
    if (!before || !mine) return { mine: null, differences: [] }
    const release = fullText(before.base)
    const decided = side === 'mine' ? mine : withValue(mine, path, valueAt(release, path))
    const isOriginal = JSON.stringify(release) === JSON.stringify(decided)
    return {
      mine: isOriginal ? null : decided,
      differences: before.differences.filter((difference) => difference.path !== path),
    }
  })
}

const TABLES = ['notes', 'exams', 'edits', 'drafts']

interface Changed {
  readonly mine: NoteText | null
  readonly differences: EditRow['differences']
}

async function changing(
  db: StudyDb,
  noteId: NoteId,
  written: Written,
  change: (note: StoredNote, before: EditRow | undefined) => Changed,
  owner?: DraftOwner,
): Promise<void> {
  await withDb(db, () =>
    // Async itself: Dexie loses the transaction behind a function that only returns a promise.
    db.transaction('rw', TABLES, async () => changeIn(db, noteId, written, change, owner)),
  )
  db.changes.announce({ kind: 'edited', noteId })
}

async function changeIn(
  db: StudyDb,
  noteId: NoteId,
  written: Written,
  change: (note: StoredNote, before: EditRow | undefined) => Changed,
  owner?: DraftOwner,
): Promise<void> {
  const [note, before] = await Promise.all([db.notes.get(noteId), db.edits.get(noteId)])
  if (!note?.text || note.own) return
  const { mine, differences } = change(note, before)
  const isBased = before !== undefined && before.mine !== null
  await db.edits.put({
    noteId,
    base: isBased ? before.base : note.text,
    baseRev: isBased ? before.baseRev : note.rev,
    mine: mine && compactText(mine),
    differences,
    ...stampAfter(before?.updatedAt, written),
  })
  await rekeyNote(db, noteId, keysOfText(mine ?? fullText(note.text)))
  await endDraftIn(db, noteId, owner)
}

/** As the merge writes what a field said (core/text/merge.ts). */
function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null)
}
