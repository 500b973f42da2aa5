import { undoneIds } from '../core/log.ts'
import { splitCardId } from '../core/note.ts'
import type { NoteId } from '../core/note.ts'
import { IMPORTED } from '../core/review.ts'
import type { Review } from '../core/review.ts'
import { fullText } from '../core/text/note-text.ts'
import { DAY_MS } from '../core/time.ts'
import { noteTakenBack } from './backup-standing.ts'
import { rebuildOwnCatalog } from './catalogs.ts'
import { withDb } from './db.ts'
import type { StoredNote, StudyDb } from './db.ts'
import { dropImport, importById } from './import-record.ts'
import type { ImportedRow, ImportRecord } from './import-record.ts'
import { removeImportAct } from './journal.ts'
import { nameDeckIn, notesIn } from './own-decks.ts'
import { revAfter } from './own-notes.ts'
import { forgetProjection } from './projection.ts'
import { PUT_BATCH, putMany } from './put-many.ts'
import type { OnWritten } from './put-many.ts'
import { undoEntryFor } from './undo-entry.ts'
import type { Stamp } from './undo-entry.ts'
import { stampAfter } from './written.ts'

/** What came of taking back an import. */
export interface ImportTakenBack {
  /** Notes that it had added and that are deleted now. */
  readonly removed: number
  /** Notes that say again what they said before it. */
  readonly putBack: number
  /** Notes that were studied or changed since, and stay as they are. */
  readonly kept: number
}

const TABLES = ['notes', 'exams', 'ownDecks', 'drafts', 'reviews', 'marks', 'local'] as const

/**
 * Takes back an import, in one transaction: the notes that it added are deleted, those that it changed say what
 * they said before, its marks and decks go, and its entries of the log are taken back by entries of their
 * own. What was studied or changed since stays, with its history. States are computed anew afterwards by
 * `ensureProjection`. Null where there is no such import any more.
 *
 * @throws StorageFault; nothing is changed then
 */
export async function undoImport(
  db: StudyDb,
  id: string,
  stamp: Stamp,
  onWritten?: OnWritten,
): Promise<ImportTakenBack | null> {
  const result = await withDb(db, () =>
    db.transaction('rw', [...TABLES], async () => {
      const record = await importById(db, id)
      // One that is too long ago is no step any more either.
      await removeImportAct(db, id)
      if (!record) return null
      await dropImport(db, record)
      return takeBack(db, record, stamp, onWritten)
    }),
  )
  if (result) {
    db.changes.announce({ kind: 'bulk' })
    db.changes.announce({ kind: 'projected' })
  }
  return result
}

async function takeBack(
  db: StudyDb,
  record: ImportRecord,
  stamp: Stamp,
  onWritten?: OnWritten,
): Promise<ImportTakenBack> {
  const total = record.added.length + record.entries.length
  const studied = await studiedSince(db, record)
  const { standing, kept } = sorted(await rowsOf(db, record.added), (row) => studied.has(row.id))
  const gone = standing.filter(({ retired }) => !retired).map((note) => removed(note, stamp))
  await putMany(db.notes, gone, (done) => onWritten?.(done, total))
  const changed = sorted(await rowsOf(db, record.updated), () => false)
  const before = new Map(record.updated.map((row) => [row.id, row.before]))
  const putBack = changed.standing.flatMap(
    (note) => restored(note, before.get(note.id), stamp) ?? [],
  )
  await putMany(db.notes, putBack)
  await unmark(db, record, stamp)
  const stays = new Set(kept.map((note) => note.id))
  await takeBackEntries(db, record, stays, stamp, (done) =>
    onWritten?.(record.added.length + done, total),
  )
  await rebuildOwnCatalog(db)
  await removeDecks(db, record, stamp)
  return { removed: gone.length, putBack: putBack.length, kept: kept.length + changed.kept.length }
}

/** Notes of an import with what they are now; those that are gone are left out. */
async function rowsOf(
  db: StudyDb,
  rows: readonly ImportedRow[],
): Promise<{ readonly row: ImportedRow; readonly note: StoredNote }[]> {
  const notes = await db.notes.bulkGet(rows.map(({ id }) => id))
  return rows.flatMap((row, index) => {
    const note = notes[index]
    return note ? [{ row, note }] : []
  })
}

/** Those that are as the import left them, or were deleted since; and those that stay. */
function sorted(
  rows: Awaited<ReturnType<typeof rowsOf>>,
  isStudied: (note: StoredNote) => boolean,
): { readonly standing: StoredNote[]; readonly kept: StoredNote[] } {
  const standing: StoredNote[] = []
  const kept: StoredNote[] = []
  for (const { row, note } of rows) {
    const isChanged = note.own?.updatedAt !== row.updatedAt
    const stays = !note.retired && (isChanged || isStudied(note))
    if (stays) kept.push(note)
    else standing.push(note)
  }
  return { standing, kept }
}

function removed(note: StoredNote, { at, device }: Stamp): StoredNote {
  const own = note.own && {
    ...note.own,
    ...stampAfter(note.own.updatedAt, { at, device }),
    takenBack: true as const,
  }
  return { ...note, retired: true, ...(own && { own }) }
}

function restored(
  note: StoredNote,
  before: StoredNote | undefined,
  stamp: Stamp,
): StoredNote | null {
  if (!before?.own || !before.text || note.retired) return null
  const own = { ...before.own, ...stampAfter(note.own?.updatedAt, stamp) }
  return { ...before, rev: revAfter(note, fullText(before.text)), own, hash: `${own.updatedAt}` }
}

/** How far a clock may have gone back since the import. */
const TOLERANCE_MS = 2 * DAY_MS

/** Notes that the learner answered since, and did not take back. */
async function studiedSince(db: StudyDb, { at }: ImportRecord): Promise<ReadonlySet<NoteId>> {
  const since = await db.reviews
    .where('at')
    .aboveOrEqual(at - TOLERANCE_MS)
    .filter(({ device }) => device !== IMPORTED)
    .toArray()
  const undone = undoneIds(since)
  return new Set(
    since
      .filter(({ id, kind }) => kind === 'rated' && !undone.has(id))
      .map(({ cardId }) => splitCardId(cardId).noteId),
  )
}

async function unmark(db: StudyDb, { marks }: ImportRecord, stamp: Stamp): Promise<void> {
  const stored = await db.marks.bulkGet(marks.map(({ after }) => after.cardId))
  const turned = marks.flatMap((mark, index) => {
    const now = stored[index]
    if (!now || now.updatedAt !== mark.after.updatedAt || now.device !== mark.after.device)
      return []
    const { suspended, flag, buriedUntil } = mark.before ?? UNMARKED
    return [{ ...now, suspended, flag, buriedUntil, ...stampAfter(now.updatedAt, stamp) }]
  })
  await putMany(db.marks, turned)
}

const UNMARKED = { suspended: false, flag: 0, buriedUntil: null } as const

/** Takes back the entries of an import, except those of notes that stay. */
async function takeBackEntries(
  db: StudyDb,
  { entries }: ImportRecord,
  stays: ReadonlySet<NoteId>,
  stamp: Stamp,
  onDone: (done: number) => void,
): Promise<void> {
  let count = 0
  for (let from = 0; from < entries.length; from += PUT_BATCH) {
    const found = await db.reviews.bulkGet(entries.slice(from, from + PUT_BATCH))
    const undos = found.flatMap((entry): Review[] => {
      if (!entry || stays.has(splitCardId(entry.cardId).noteId)) return []
      return [undoEntryFor(entry, { ...stamp, id: `${stamp.id}:${count++}`, device: IMPORTED })]
    })
    await db.reviews.bulkAdd(undos)
    onDone(from + found.length)
  }
  if (count === 0) return
  await noteTakenBack(db, count)
  await forgetProjection(db)
}

/** Decks that it made and in which nothing is. */
async function removeDecks(db: StudyDb, { decks }: ImportRecord, stamp: Stamp): Promise<void> {
  for (const deck of await db.ownDecks.bulkGet([...decks])) {
    if (!deck || deck.deleted || (await notesIn(db, deck.id)) > 0) continue
    await nameDeckIn(db, deck, { title: deck.title, deleted: true }, stamp)
  }
}
