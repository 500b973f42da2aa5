import type { Blueprint } from '../core/blueprint.ts'
import { catalogNoteOf } from '../core/catalog.ts'
import type { CatalogNote } from '../core/catalog.ts'
import { cardKeysOf } from '../core/note.ts'
import type { NoteId } from '../core/note.ts'
import { ownBlueprint } from '../core/own-decks.ts'
import { OWN_EXAM } from '../core/own-exam.ts'
import type { ExamRow, StoredNote, StudyDb } from './db.ts'
import { lastPart, ownParts, partKey, PART_SIZE } from './own-parts.ts'

/** What the part with the own decks is called where exams have their titles. */
const OWN_TITLE = 'Own cards'

/**
 * Brings a note into the catalog of the own decks, or out of it when it was deleted. Inside a transaction
 * over `exams`, `ownDecks` and `notes`. The rows are computed from `notes` and `ownDecks`, as an exam's is
 * from its bundle, and may be built anew at will.
 *
 * @param before the note as it was, if it is in the catalog
 */
export async function catalogOwnNote(
  db: StudyDb,
  note: StoredNote,
  before?: StoredNote,
): Promise<void> {
  const row = await db.exams.get(OWN_EXAM)
  // From before there were parts, or written by an older tab.
  if (row && row.catalog.length > 0) return rebuildOwnCatalog(db)
  if (before && !note.retired && isSameEntry(entryOf(before), entryOf(note))) return
  if (before) return recatalogOwnNotes(db, [note])
  if (note.retired) return
  await append(db, entryOf(note))
  const known = row?.decks.map(({ id }) => id) ?? []
  if (!known.includes(note.deck)) await putOutline(db, [...known, note.deck])
}

/** Brings notes that are in the catalog already up to date in it. Inside a transaction, as above. */
export async function recatalogOwnNotes(
  db: StudyDb,
  notes: readonly StoredNote[] = [],
): Promise<void> {
  const row = await db.exams.get(OWN_EXAM)
  if (!row) return
  if (row.catalog.length > 0) return rebuildOwnCatalog(db)
  const parts = await ownParts(db)
  const changed = new Map(notes.map((note) => [note.id, note]))
  const used = new Set<string>()
  for (const part of parts) {
    const catalog = part.catalog.flatMap((entry) => {
      const note = changed.get(entry.id)
      return note ? (note.retired ? [] : [entryOf(note)]) : [entry]
    })
    for (const { deck } of catalog) used.add(deck)
    if (part.catalog.some(({ id }) => changed.has(id))) await putPart(db, { ...part, catalog })
  }
  await putOutline(db, [...used])
}

/** Computes the catalog of the own decks anew, in the order in which the notes were made. */
export async function rebuildOwnCatalog(db: StudyDb): Promise<void> {
  const notes = await db.notes.filter(({ own, retired }) => own !== undefined && !retired).toArray()
  const inOrder = notes.toSorted(
    (a, b) => (a.own?.createdAt ?? 0) - (b.own?.createdAt ?? 0) || (a.id < b.id ? -1 : 1),
  )
  await db.exams.bulkDelete((await ownParts(db)).map(({ exam }) => exam))
  for (let from = 0; from < inOrder.length; from += PART_SIZE) {
    const catalog = inOrder.slice(from, from + PART_SIZE).map(entryOf)
    await putPart(db, partOf(partKey(from / PART_SIZE), catalog))
  }
  await putOutline(db, [...new Set(inOrder.map(({ deck }) => deck))])
}

/** Takes the catalog of the own decks away. Inside a transaction over `exams`. */
export async function deleteOwnCatalog(db: StudyDb): Promise<void> {
  const parts = await ownParts(db)
  await db.exams.bulkDelete([OWN_EXAM, ...parts.map(({ exam }) => exam)])
}

function entryOf(note: StoredNote): CatalogNote {
  // The hash of an own note tells when it was written, which the catalog has no use for.
  return { ...catalogNoteOf(note, cardKeysOf(note.body)), hash: '' }
}

function isSameEntry(one: CatalogNote, other: CatalogNote): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

async function append(db: StudyDb, entry: CatalogNote): Promise<void> {
  const last = await lastPart(db)
  const hasRoom = last !== undefined && last.catalog.length < PART_SIZE
  if (hasRoom) return putPart(db, { ...last, catalog: [...last.catalog, entry] })
  const nth = last ? Number(last.exam.slice(OWN_EXAM.length + 1)) + 1 : 0
  await putPart(db, partOf(partKey(nth), [entry]))
}

/** A row like that of an exam, so that an older tab that reads it finds an outline without parts. */
function partOf(exam: string, catalog: readonly CatalogNote[]): ExamRow {
  return { exam, version: '', blueprint: NO_OUTLINE, decks: [], catalog }
}

const NO_OUTLINE: Blueprint = ownBlueprint(OWN_TITLE, [])

async function putPart(db: StudyDb, part: ExamRow): Promise<void> {
  if (part.catalog.length === 0) await db.exams.delete(part.exam)
  else await db.exams.put(part)
}

/** The row with the outline: the decks that have notes, whose own the catalog is. */
async function putOutline(db: StudyDb, used: readonly string[]): Promise<void> {
  if (used.length === 0) return db.exams.delete(OWN_EXAM)
  const decks = (await db.ownDecks.toArray()).filter(({ id }) => used.includes(id))
  await db.exams.put({
    exam: OWN_EXAM,
    version: '',
    blueprint: ownBlueprint(OWN_TITLE, decks),
    decks: decks.map(({ id, title }) => ({ id, title })),
    catalog: [],
  })
}

/** Gives a note other cards in every catalog that has it, as an edit may. Inside a transaction over `exams`. */
export async function rekeyNote(
  db: StudyDb,
  noteId: NoteId,
  keys: readonly string[],
): Promise<void> {
  await rekeyNotes(db, new Map([[noteId, keys]]))
}

/** The same for many notes at once. */
export async function rekeyNotes(
  db: StudyDb,
  keysOf: ReadonlyMap<NoteId, readonly string[]>,
): Promise<void> {
  const rows = await db.exams.toArray()
  const wanted = ({ id, keys }: CatalogNote) => {
    const next = keysOf.get(id)
    return next && next.join() !== keys.join() ? next : null
  }
  const having = rows.filter(({ catalog }) => catalog.some((note) => wanted(note) !== null))
  await db.exams.bulkPut(
    having.map((row) => ({
      ...row,
      catalog: row.catalog.map((note) => ({ ...note, keys: wanted(note) ?? note.keys })),
    })),
  )
}
