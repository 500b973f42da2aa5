import type { ImportedEntry, ImportedNote } from '../core/import/content.ts'
import { freshLog, timeKey } from '../core/import/duplicates.ts'
import type { DuplicateChoice, KnownNote, Match } from '../core/import/duplicates.ts'
import { stableId } from '../core/import/stable-id.ts'
import { cardIdOf } from '../core/note.ts'
import type { NoteId } from '../core/note.ts'
import { isSameTitle } from '../core/own-decks.ts'
import { deckSkill } from '../core/own-exam.ts'
import { IMPORTED } from '../core/review.ts'
import type { Review } from '../core/review.ts'
import { compactText, fullText } from '../core/text/note-text.ts'
import type { Mark } from '../core/mark.ts'
import { rebuildOwnCatalog } from './catalogs.ts'
import { withDb } from './db.ts'
import type { MediaRow, StoredNote, StudyDb } from './db.ts'
import { deckTitled, inStandingDeck } from './own-decks.ts'
import { PLAIN_NOTE, revAfter } from './own-notes.ts'
import type { Rendered } from './own-notes.ts'
import { forgetProjection } from './projection.ts'
import { putMany } from './put-many.ts'
import type { OnWritten } from './put-many.ts'
import { takeReviews } from './restore.ts'
import { takeLater } from './take-later.ts'
import { stampAfter } from './written.ts'
import type { Written } from './written.ts'

/** A note of a file with what had to be made of it outside of a transaction. */
export interface NoteToTake {
  /** Its images under the ids of `media`. */
  readonly note: ImportedNote
  readonly match: Match
  readonly rendered: Rendered
  /** An id for it if it is kept beside the one that it meets. */
  readonly copyId: NoteId
}

export interface ImportInput {
  readonly notes: readonly NoteToTake[]
  /** Drawn anew, within the limits. */
  readonly images: readonly MediaRow[]
  readonly choice: DuplicateChoice
  /** Minutes to add to UTC at an instant, where the learner is. */
  readonly utcOffsetMin: (at: number) => number
}

/** What an import brought. */
export interface Imported {
  readonly added: number
  readonly updated: number
  /** Notes that are here as the file has them, or that were left as they are. */
  readonly left: number
  readonly reviews: number
  readonly images: number
}

/** The card and the moment of every entry of the log, as `timeKey` says them. */
export async function entryTimes(db: StudyDb): Promise<ReadonlySet<string>> {
  const keys = await withDb(db, () => db.reviews.orderBy('[cardId+at]').keys())
  return new Set(
    keys.flatMap((key) => {
      const [cardId, at] = Array.isArray(key) ? key : []
      return typeof cardId === 'string' && typeof at === 'number' ? [timeKey(cardId, at)] : []
    }),
  )
}

/** The learner's own notes, deleted ones too: what an import is compared with. */
export async function knownNotes(db: StudyDb): Promise<KnownNote[]> {
  const notes = await withDb(db, () => db.notes.filter(({ own }) => own !== undefined).toArray())
  return notes.flatMap(({ id, tags, text }) => (text ? [{ id, tags, text: fullText(text) }] : []))
}

/**
 * Takes in the notes of a file with their decks, images, marks and history, in one transaction: all or
 * nothing. What was imported before stays as it is, so that the same file twice changes nothing; of its
 * history only what is new is added. Card states are computed anew afterwards by `ensureProjection`.
 *
 * @throws StorageFault; nothing is changed then
 */
export async function importNotes(
  db: StudyDb,
  input: ImportInput,
  written: Written,
  onWritten?: OnWritten,
): Promise<Imported> {
  const imported = await withDb(db, () =>
    db.transaction('rw', [...TABLES], async () => takeIn(db, input, written, onWritten)),
  )
  db.changes.announce({ kind: 'bulk' })
  db.changes.announce({ kind: 'projected' })
  return imported
}

const TABLES = ['notes', 'exams', 'ownDecks', 'media', 'reviews', 'marks', 'local'] as const

async function takeIn(
  db: StudyDb,
  input: ImportInput,
  written: Written,
  onWritten?: OnWritten,
): Promise<Imported> {
  const met = await notesMet(db, input.notes)
  const deckOf = await decksFor(db, input.notes, input.choice, written)
  const times = met.size > 0 ? await entryTimes(db) : new Set<string>()
  const rows: StoredNote[] = []
  const log: Review[] = []
  const marks = new Map<string, Mark>()
  const counts = { added: 0, updated: 0, left: 0 }
  for (const each of input.notes) {
    const deed = deedOf(each, input.choice, met)
    counts[deed.counts] += 1
    const { note } = each
    if (deed.writes) rows.push(rowOf(each, deed, deckOf(note.deck), written))
    if (!deed.hasHistory) continue
    const fresh =
      deed.before || deed.counts === 'left' ? freshLog(note.log, deed.id, times) : note.log
    for (const entry of fresh) log.push(reviewOf(entry, deed.id, input.utcOffsetMin))
    for (const { key, suspended, flag, changedAt } of note.marks) {
      const cardId = cardIdOf(deed.id, key)
      const mark = { cardId, suspended, flag, buriedUntil: null }
      marks.set(cardId, { ...mark, updatedAt: Math.min(changedAt, written.at), device: IMPORTED })
    }
  }
  const total = rows.length + log.length
  await putMany(db.notes, await inStandingDecks(db, rows, written), (done) =>
    onWritten?.(done, total),
  )
  const images = await takeImages(db, input.images)
  await takeLater(db.marks, marks)
  const reviews = await takeReviews(db, log, (done) => onWritten?.(rows.length + done, total))
  if (rows.length > 0) await rebuildOwnCatalog(db)
  if (reviews > 0) await forgetProjection(db)
  return { ...counts, reviews, images }
}

/** A note that was deleted here comes back, and its deck with it. */
async function inStandingDecks(
  db: StudyDb,
  rows: readonly StoredNote[],
  written: Written,
): Promise<StoredNote[]> {
  const deleted = new Set(
    (await db.ownDecks.toArray()).flatMap((deck) => (deck.deleted ? [deck.id] : [])),
  )
  const standing: StoredNote[] = []
  for (const row of rows) {
    standing.push(deleted.has(row.deck) ? await inStandingDeck(db, row, written) : row)
  }
  return standing
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

async function notesMet(
  db: StudyDb,
  notes: readonly NoteToTake[],
): Promise<ReadonlyMap<NoteId, StoredNote>> {
  const ids = new Set(notes.flatMap(({ match }) => (match.kind === 'new' ? [] : [match.id])))
  const found = await db.notes.bulkGet([...ids])
  return new Map(found.flatMap((note) => (note?.own ? [[note.id, note]] : [])))
}

/** The decks of what is added, found or made. */
async function decksFor(
  db: StudyDb,
  notes: readonly NoteToTake[],
  choice: DuplicateChoice,
  written: Written,
): Promise<(title: string) => string> {
  const needed = notes.filter(({ match }) => match.kind === 'new' || choice === 'both')
  const ids = new Map<string, string>()
  for (const title of new Set(needed.map(({ note }) => note.deck))) {
    const known = [...ids.keys()].find((other) => isSameTitle(other, title))
    const wanted = { id: `deck-${stableId(title)}`, title }
    ids.set(
      title,
      ids.get(known ?? '') ?? (await deckTitled(db, await freeId(db, wanted), written)).id,
    )
  }
  return (title) => ids.get(title) ?? ''
}

/** A deck that was renamed keeps its id; another one of its old title needs one of its own. */
async function freeId<Deck extends { readonly id: string }>(
  db: StudyDb,
  deck: Deck,
): Promise<Deck> {
  const known = await db.ownDecks.get(deck.id)
  if (!known || known.deleted) return deck
  return freeId(db, { ...deck, id: `deck-${stableId(`${deck.id} again`)}` })
}

function rowOf(
  { note, rendered }: NoteToTake,
  { id, before }: Deed,
  deckId: string,
  written: Written,
): StoredNote {
  const made = note.createdAt ?? written.at
  const changed = note.changedAt ?? made
  const own = before?.own
    ? { createdAt: before.own.createdAt, ...stampAfter(before.own.updatedAt, written) }
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

async function takeImages(db: StudyDb, images: readonly MediaRow[]): Promise<number> {
  const known = new Set(await db.media.toCollection().primaryKeys())
  const fresh = new Map(images.filter(({ id }) => !known.has(id)).map((row) => [row.id, row]))
  await db.media.bulkPut([...fresh.values()])
  return fresh.size
}
