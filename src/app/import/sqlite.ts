import initSqlJs from 'sql.js'
import type { Database, SqlJsStatic, SqlValue } from 'sql.js'
import wasmUrl from 'sql.js/dist/sql-wasm-browser.wasm?url'
import { ImportError } from './import-error.ts'

export type { Database, SqlValue } from 'sql.js'

let loaded: Promise<SqlJsStatic> | null = null

/** SQLite as WebAssembly, loaded once. Tests give it the file, browsers fetch it from the app's own files. */
export function sqlite(wasmBinary?: ArrayBuffer): Promise<SqlJsStatic> {
  loaded ??= initSqlJs(wasmBinary ? { wasmBinary } : { locateFile: () => wasmUrl }).catch(
    (error: unknown) => {
      loaded = null
      throw new ImportError('no sqlite', String(error))
    },
  )
  return loaded
}

const HEADER = 'SQLite format 3\0'

/**
 * Runs `action` on a database file, which is closed afterwards. What is no database, or a damaged one,
 * is told as such.
 *
 * @throws ImportError
 */
export async function withDatabase<T>(
  bytes: Uint8Array,
  action: (database: Database) => T,
): Promise<T> {
  const head = String.fromCharCode(...bytes.subarray(0, HEADER.length))
  if (head !== HEADER) throw new ImportError('damaged', 'no database')
  const sql = await sqlite()
  let database: Database | null = null
  try {
    database = new sql.Database(bytes)
    makeSafe(database)
    return action(database)
  } catch (error) {
    if (error instanceof ImportError) throw error
    throw new ImportError('damaged', error instanceof Error ? error.message : String(error))
  } finally {
    database?.close()
  }
}

/**
 * Nothing that a file brings may run: no triggers, no functions in its schema. Newer collections name a
 * sorting of Anki's own, without which SQLite reads neither table; its schema is told another one, in
 * memory. Rows are read whole, so that their order in an index does not matter.
 */
function makeSafe(database: Database): void {
  database.run('PRAGMA trusted_schema = OFF')
  database.run('PRAGMA cell_size_check = ON')
  database.run('PRAGMA writable_schema = ON')
  database.run(
    `UPDATE sqlite_master SET sql = replace(sql, 'COLLATE unicase', 'COLLATE nocase')
     WHERE sql LIKE '%COLLATE unicase%'`,
  )
  database.run('PRAGMA writable_schema = RESET')
}

/** Names of the plain tables: a view may have the name of one, and be without end. */
export function tablesOf(database: Database): ReadonlySet<string> {
  const names = new Set<string>()
  for (const [name, sql] of rowsOf(
    database,
    "SELECT name, sql FROM sqlite_master WHERE type = 'table'",
  )) {
    // A virtual table runs code, and so may a column that is computed.
    const isPlain = !/^\s*CREATE\s+VIRTUAL|GENERATED\s+ALWAYS|\bAS\s*\(/i.test(textOf(sql))
    if (isPlain) names.add(textOf(name))
  }
  return names
}

/** The rows of a query, one after the other. */
export function* rowsOf(database: Database, query: string): Generator<SqlValue[], void> {
  const statement = database.prepare(query)
  try {
    while (statement.step()) yield statement.get()
  } finally {
    statement.free()
  }
}

export function textOf(value: SqlValue | undefined): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? `${value}` : ''
}

/** A whole number; 0 for what is none. */
export function wholeOf(value: SqlValue | undefined): number {
  const number = typeof value === 'string' ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : 0
}

export function bytesOf(value: SqlValue | undefined): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array()
}
