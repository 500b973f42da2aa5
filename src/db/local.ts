import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'

/** What is stored under a key for this installation only; undefined where nothing is. */
export async function getLocal(db: StudyDb, key: string): Promise<unknown> {
  return (await withDb(db, () => db.local.get(key)))?.value
}

/** Stores something for this installation only; null removes it. */
export async function putLocal(db: StudyDb, key: string, value: unknown): Promise<void> {
  await withDb<unknown>(db, () =>
    value === null ? db.local.delete(key) : db.local.put({ key, value }),
  )
}
