import type { Mark } from '../core/mark.ts'
import type { NoteTags } from '../core/note-tags.ts'
import type { CardId } from '../core/note.ts'
import type { CardState } from '../core/schedule.ts'
import type { BulkAct } from './bulk-acts.ts'
import type { StoredNote, StudyDb } from './db.ts'

/** What an act changed, to be shown without reading everything again. */
export interface BulkResult {
  /** How many cards, or notes for tags and decks, are another now. */
  readonly count: number
  readonly marks: readonly Mark[]
  /** The state of each card whose log changed; null where it is new. */
  readonly states: ReadonlyMap<CardId, CardState | null>
  readonly tags: readonly NoteTags[]
  /** Notes that are in another deck now. */
  readonly moved: readonly StoredNote[]
}

export const NOTHING_CHANGED: BulkResult = {
  count: 0,
  marks: [],
  states: new Map(),
  tags: [],
  moved: [],
}

export function resultOf(parts: Omit<BulkResult, 'count'>): BulkResult {
  const { states, marks, tags, moved } = parts
  return { ...parts, count: states.size + marks.length + tags.length + moved.length }
}

/**
 * All that an act is about, as it is now: for one that is asked for again because nothing was heard of its
 * end. Inside a transaction.
 */
export async function resultNow(db: StudyDb, act: BulkAct): Promise<BulkResult> {
  const cards = act.entries.map(({ cardId }) => cardId)
  const states = await db.cardStates.bulkGet(cards)
  const marks = await db.marks.bulkGet(act.marks.map(({ cardId }) => cardId))
  const tags = await db.noteTags.bulkGet(act.notes)
  const moved = await db.notes.bulkGet((act.moves ?? []).map(({ noteId }) => noteId))
  return resultOf({
    states: new Map(cards.map((cardId, index) => [cardId, states[index] ?? null])),
    marks: marks.filter((each) => each !== undefined),
    tags: tags.filter((each) => each !== undefined),
    moved: moved.filter((each) => each !== undefined),
  })
}
