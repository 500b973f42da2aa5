import { Dexie } from 'dexie'
import { endLine, headLine, readLine, rowLine } from '../core/backup/format.ts'
import { backupEdit, backupImage, backupNote } from './backup-rows.ts'
import type { Written } from './written.ts'

/** How a row of a table becomes a line; null for what the build ships. */
const LINES: Readonly<Record<string, (row: never) => string | null>> = {
  reviews: (row) => rowLine('review', row),
  settings: (row) => rowLine('setting', row),
  marks: (row) => rowLine('mark', row),
  noteTags: (row) => rowLine('tags', row),
  ownDecks: (row) => rowLine('deck', row),
  edits: (row) => rowLine('edit', backupEdit(row)),
  media: (row) => rowLine('image', backupImage(row)),
  fits: (row) => rowLine('fit', row),
  forecasts: (row) => rowLine('forecast', row),
  notes: (row) => {
    const note = backupNote(row)
    return note && rowLine('note', note)
  },
}

/** What was read of a damaged database. */
export interface Salvaged {
  readonly lines: readonly string[]
  readonly rows: number
  /** Rows, or whole tables, that could not be read. */
  readonly lost: number
}

/**
 * Reads a database as far as it can be read, without bringing it up to date or changing anything: for one
 * that the app itself can no longer open. What is read is a backup like any other.
 *
 * @throws DOMException where the browser cannot open it at all
 */
export async function salvage(name: string, { at, device }: Written): Promise<Salvaged> {
  const db = await openRaw(name)
  const lines = [headLine({ madeAt: at, device })]
  let lost = 0
  try {
    for (const [table, toLine] of Object.entries(LINES)) {
      if (!db.objectStoreNames.contains(table)) continue
      const { values, failed } = await readAll(db, table)
      lost += failed
      for (const value of values) {
        const line = lineOf(toLine, value)
        if (line === undefined) lost += 1
        else if (line !== null) lines.push(line)
      }
    }
  } finally {
    db.close()
  }
  const rows = lines.length - 1
  lines.push(endLine(rows))
  return { lines, rows, lost }
}

/** Undefined for a row that no longer is what it should be. */
function lineOf(toLine: (row: never) => string | null, value: unknown): string | null | undefined {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what it is shows when it is read back
    const line = toLine(value as never)
    return line !== null && readLine(line).kind === 'faulty' ? undefined : line
  } catch {
    return undefined
  }
}

interface Read {
  readonly values: readonly unknown[]
  readonly failed: number
}

/** All at once; where that fails one by one, as far as the keys can be read. */
async function readAll(db: IDBDatabase, table: string): Promise<Read> {
  const all = await attempt(() => result(storeOf(db, table).getAll()))
  if (all) return { values: all, failed: 0 }
  const keys = await attempt(() => result(storeOf(db, table).getAllKeys()))
  if (!keys) return { values: [], failed: 1 }
  const values: unknown[] = []
  let failed = 0
  for (const key of keys) {
    const value: unknown = await attempt(() => result(storeOf(db, table).get(key)))
    if (value === null || value === undefined) failed += 1
    else values.push(value)
  }
  return { values, failed }
}

function storeOf(db: IDBDatabase, table: string): IDBObjectStore {
  return db.transaction(table, 'readonly').objectStore(table)
}

async function attempt<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read()
  } catch {
    return null
  }
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('not read')))
  })
}

/** At whatever version it is stored. One that is not there is not made. */
async function openRaw(name: string): Promise<IDBDatabase> {
  const factory: IDBFactory | undefined = Dexie.dependencies.indexedDB
  if (!factory) throw new DOMException('There is no IndexedDB', 'InvalidStateError')
  const request = factory.open(name)
  request.addEventListener('upgradeneeded', () => request.transaction?.abort())
  return result(request)
}

/** Names of the databases of this app in this browser but the one in use; none where the browser does not say. */
export async function otherDatabases(current: string): Promise<string[]> {
  const factory: IDBFactory | undefined = Dexie.dependencies.indexedDB
  const all = await attempt(async () => factory?.databases())
  return (all ?? [])
    .flatMap(({ name }) => (name !== undefined && IS_OURS.test(name) ? [name] : []))
    .filter((name) => name !== current)
    .toSorted()
}

const IS_OURS = /^cirrus(-\d+)?$/

/**
 * Deletes a database of this app.
 *
 * @param onBlocked called while another tab keeps it open; the deletion goes on once it no longer does
 */
export async function deleteDatabase(name: string, onBlocked?: () => void): Promise<void> {
  if (!IS_OURS.test(name)) return
  const db = new Dexie(name)
  if (onBlocked) db.on('blocked', onBlocked)
  await db.delete()
}
