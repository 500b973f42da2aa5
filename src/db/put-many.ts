/** Rows that are handed to the database at a time: more would wait in memory, and keep the page waiting. */
export const PUT_BATCH = 500

/** Told after each batch how many rows of how many are written. */
export type OnWritten = (done: number, total: number) => void

/** Puts many rows, some at a time. Inside a transaction. */
export async function putMany<Row>(
  table: { bulkPut(rows: readonly Row[]): PromiseLike<unknown> },
  rows: readonly Row[],
  onDone?: (done: number) => void,
): Promise<void> {
  for (let from = 0; from < rows.length; from += PUT_BATCH) {
    const batch = rows.slice(from, from + PUT_BATCH)
    await table.bulkPut(batch)
    onDone?.(from + batch.length)
  }
}
