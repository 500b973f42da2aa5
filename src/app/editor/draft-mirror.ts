import { draftOf, saveDraft } from '../../db/drafts.ts'
import type { DraftRow, StudyDb } from '../../db/db.ts'
import { readDraft } from './draft.ts'
import type { Draft } from './draft.ts'

/**
 * What was typed last when a page is closed: a database may not finish a write then, this store has
 * finished when it returns. It is brought into the database when the editor opens again.
 */
const PREFIX = 'cirrus-draft/'

export function mirrorDraft(id: string, draft: Draft, now: number): void {
  try {
    localStorage.setItem(`${PREFIX}${id}`, JSON.stringify({ id, value: draft, updatedAt: now }))
  } catch {
    // Full or forbidden: the database is still being written.
  }
}

export function dropMirror(id: string): void {
  try {
    localStorage.removeItem(`${PREFIX}${id}`)
  } catch {
    // Forbidden: then nothing is there.
  }
}

/** The draft of a note, from the database or as the page left it, whichever is later. */
export async function latestDraft(db: StudyDb, id: string): Promise<DraftRow | null> {
  const [stored, left] = [await draftOf(db, id), mirrored(id)]
  if (!left || (stored && stored.updatedAt > left.updatedAt)) return stored
  await saveDraft(db, id, left.value, left.updatedAt)
  dropMirror(id)
  return left
}

/** All drafts that pages left, as they are written. */
export function mirroredTexts(): string[] {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))
    return names.map((name) => localStorage.getItem(name) ?? '')
  } catch {
    // Forbidden: then nothing is there.
    return []
  }
}

function mirrored(id: string): DraftRow | null {
  try {
    const left: unknown = JSON.parse(localStorage.getItem(`${PREFIX}${id}`) ?? 'null')
    if (typeof left !== 'object' || left === null) return null
    const fields = new Map<string, unknown>(Object.entries(left))
    const [value, updatedAt] = [readDraft(fields.get('value')), fields.get('updatedAt')]
    return value && typeof updatedAt === 'number' ? { id, value, updatedAt } : null
  } catch {
    return null
  }
}
