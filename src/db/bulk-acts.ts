import * as v from 'valibot'
import { MarkSchema } from '../core/mark.ts'
import { InstantSchema } from '../core/time-schemas.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'

const text = v.string()
const Field = v.object({
  suspended: v.exactOptional(MarkSchema.entries.suspended),
  flag: v.exactOptional(MarkSchema.entries.flag),
})

/**
 * Something that was done to many cards at once on this installation, with what it takes to undo it.
 * A row of `local`: other devices see what it changed, not the act.
 */
const BulkActSchema = v.object({
  id: text,
  at: InstantSchema,
  kind: v.picklist(['suspend', 'unsuspend', 'flag', 'tag', 'untag', 'reset', 'due', 'move']),
  /** How many cards, or notes for tags and decks, it changed. */
  count: v.number(),
  flag: v.optional(MarkSchema.entries.flag),
  tag: v.optional(text),
  dueDay: v.optional(v.number()),
  /** Title of the deck that notes were moved to, as it was then. */
  deck: v.optional(text),
  /** What it set on which cards, and what was there before. */
  marks: v.array(v.object({ cardId: text, before: Field, after: Field })),
  /** Notes that it tagged or untagged. */
  notes: v.array(text),
  /** Notes that it moved, by ids of decks. */
  moves: v.optional(v.array(v.object({ noteId: text, from: text, to: text }))),
  /** What it added to the log. */
  entries: v.array(v.object({ id: text, cardId: text })),
  undone: v.boolean(),
  /** The id of the undo that took it back last. */
  undoneBy: v.optional(text),
})
export type BulkAct = v.InferOutput<typeof BulkActSchema>
export type BulkKind = BulkAct['kind']

/** Acts that are kept; the oldest go first. */
const MOST = 20
const PREFIX = 'bulk/'

/** Keys sort by time, so that the last act is found without reading the others, which can be large. */
function keyOf({ id, at }: Pick<BulkAct, 'id' | 'at'>): string {
  return `${PREFIX}${String(at).padStart(15, '0')}/${id}`
}

/** Everything that an act on many cards may write, and so its undo. */
export const BULK_TABLES = [
  'reviews',
  'cardStates',
  'days',
  'tallies',
  'marks',
  'noteTags',
  'notes',
  'exams',
  'ownDecks',
  'drafts',
  'local',
] as const

/** The last act that is not undone, or null. */
export async function lastBulkAct(db: StudyDb): Promise<BulkAct | null> {
  return withDb(db, async () => {
    for (const key of (await keys(db)).toReversed()) {
      const act = await actAt(db, key)
      if (act && !act.undone && act.count > 0) return act
    }
    return null
  })
}

export async function actById(db: StudyDb, id: string): Promise<BulkAct | null> {
  const key = (await keys(db)).find((each) => each.endsWith(`/${id}`))
  return key === undefined ? null : actAt(db, key)
}

/** Keeps an act, inside the transaction that does it or undoes it. */
export async function noteAct(db: StudyDb, act: BulkAct): Promise<void> {
  await db.local.put({ key: keyOf(act), value: act })
  await db.local.bulkDelete((await keys(db)).slice(0, -MOST))
}

/** Oldest first. */
async function keys(db: StudyDb): Promise<string[]> {
  return db.local.where('key').startsWith(PREFIX).primaryKeys()
}

async function actAt(db: StudyDb, key: string): Promise<BulkAct | null> {
  const row = await db.local.get(key)
  return row && v.is(BulkActSchema, row.value) ? row.value : null
}
