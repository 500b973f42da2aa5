import { draftOf, draftsBeside, saveDraft } from '../../db/drafts.ts'
import type { DraftOwner } from '../../db/drafts.ts'
import type { DraftRow, StudyDb } from '../../db/db.ts'
import { readDraft } from './draft.ts'
import type { Draft } from './draft.ts'

/**
 * What was typed last when a page is closed: a database may not finish a write then, this store has
 * finished when it returns. It is brought into the database when the editor opens again. Each editor has
 * its own, as two tabs may be closed at once.
 */
const PREFIX = 'cirrus-draft/'

export function mirrorDraft(id: string, draft: Draft, now: number, owner?: DraftOwner): void {
  try {
    const left = { id, value: draft, updatedAt: now, ...owner }
    localStorage.setItem(nameOf(id, owner), JSON.stringify(left))
  } catch {
    // Full or forbidden: the database is still being written.
  }
}

export function dropMirror(id: string, owner?: DraftOwner): void {
  try {
    localStorage.removeItem(nameOf(id, owner))
  } catch {
    // Forbidden: then nothing is there.
  }
}

function nameOf(id: string, owner?: DraftOwner): string {
  return `${PREFIX}${id}${owner ? `~${owner.by}` : ''}`
}

/** The draft of a note, and what other editors hold or held of it. */
export interface Drafts {
  readonly row: DraftRow | null
  /** Latest first. */
  readonly beside: readonly DraftRow[]
}

/** The latest draft of a note, from the database or as a page left it, and those beside it. */
export async function latestDrafts(db: StudyDb, id: string): Promise<Drafts> {
  for (const left of mirrored(id)) {
    const known = [await draftOf(db, id), ...(await draftsBeside(db, id))]
    const own = known.find((row) => row?.by === left.owner?.by)
    const { value, updatedAt, owner } = left
    if (!own || own.updatedAt <= updatedAt) await saveDraft(db, id, value, updatedAt, owner)
    dropMirror(id, owner)
  }
  const row = await draftOf(db, id)
  const beside = await draftsBeside(db, id)
  const [first] = beside
  if (row || !first) return { row, beside }
  // Its editor saved or gave up the draft that this one stood beside.
  await saveDraft(db, id, first.value, first.updatedAt, { by: first.by ?? '', from: null })
  return { row: await draftOf(db, id), beside: beside.slice(1) }
}

/** All drafts that pages left, as they are written. */
export function mirroredTexts(): string[] {
  return namesFrom(PREFIX).map((name) => localStorage.getItem(name) ?? '')
}

function namesFrom(start: string): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(start))
  } catch {
    // Forbidden: then nothing is there.
    return []
  }
}

interface Left {
  readonly value: Draft
  readonly updatedAt: number
  readonly owner?: DraftOwner
}

/** What pages left of this note, earliest first. */
function mirrored(id: string): Left[] {
  return namesFrom(nameOf(id))
    .filter((name) => name === nameOf(id) || name.startsWith(`${nameOf(id)}~`))
    .flatMap((name) => leftAt(name) ?? [])
    .toSorted((a, b) => a.updatedAt - b.updatedAt)
}

function leftAt(name: string): Left | null {
  try {
    const left: unknown = JSON.parse(localStorage.getItem(name) ?? 'null')
    if (typeof left !== 'object' || left === null) return null
    const fields = new Map<string, unknown>(Object.entries(left))
    const [value, updatedAt] = [readDraft(fields.get('value')), fields.get('updatedAt')]
    if (!value || typeof updatedAt !== 'number') return null
    const [by, from] = [fields.get('by'), fromOf(fields.get('from'))]
    return { value, updatedAt, ...(typeof by === 'string' && { owner: { by, from } }) }
  } catch {
    return null
  }
}

function fromOf(value: unknown): DraftOwner['from'] {
  if (typeof value !== 'object' || value === null || !('updatedAt' in value)) return null
  const { updatedAt } = value
  if (typeof updatedAt !== 'number') return null
  const by = 'by' in value && typeof value.by === 'string' ? value.by : null
  return { updatedAt, ...(by !== null && { by }) }
}
