import type { Mark } from '../core/mark.ts'
import type { NoteId } from '../core/note.ts'
import type { Instant } from '../core/time.ts'
import type { StoredNote, StudyDb } from './db.ts'
import { noteAct } from './journal.ts'

/** A note as an import left it: written again since, it has another instant. */
export interface ImportedRow {
  readonly id: NoteId
  readonly updatedAt: Instant
}

/**
 * What an import changed, for taking it back. A row of `local`: other devices see what came of it, not the
 * import.
 */
export interface ImportRecord {
  readonly id: string
  readonly at: Instant
  /** Notes that were not here before. */
  readonly added: readonly ImportedRow[]
  /** Notes that said something else before. */
  readonly updated: readonly (ImportedRow & { readonly before: StoredNote })[]
  /** Decks that did not stand before. */
  readonly decks: readonly string[]
  readonly marks: readonly { readonly before: Mark | null; readonly after: Mark }[]
  /** Ids of the entries that it added to the log, or brought back. */
  readonly entries: readonly string[]
}

const PREFIX = 'import/'
/** Imports that can be taken back: the latest ones. A large one has some megabytes of names. */
const MOST = 5

function keyOf({ id, at }: Pick<ImportRecord, 'id' | 'at'>): string {
  return `${PREFIX}${String(at).padStart(15, '0')}/${id}`
}

/** Notes an import, inside the transaction that does it, as a step of undo. */
export async function noteImport(db: StudyDb, record: ImportRecord): Promise<void> {
  await db.local.put({ key: keyOf(record), value: record })
  await db.local.bulkDelete((await keys(db)).slice(0, -MOST))
  await noteAct(db, { at: record.at, imported: record.id })
}

/** Null for one that was taken back, or is too long ago. */
export async function importById(db: StudyDb, id: string): Promise<ImportRecord | null> {
  const key = (await keys(db)).find((each) => each.endsWith(`/${id}`))
  const row = key === undefined ? undefined : await db.local.get(key)
  return isRecord(row?.value) ? row.value : null
}

export async function dropImport(db: StudyDb, record: ImportRecord): Promise<void> {
  await db.local.delete(keyOf(record))
}

/** Oldest first. */
async function keys(db: StudyDb): Promise<string[]> {
  return db.local.where('key').startsWith(PREFIX).primaryKeys()
}

function isRecord(value: unknown): value is ImportRecord {
  return typeof value === 'object' && value !== null && 'entries' in value && 'added' in value
}
