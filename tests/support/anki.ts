import { readFileSync } from 'node:fs'
import { convertCollection } from '../../src/core/anki/convert.ts'
import type { HistoryClock } from '../../src/core/anki/history.ts'
import type { ImportContent } from '../../src/core/import/content.ts'
import { sqlite } from '../../src/app/import/sqlite.ts'
import { readPackage } from '../../src/app/import/anki-package.ts'

/** SQLite from the installed file: tests have no server to fetch it from. */
export async function loadSqlite(): Promise<void> {
  const bytes = readFileSync('node_modules/sql.js/dist/sql-wasm.wasm')
  await sqlite(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}

/** A package that Anki 2.1.15 made (tests/fixtures/anki/make.py). */
export function ankiFixture(name: 'deck-v1.apkg' | 'collection-v2.colpkg'): Blob {
  return new Blob([readFileSync(`tests/fixtures/anki/${name}`)])
}

/** The day after the fixtures were made, in Greenwich. */
export const ANKI_CLOCK: HistoryClock = {
  offsets: [{ from: 0, utcOffsetMin: 0 }],
  rolloverHour: 4,
  now: 1_712_000_000_000,
}

export async function convertedFixture(
  name: 'deck-v1.apkg' | 'collection-v2.colpkg',
): Promise<ImportContent> {
  const { collection } = await readPackage(ankiFixture(name))
  return convertCollection(collection, ANKI_CLOCK)
}
