import * as v from 'valibot'
import { MarkSchema } from '../core/mark.ts'
import { InstantSchema } from '../core/time.ts'
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
  kind: v.picklist(['suspend', 'unsuspend', 'flag', 'tag', 'untag', 'reset', 'due']),
  /** How many cards, or notes for tags, it changed. */
  count: v.number(),
  flag: v.optional(MarkSchema.entries.flag),
  tag: v.optional(text),
  dueDay: v.optional(v.number()),
  /** What it set on which cards, and what was there before. */
  marks: v.array(v.object({ cardId: text, before: Field, after: Field })),
  /** Notes that it tagged or untagged. */
  notes: v.array(text),
  /** What it added to the log. */
  entries: v.array(v.object({ id: text, cardId: text })),
  undone: v.boolean(),
})
export type BulkAct = v.InferOutput<typeof BulkActSchema>
export type BulkKind = BulkAct['kind']

/** Acts that are kept; the oldest go first. */
const MOST = 20
const PREFIX = 'bulk/'

/** The last act that is not undone, or null. */
export async function lastBulkAct(db: StudyDb): Promise<BulkAct | null> {
  const acts = await withDb(db, () => allActs(db))
  return acts.find(({ undone, count }) => !undone && count > 0) ?? null
}

export async function actById(db: StudyDb, id: string): Promise<BulkAct | null> {
  const row = await db.local.get(PREFIX + id)
  return row && v.is(BulkActSchema, row.value) ? row.value : null
}

/** Keeps an act, inside the transaction that does it or undoes it. */
export async function noteAct(db: StudyDb, act: BulkAct): Promise<void> {
  await db.local.put({ key: PREFIX + act.id, value: act })
  const old = (await allActs(db)).slice(MOST)
  await db.local.bulkDelete(old.map(({ id }) => PREFIX + id))
}

/** Newest first. */
async function allActs(db: StudyDb): Promise<BulkAct[]> {
  const rows = await db.local.where('key').startsWith(PREFIX).toArray()
  return rows
    .flatMap(({ value }) => (v.is(BulkActSchema, value) ? [value] : []))
    .toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
}
