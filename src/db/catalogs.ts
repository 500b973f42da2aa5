import { catalogNoteOf } from '../core/catalog.ts'
import type { CatalogNote } from '../core/catalog.ts'
import { cardKeysOf } from '../core/note.ts'
import type { NoteId } from '../core/note.ts'
import { ownBlueprint } from '../core/own-decks.ts'
import { OWN_EXAM } from '../core/own-exam.ts'
import type { StoredNote, StudyDb } from './db.ts'

/** What the part with the own decks is called where exams have their titles. */
const OWN_TITLE = 'Own cards'

/**
 * Brings a note into the catalog of the own decks, or out of it when it was deleted. Inside a transaction
 * over `exams` and `ownDecks`. The row is computed from `notes` and `ownDecks`, as an exam's is from its
 * bundle, and may be built anew at will.
 */
export async function catalogOwnNote(db: StudyDb, note: StoredNote): Promise<void> {
  const row = await db.exams.get(OWN_EXAM)
  const others = (row?.catalog ?? []).filter(({ id }) => id !== note.id)
  const at = row?.catalog.findIndex(({ id }) => id === note.id) ?? -1
  const entry = catalogNoteOf(note, cardKeysOf(note.body))
  const place = at < 0 ? others.length : at
  await putOwnCatalog(db, note.retired ? others : others.toSpliced(place, 0, entry))
}

/** Brings notes that are in the catalog already up to date in it. Inside a transaction, as above. */
export async function recatalogOwnNotes(
  db: StudyDb,
  notes: readonly StoredNote[] = [],
): Promise<void> {
  const row = await db.exams.get(OWN_EXAM)
  if (!row) return
  const changed = new Map(notes.map((note) => [note.id, note]))
  const catalog = row.catalog.map((entry) => {
    const note = changed.get(entry.id)
    return note ? catalogNoteOf(note, cardKeysOf(note.body)) : entry
  })
  await putOwnCatalog(db, catalog)
}

/** Computes the catalog of the own decks anew, in the order in which the notes were made. */
export async function rebuildOwnCatalog(db: StudyDb): Promise<void> {
  const notes = await db.notes.filter(({ own, retired }) => own !== undefined && !retired).toArray()
  const inOrder = notes.toSorted(
    (a, b) => (a.own?.createdAt ?? 0) - (b.own?.createdAt ?? 0) || (a.id < b.id ? -1 : 1),
  )
  await putOwnCatalog(
    db,
    inOrder.map((note) => catalogNoteOf(note, cardKeysOf(note.body))),
  )
}

async function putOwnCatalog(db: StudyDb, catalog: readonly CatalogNote[]): Promise<void> {
  if (catalog.length === 0) return db.exams.delete(OWN_EXAM)
  const used = new Set(catalog.map(({ deck }) => deck))
  const decks = (await db.ownDecks.toArray()).filter(({ id }) => used.has(id))
  await db.exams.put({
    exam: OWN_EXAM,
    version: '',
    blueprint: ownBlueprint(OWN_TITLE, decks),
    decks: decks.map(({ id, title }) => ({ id, title })),
    catalog,
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
