import type { Page } from '@playwright/test'

/** Rows to put into the app's tables, by table. */
export type Rows = Readonly<Record<string, readonly unknown[]>>

/**
 * Writes rows straight into the database of the page's origin, past the app. The app must have opened
 * it once, and must read it anew afterwards.
 */
export async function putRows(page: Page, rows: Rows): Promise<void> {
  for (const [table, all] of Object.entries(rows)) {
    for (let from = 0; from < all.length; from += BATCH) {
      await page.evaluate(putBatch, { table, rows: all.slice(from, from + BATCH) })
    }
  }
}

/** Everything that a table holds, in the order of its keys. */
export async function readRows(page: Page, table: string): Promise<unknown[]> {
  return page.evaluate(readAll, table)
}

/** Few enough for one message to the browser. */
const BATCH = 5000

async function putBatch({
  table,
  rows,
}: {
  table: string
  rows: readonly unknown[]
}): Promise<void> {
  const opening = indexedDB.open('cirrus')
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.addEventListener('success', () => resolve(opening.result))
    opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')))
  })
  const transaction = db.transaction(table, 'readwrite', { durability: 'relaxed' })
  const store = transaction.objectStore(table)
  for (const row of rows) store.put(row)
  await new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')))
  })
  db.close()
}

async function readAll(table: string): Promise<unknown[]> {
  const opening = indexedDB.open('cirrus')
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.addEventListener('success', () => resolve(opening.result))
    opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')))
  })
  const request = db.transaction(table).objectStore(table).getAll()
  const rows = await new Promise<unknown[]>((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('not read')))
  })
  db.close()
  return rows
}
