import { existsSync, readFileSync } from 'node:fs'
import * as v from 'valibot'

const Schema = v.record(v.string(), v.string())
const Fixture = v.object({
  version: v.number(),
  schema: Schema,
  tables: v.record(v.string(), v.array(v.looseObject({}))),
})
export type DatabaseFixture = v.InferOutput<typeof Fixture>

/** The schemas that have been released, by version. A number can be left out. */
export const RELEASED = v.parse(
  v.array(v.nullable(Schema)),
  JSON.parse(readFileSync('tests/fixtures/schemas/released.json', 'utf8')),
)

/** Where the database lies that a version wrote. */
export function fixturePath(version: number): string {
  return `tests/fixtures/databases/version-${version}.json`
}

/** A whole database as a version wrote it; null where nobody kept one. */
export function databaseFixture(version: number): DatabaseFixture | null {
  const path = fixturePath(version)
  return existsSync(path) ? v.parse(Fixture, JSON.parse(readFileSync(path, 'utf8'))) : null
}

/** A row of a fixture as it was in the database: JSON has no bytes. */
export function storedRow(row: object): object {
  return 'bytes' in row && Array.isArray(row.bytes)
    ? { ...row, bytes: Uint8Array.from(row.bytes).buffer }
    : row
}

/** The same for the way into a fixture. */
export function textRow(row: object): object {
  return 'bytes' in row && row.bytes instanceof ArrayBuffer
    ? { ...row, bytes: [...new Uint8Array(row.bytes)] }
    : row
}
