import type { ImportedEntry } from '../core/import/content.ts'
import { freshLog } from '../core/import/duplicates.ts'
import type { DuplicateChoice } from '../core/import/duplicates.ts'
import { stableId } from '../core/import/stable-id.ts'
import type { Mark } from '../core/mark.ts'
import { cardIdOf } from '../core/note.ts'
import type { NoteId } from '../core/note.ts'
import { deckSkill } from '../core/own-exam.ts'
import { IMPORTED } from '../core/review.ts'
import type { Review } from '../core/review.ts'
import { compactText } from '../core/text/note-text.ts'
import type { StoredNote } from './db.ts'
import type { ImportInput, NoteToTake } from './import-notes.ts'
import type { ImportedRow, ImportRecord } from './import-record.ts'
import { PLAIN_NOTE, revAfter } from './own-notes.ts'
import { stampAfter } from './written.ts'
import type { Written } from './written.ts'

/** What an import finds here. */
interface Here {
  /** Notes that are met, by id. */
  readonly met: ReadonlyMap<NoteId, StoredNote>
  /** Notes that went when their import was taken back. */
  readonly gone: ReadonlyMap<NoteId, StoredNote>
  readonly deckOf: (title: string) => string
  /** What `timeKey` says of every entry of the log. */
  readonly times: ReadonlySet<string>
}

/** What an import is to write. */
interface Plan {
  readonly rows: readonly StoredNote[]
  readonly log: readonly Review[]
  /** Of the log what may be there already and was taken back. */
  readonly revived: readonly Review[]
  readonly marks: ReadonlyMap<string, Mark>
  readonly counts: Readonly<Record<'added' | 'updated' | 'left', number>>
}

/** What becomes of each note of an import. */
export function planOf(input: ImportInput, written: Written, here: Here): Plan {
  const rows: StoredNote[] = []
  const log: Review[] = []
  const revived: Review[] = []
  const marks = new Map<string, Mark>()
  const counts = { added: 0, updated: 0, left: 0 }
  for (const each of input.notes) {
    const deed = deedOf(each, input.choice, here.met)
    counts[deed.counts] += 1
    const { note } = each
    const back = deed.before ? undefined : here.gone.get(deed.id)
    if (deed.writes) rows.push(rowOf(each, deed, here.deckOf(note.deck), back, written))
    if (!deed.hasHistory) continue
    const isMet = deed.before !== undefined || deed.counts === 'left'
    const fresh = isMet ? freshLog(note.log, deed.id, here.times) : note.log
    for (const entry of fresh) {
      const review = reviewOf(entry, deed.id, input.utcOffsetMin)
      log.push(review)
      if (back) revived.push(review)
    }
    for (const { key, suspended, flag, changedAt } of note.marks) {
      const cardId = cardIdOf(deed.id, key)
      const mark = { cardId, suspended, flag, buriedUntil: null }
      const updatedAt = back ? written.at : Math.min(changedAt, written.at)
      marks.set(cardId, { ...mark, updatedAt, device: IMPORTED })
    }
  }
  return { rows, log, revived, marks, counts }
}

/** Which of the notes written were here before, and what they said. */
export function writtenRows(
  rows: readonly StoredNote[],
  met: ReadonlyMap<NoteId, StoredNote>,
): Pick<ImportRecord, 'added' | 'updated'> {
  const added: ImportedRow[] = []
  const updated: ImportRecord['updated'][number][] = []
  for (const { id, own } of rows) {
    const row = { id, updatedAt: own?.updatedAt ?? 0 }
    const before = met.get(id)
    if (before) updated.push({ ...row, before })
    else added.push(row)
  }
  return { added, updated }
}

/** What is done with one note. */
interface Deed {
  readonly id: NoteId
  readonly counts: 'added' | 'updated' | 'left'
  readonly writes: boolean
  readonly hasHistory: boolean
  readonly before: StoredNote | undefined
}

function deedOf(
  { note, match, copyId }: NoteToTake,
  choice: DuplicateChoice,
  met: ReadonlyMap<NoteId, StoredNote>,
): Deed {
  const before = match.kind === 'new' ? undefined : met.get(match.id)
  // It may have gone since the file was looked at.
  if (match.kind === 'new' || !before) {
    return { id: note.id, counts: 'added', writes: true, hasHistory: true, before: undefined }
  }
  const { id, byId } = match
  if (match.kind === 'same') {
    return { id, counts: 'left', writes: false, hasHistory: true, before }
  }
  if (choice === 'update') return { id, counts: 'updated', writes: true, hasHistory: true, before }
  if (choice === 'both') {
    return { id: copyId, counts: 'added', writes: true, hasHistory: true, before: undefined }
  }
  return { id, counts: 'left', writes: false, hasHistory: byId, before }
}

function rowOf(
  { note, rendered }: NoteToTake,
  { id, before }: Deed,
  deckId: string,
  back: StoredNote | undefined,
  written: Written,
): StoredNote {
  const made = note.createdAt ?? written.at
  const changed = note.changedAt ?? made
  const own = before?.own
    ? { createdAt: before.own.createdAt, ...stampAfter(before.own.updatedAt, written) }
    : back?.own
      ? { createdAt: made, ...stampAfter(back.own.updatedAt, written) }
      : { createdAt: made, updatedAt: Math.max(made, changed), device: IMPORTED }
  return {
    ...PLAIN_NOTE,
    ...(before?.earlier && { earlier: before.earlier }),
    id,
    deck: before?.deck ?? deckId,
    skills: before?.skills ?? [...(note.skills ?? []), deckSkill(deckId)],
    rev: revAfter(before, note.text),
    tags: [...note.tags],
    text: compactText(note.text),
    ...rendered,
    hash: `${own.updatedAt}`,
    retired: false,
    own,
  }
}

/** Characters that an id of a note may have to begin the ids of its entries, which are 64 at most. */
const SHORT_ID = 36

function reviewOf(
  entry: ImportedEntry,
  noteId: NoteId,
  utcOffsetMin: ImportInput['utcOffsetMin'],
): Review {
  const { name, key, at } = entry
  const start = noteId.length <= SHORT_ID ? noteId : stableId(noteId)
  const base = {
    id: `${start}-${name}-${key}`,
    cardId: cardIdOf(noteId, key),
    at,
    utcOffsetMin: utcOffsetMin(at),
    device: IMPORTED,
  }
  if (entry.kind === 'reset') return { ...base, kind: 'reset' }
  if (entry.kind === 'rescheduled') return { ...base, kind: 'rescheduled', dueDay: entry.dueDay }
  const { rating, durationMs, mode } = entry
  return { ...base, kind: 'rated', rating, durationMs, mode, rev: 1 }
}
