import type { Instant } from '../core/time.ts'
import { withDb } from './db.ts'
import type { DraftRow, StudyDb } from './db.ts'

/** What the editor holds of a note, or null. Not validated: the editor knows what it wrote. */
export async function draftOf(db: StudyDb, id: string): Promise<DraftRow | null> {
  return (await withDb(db, () => db.drafts.get(id))) ?? null
}

/** Between the id of a draft and the editor that wrote one beside it. */
const BESIDE = '~'

/** Which editor a draft is of: the same text may be open in two tabs. */
export interface DraftOwner {
  readonly by: string
  /** The draft that it went on with, as it was found; null where it began anew. */
  readonly from: Pick<DraftRow, 'by' | 'updatedAt'> | null
}

/**
 * Keeps what the editor holds, so that closing the tab loses nothing. What another editor holds of the same
 * text, and this one did not go on with, is kept beside it.
 */
export async function saveDraft(
  db: StudyDb,
  id: string,
  value: unknown,
  now: Instant,
  owner?: DraftOwner,
): Promise<void> {
  const row = { id, value, updatedAt: now, ...(owner && { by: owner.by }) }
  await withDb(db, () =>
    db.transaction('rw', db.drafts, async () => {
      const stored = await db.drafts.get(id)
      if (owner && stored && !isOf(stored, owner)) {
        await db.drafts.put({ ...stored, id: besideId(id, stored.by ?? '') })
      }
      await db.drafts.put(row)
      if (owner) await db.drafts.delete(besideId(id, owner.by))
    }),
  )
}

/** Lets go of a draft. That of another editor stays. */
export async function dropDraft(db: StudyDb, id: string, owner?: DraftOwner): Promise<void> {
  await withDb(db, () => db.transaction('rw', db.drafts, async () => endDraftIn(db, id, owner)))
}

/** The same inside a transaction. */
export async function endDraftIn(db: StudyDb, id: string, owner?: DraftOwner): Promise<void> {
  const stored = owner && (await db.drafts.get(id))
  if (!stored || isOf(stored, owner)) await db.drafts.delete(id)
  if (owner) await db.drafts.delete(besideId(id, owner.by))
}

/** What other editors hold of the same text, or held when they were closed; latest first. */
export async function draftsBeside(db: StudyDb, id: string): Promise<DraftRow[]> {
  const rows = await withDb(db, () => db.drafts.where('id').startsWith(`${id}${BESIDE}`).toArray())
  return rows.toSorted((a, b) => b.updatedAt - a.updatedAt)
}

/** Puts something in the place of a draft beside, or removes it. */
export async function putBeside(db: StudyDb, row: DraftRow, value: unknown): Promise<void> {
  await withDb<unknown>(db, () =>
    value === null ? db.drafts.delete(row.id) : db.drafts.put({ ...row, value }),
  )
}

function besideId(id: string, by: string): string {
  return `${id}${BESIDE}${by}`
}

function isOf({ by, updatedAt }: DraftRow, { by: own, from }: DraftOwner): boolean {
  return by === own || (from !== null && from.by === by && from.updatedAt === updatedAt)
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
  for (const row of await db.drafts.toArray()) {
    const { id, value } = row
    if (!hasDeck(value)) continue
    const deck = titleOf({ id: id.split(BESIDE)[0] ?? id, deck: value.deck })
    if (deck !== null) await db.drafts.put({ ...row, value: { ...value, deck } })
  }
}

function hasDeck(value: unknown): value is { readonly deck: string } {
  return (
    typeof value === 'object' && value !== null && 'deck' in value && typeof value.deck === 'string'
  )
}
