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

/**
 * Gives drafts another deck, where theirs was renamed or their note was moved: they know it by its title,
 * and would bring the old one back. Inside a transaction over `drafts`.
 *
 * @param titleOf the new title, or null for a draft that keeps its deck
 */
export async function retitleDrafts(
  db: StudyDb,
  titleOf: (draft: { readonly id: string; readonly deck: string }) => string | null,
): Promise<void> {
  for (const { id, value, updatedAt } of await db.drafts.toArray()) {
    if (!hasDeck(value)) continue
    const deck = titleOf({ id, deck: value.deck })
    if (deck !== null) await db.drafts.put({ id, value: { ...value, deck }, updatedAt })
  }
}

function hasDeck(value: unknown): value is { readonly deck: string } {
  return (
    typeof value === 'object' && value !== null && 'deck' in value && typeof value.deck === 'string'
  )
}
