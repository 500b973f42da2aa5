import type { Page } from '@playwright/test'
import * as v from 'valibot'
import { ReviewSchema } from '../../src/core/review.ts'
import type { Review } from '../../src/core/review.ts'

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

/** All rows of a table, as they are stored. */
export async function readRows(page: Page, table: string): Promise<unknown[]> {
  return page.evaluate(readAll, table)
}

/** The review log as it is stored, oldest first; every entry is checked against the schema. */
export async function readLog(page: Page): Promise<Review[]> {
  const rows = v.parse(v.array(ReviewSchema), await page.evaluate(readAll, 'reviews'))
  return rows.toSorted((a, b) => a.at - b.at)
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
