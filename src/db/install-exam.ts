import { parseBundle } from '../core/bundle-schema.ts'
import { catalogNoteOf } from '../core/catalog.ts'
import type { ExamBundle } from '../core/catalog.ts'
import { cardKeysOf } from '../core/note.ts'
import type { CardId, Note, NoteId } from '../core/note.ts'
import type { Schedulers } from '../core/scheduler.ts'
import { fullText } from '../core/text/note-text.ts'
import { keysOfText } from '../core/text/tree-of-text.ts'
import type { Instant } from '../core/time.ts'
import { withDb } from './db.ts'
import type { EditRow, ExamRow, StoredNote, StudyDb } from './db.ts'
import { editsOf } from './edits.ts'
import { bringUp, raisedFrom, storedNote } from './install-changes.ts'
import { mergedEdit } from './merge-edit.ts'
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
  /** Cards of such notes that are brought up for review by it. */
  readonly dueAgain: readonly CardId[]
  /** Notes whose edit by the learner says otherwise than the release, for the learner to decide. */
  readonly undecided: readonly NoteId[]
}

/** When something is installed, and what the log is told with it. */
export interface InstallMoment {
  readonly at: Instant
  readonly utcOffsetMin: number
  readonly device: string
  readonly newId: () => string
  readonly settings: Schedulers
}

const NOTHING: Installed = {
  added: [],
  changed: [],
  retired: [],
  revRaised: [],
  dueAgain: [],
  undecided: [],
}

/**
 * Installs what the build ships for an exam, or brings it up to date: the same path for both, in one
 * transaction. Versions have no order; whichever build comes last is what is installed, so an older build
 * in another tab goes back to its cards and loses nothing.
 *
 * What the learner has is kept. Marks and history are not touched. An edit of a note is merged with its
 * release (core/text/merge.ts). Where the fact of a note changed, its text before is kept for "was …,
 * now …", and an entry of the log brings its cards up for review.
 *
 * @throws BundleError for a bundle that is broken, which then changes nothing; StorageFault
 */
export async function installExam(
  db: StudyDb,
  bundle: unknown,
  moment: InstallMoment,
): Promise<Installed> {
  const checked = parseBundle(bundle)
  // An async function, as Dexie would otherwise lose sight of the transaction.
  const installed = await withDb(db, () =>
    db.transaction('rw', TABLES, async () => install(db, checked, moment)),
  )
  if (installed !== NOTHING) db.changes.announce({ kind: 'installed', exam: checked.exam })
  return installed
}

const TABLES = ['exams', 'notes', 'edits', 'reviews', 'cardStates', 'days', 'tallies', 'local']

async function install(db: StudyDb, bundle: ExamBundle, moment: InstallMoment): Promise<Installed> {
  const rows = await db.exams.toArray()
  const before = rows.find(({ exam }) => exam === bundle.exam)
  if (before?.version === bundle.version) return NOTHING

  const ids = idsOf(bundle.notes)
  const [known, edits] = [await notesByIds(db, ids), await editsOf(db, ids)]
  const fresh = bundle.notes.filter((note) => !isStored(note, known.get(note.id)))
  const merged = fresh.flatMap((note) => mergedEdit(edits.get(note.id), note, moment) ?? [])
  const row = rowOf(
    bundle,
    new Map([...edits, ...merged.map((edit) => [edit.noteId, edit] as const)]),
  )
  const others = rows.filter(({ exam }) => exam !== bundle.exam)
  await db.notes.bulkPut(fresh.map((note) => storedNote(note, known.get(note.id))))
  await db.edits.bulkPut(merged)
  await db.exams.put(row)
  const raised = fresh.flatMap((note) => raisedFrom(note, known.get(note.id)) ?? [])
  return {
    ...differenceOf(fresh, known),
    revRaised: idsOf(raised),
    retired: await retire(db, goneFrom(before, [...others, row])),
    dueAgain: await bringUp(db, raised, row.catalog, moment),
    undecided: merged.filter(({ differences }) => differences.length > 0).map((e) => e.noteId),
  }
}

function rowOf(
  { exam, version, blueprint, decks, notes }: ExamBundle,
  edits: ReadonlyMap<NoteId, EditRow>,
): ExamRow {
  const catalog = notes.map((note) => {
    const mine = edits.get(note.id)?.mine
    return catalogNoteOf(note, mine ? keysOfText(fullText(mine)) : cardKeysOf(note.body))
  })
  return { exam, version, blueprint, decks, catalog }
}

function isStored(note: Note, known: StoredNote | undefined): boolean {
  return known !== undefined && known.hash === note.hash && !known.retired
}

function differenceOf(
  fresh: readonly Note[],
  known: ReadonlyMap<NoteId, StoredNote>,
): Pick<Installed, 'added' | 'changed'> {
  const isThere = ({ id }: Note) => known.get(id)?.retired === false
  return {
    added: idsOf(fresh.filter((note) => !isThere(note))),
    changed: idsOf(fresh.filter(isThere)),
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
