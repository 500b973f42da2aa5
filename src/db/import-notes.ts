import type { ImportedNote } from '../core/import/content.ts'
import { timeKey } from '../core/import/duplicates.ts'
import type { DuplicateChoice, KnownNote, Match } from '../core/import/duplicates.ts'
import { stableId } from '../core/import/stable-id.ts'
import type { NoteId } from '../core/note.ts'
import { isSameTitle } from '../core/own-decks.ts'
import { fullText } from '../core/text/note-text.ts'
import type { Mark } from '../core/mark.ts'
import { rebuildOwnCatalog } from './catalogs.ts'
import { withDb } from './db.ts'
import type { MediaRow, StoredNote, StudyDb } from './db.ts'
import { standAgain } from './import-again.ts'
import { noteImport } from './import-record.ts'
import type { ImportRecord } from './import-record.ts'
import { planOf, writtenRows } from './import-plan.ts'
import { deckTitled, inStandingDeck, ownDecks } from './own-decks.ts'
import type { Rendered } from './own-notes.ts'
import { forgetProjection } from './projection.ts'
import { putMany } from './put-many.ts'
import type { OnWritten } from './put-many.ts'
import { takeReviews } from './restore.ts'
import { takeLater } from './take-later.ts'
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
  /** Names this import, so that it can be taken back. */
  readonly id: string
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

/**
 * The learner's own notes, deleted ones too: what an import is compared with. Those that went because their
 * import was taken back are as new as on the first day.
 */
export async function knownNotes(db: StudyDb): Promise<KnownNote[]> {
  const notes = await withDb(db, () =>
    db.notes.filter(({ own }) => own !== undefined && !own.takenBack).toArray(),
  )
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
  const decksBefore = new Set((await ownDecks(db)).map(({ id }) => id))
  const met = await notesMet(db, input.notes)
  const plan = planOf(input, written, {
    met,
    gone: await takenBackNotes(db, input.notes),
    deckOf: await decksFor(db, input.notes, input.choice, written),
    times: met.size > 0 ? await entryTimes(db) : new Set(),
  })
  const { rows, log, counts } = plan
  const total = rows.length + log.length
  await putMany(db.notes, await inStandingDecks(db, rows, written), (done) =>
    onWritten?.(done, total),
  )
  const images = await takeImages(db, input.images)
  const marks = await takeMarks(db, plan.marks)
  const again = await standAgain(db, plan.revived, written, input.utcOffsetMin(written.at))
  const entries = await takeReviews(db, log, (done) => onWritten?.(rows.length + done, total))
  if (rows.length > 0) await rebuildOwnCatalog(db)
  const reviews = entries.length + again.length
  if (reviews > 0) await forgetProjection(db)
  if (rows.length + reviews + marks.length > 0) {
    const decks = (await ownDecks(db)).map(({ id }) => id).filter((id) => !decksBefore.has(id))
    const known = { id: input.id, at: written.at, decks, marks }
    await noteImport(db, {
      ...known,
      ...writtenRows(rows, met),
      entries: [...entries, ...again],
    })
  }
  return { ...counts, reviews, images }
}

/** Sets those marks that are new or later, and says what was there before. */
async function takeMarks(
  db: StudyDb,
  marks: ReadonlyMap<string, Mark>,
): Promise<ImportRecord['marks']> {
  const before = await db.marks.bulkGet([...marks.keys()])
  const known = new Map(before.flatMap((mark) => (mark ? [[mark.cardId, mark]] : [])))
  const taken = await takeLater(db.marks, marks)
  return taken.map((after) => ({ before: known.get(after.cardId) ?? null, after }))
}

/** Notes of an import that was taken back, which come back with the next one. */
async function takenBackNotes(
  db: StudyDb,
  notes: readonly NoteToTake[],
): Promise<ReadonlyMap<NoteId, StoredNote>> {
  const ids = notes.flatMap(({ note, match }) => (match.kind === 'new' ? [note.id] : []))
  const found = await db.notes.bulkGet(ids)
  return new Map(found.flatMap((note) => (note?.own?.takenBack ? [[note.id, note]] : [])))
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

async function takeImages(db: StudyDb, images: readonly MediaRow[]): Promise<number> {
  const known = new Set(await db.media.toCollection().primaryKeys())
  const fresh = new Map(images.filter(({ id }) => !known.has(id)).map((row) => [row.id, row]))
  await db.media.bulkPut([...fresh.values()])
  return fresh.size
}
