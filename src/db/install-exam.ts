import { parseBundle } from '../core/bundle-schema.ts'
import { catalogNoteOf } from '../core/catalog.ts'
import type { ExamBundle } from '../core/catalog.ts'
import { cardKeysOf } from '../core/note.ts'
import type { Note, NoteId } from '../core/note.ts'
import { withDb } from './db.ts'
import type { ExamRow, StoredNote, StudyDb } from './db.ts'
import { notesByIds } from './notes.ts'

/** What an installation changed. All empty if that version was there already. */
export interface Installed {
  /** Notes that are new here, or that came back. */
  readonly added: readonly NoteId[]
  /** Notes whose content is another now. */
  readonly changed: readonly NoteId[]
  /** Notes that no installed exam has any more. Their text and their cards' history are kept. */
  readonly retired: readonly NoteId[]
  /** Those of the notes known before whose fact changed. */
  readonly revRaised: readonly NoteId[]
}

const NOTHING: Installed = { added: [], changed: [], retired: [], revRaised: [] }

/**
 * Installs what the build ships for an exam, or brings it up to date: the same path for both, in one
 * transaction. Reviews, states and marks are not touched. Versions have no order; whichever build comes
 * last is what is installed, so an older build in another tab goes back to its cards and loses nothing.
 *
 * @throws BundleError for a bundle that is broken, which then changes nothing; StorageFault
 */
export async function installExam(db: StudyDb, bundle: unknown): Promise<Installed> {
  const checked = parseBundle(bundle)
  const installed = await withDb(db, () =>
    db.transaction('rw', db.exams, db.notes, () => install(db, checked)),
  )
  if (installed !== NOTHING) db.changes.announce({ kind: 'installed', exam: checked.exam })
  return installed
}

async function install(db: StudyDb, bundle: ExamBundle): Promise<Installed> {
  const rows = await db.exams.toArray()
  const before = rows.find(({ exam }) => exam === bundle.exam)
  if (before?.version === bundle.version) return NOTHING

  const row = rowOf(bundle)
  const others = rows.filter(({ exam }) => exam !== bundle.exam)
  const known = await notesByIds(
    db,
    row.catalog.map(({ id }) => id),
  )
  const fresh = bundle.notes.filter((note) => !isStored(note, known.get(note.id)))
  await db.notes.bulkPut(fresh.map((note) => ({ ...note, retired: false })))
  await db.exams.put(row)
  return {
    ...differenceOf(fresh, known),
    retired: await retire(db, goneFrom(before, [...others, row])),
  }
}

function rowOf({ exam, version, blueprint, decks, notes }: ExamBundle): ExamRow {
  const catalog = notes.map((note) => catalogNoteOf(note, cardKeysOf(note.body)))
  return { exam, version, blueprint, decks, catalog }
}

function isStored(note: Note, known: StoredNote | undefined): boolean {
  return known !== undefined && known.hash === note.hash && !known.retired
}

function differenceOf(
  fresh: readonly Note[],
  known: ReadonlyMap<NoteId, StoredNote>,
): Omit<Installed, 'retired'> {
  const isThere = ({ id }: Note) => known.get(id)?.retired === false
  const isRaised = ({ id, rev }: Note) => rev > (known.get(id)?.rev ?? rev)
  return {
    added: idsOf(fresh.filter((note) => !isThere(note))),
    changed: idsOf(fresh.filter(isThere)),
    revRaised: idsOf(fresh.filter(isRaised)),
  }
}

/** The notes that an exam had and that none of `rows` has any more. */
function goneFrom(before: ExamRow | undefined, rows: readonly ExamRow[]): NoteId[] {
  const present = new Set(rows.flatMap(({ catalog }) => idsOf(catalog)))
  return idsOf(before?.catalog ?? []).filter((id) => !present.has(id))
}

async function retire(db: StudyDb, ids: readonly NoteId[]): Promise<readonly NoteId[]> {
  const gone = [...(await notesByIds(db, ids)).values()]
  await db.notes.bulkPut(gone.map((note) => ({ ...note, retired: true })))
  return ids
}

function idsOf(notes: readonly { readonly id: NoteId }[]): NoteId[] {
  return notes.map(({ id }) => id)
}
