import type { Table } from 'dexie'

/** From here on one look at a whole table is quicker than one for each row. */
const MANY = 500

/** The rows with these ids, in their order; undefined where there is none. Inside a transaction. */
export async function getMany<Row>(
  table: Table<Row, string>,
  ids: readonly string[],
  idOf: (row: Row) => string,
): Promise<(Row | undefined)[]> {
  const isMost = ids.length >= MANY && ids.length * 4 > (await table.count())
  if (!isMost) return table.bulkGet([...ids])
  const rows = new Map((await table.toArray()).map((row) => [idOf(row), row]))
  return ids.map((id) => rows.get(id))
}
