import type { Instant } from '../core/time.ts'
import { withDb } from './db.ts'
import type { DraftRow, StudyDb } from './db.ts'

/** What the editor holds of a note, or null. Not validated: the editor knows what it wrote. */
export async function draftOf(db: StudyDb, id: string): Promise<DraftRow | null> {
  return (await withDb(db, () => db.drafts.get(id))) ?? null
}

/** Keeps what the editor holds, so that closing the tab loses nothing. */
export async function saveDraft(
  db: StudyDb,
  id: string,
  value: unknown,
  now: Instant,
): Promise<void> {
  await withDb(db, () => db.drafts.put({ id, value, updatedAt: now }))
}

export async function dropDraft(db: StudyDb, id: string): Promise<void> {
  await withDb(db, () => db.drafts.delete(id))
}
