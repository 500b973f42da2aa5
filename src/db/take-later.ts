import { isLater } from '../core/backup/later.ts'
import type { Stamped } from '../core/backup/later.ts'

/** What a table with text keys can do. */
interface KeyedTable<Row> {
  bulkGet(keys: string[]): PromiseLike<(Row | undefined)[]>
  bulkPut(rows: readonly Row[]): PromiseLike<unknown>
}

/** Puts those rows that are new or later than what is stored, and returns them. */
export async function takeLater<Row extends Stamped>(
  table: KeyedTable<Row>,
  rows: ReadonlyMap<string, Row>,
): Promise<Row[]> {
  const stored = await table.bulkGet([...rows.keys()])
  const taken = [...rows.values()].filter((row, index) => {
    const known = stored[index]
    return known === undefined || isLater(row, known)
  })
  await table.bulkPut(taken)
  return taken
}
