import * as v from 'valibot'
import { MarkSchema } from '../core/mark.ts'
import type { Mark } from '../core/mark.ts'
import { NoteTagsSchema, TagSchema } from '../core/note-tags.ts'
import type { NoteTags } from '../core/note-tags.ts'
import type { CardId, NoteId } from '../core/note.ts'
import { ReviewSchema } from '../core/review.ts'
import type { Review } from '../core/review.ts'
import type { Schedulers } from '../core/scheduler.ts'
import type { Instant, StudyDayNumber } from '../core/time.ts'
import { actById, BULK_TABLES, noteAct } from './bulk-acts.ts'
import type { BulkAct, BulkKind } from './bulk-acts.ts'
import { NOTHING_CHANGED, resultNow } from './bulk-result.ts'
import type { BulkResult } from './bulk-result.ts'
import { addEntries } from './bulk-log.ts'
import type { OnBulkShare } from './bulk-log.ts'
import { MOVED_AT } from './log.ts'
import { withDb } from './db.ts'
import { getMany } from './get-many.ts'
import { noteAct as noteStep } from './journal.ts'
import { putMany } from './put-many.ts'
import type { StudyDb } from './db.ts'

/** Who does something to many cards, and when. `id` is made when the act is offered: twice is once. */
export interface BulkStamp {
  readonly id: string
  readonly at: Instant
  readonly utcOffsetMin: number
  readonly device: string
}

/** The field of the mark that an act sets. */
export type MarkField = { readonly suspended: boolean } | { readonly flag: Mark['flag'] }

const UNMARKED = { suspended: false, flag: 0, buriedUntil: null } as const

/**
 * Sets one field of the marks of many cards, in one transaction; those that have that value already are
 * left alone.
 *
 * @throws StorageFault where it could not be saved; nothing is changed then
 */
export async function markCards(
  db: StudyDb,
  cardIds: readonly CardId[],
  field: MarkField,
  stamp: BulkStamp,
): Promise<BulkResult> {
  const kind = 'flag' in field ? 'flag' : field.suspended ? 'suspend' : 'unsuspend'
  return acting(db, stamp, async () => {
    const stored = await getMany(db.marks, cardIds, ({ cardId }) => cardId)
    const before = cardIds.map((cardId, index) => stored[index] ?? unmarked(cardId, stamp))
    const changed = before.filter((mark) => !hasField(mark, field))
    const marks = changed.map((mark) => later(mark, field, stamp))
    await putMany(db.marks, marks)
    const steps = changed.map(({ cardId, suspended, flag }) => ({
      cardId,
      before: kind === 'flag' ? { flag } : { suspended },
      after: field,
    }))
    const detail = 'flag' in field ? { flag: field.flag } : {}
    await noteAct(db, { ...actOf(stamp, kind, marks.length), ...detail, marks: steps })
    return { ...NOTHING_CHANGED, count: marks.length, marks }
  })
}

/**
 * Adds a tag of the learner's to many notes, or takes it off them.
 *
 * @throws v.ValiError for a text that cannot be a tag; StorageFault
 */
export async function tagNotes(
  db: StudyDb,
  noteIds: readonly NoteId[],
  change: { readonly kind: 'tag' | 'untag'; readonly tag: string },
  stamp: BulkStamp,
): Promise<BulkResult> {
  const tag = v.parse(TagSchema, change.tag)
  const { kind } = change
  return acting(db, stamp, async () => {
    const stored = await getMany(db.noteTags, noteIds, ({ noteId }) => noteId)
    const rows = noteIds.map((noteId, index) => stored[index] ?? untagged(noteId))
    const changed = rows.filter(({ tags }) => tags.includes(tag) === (kind === 'untag'))
    const tags = changed.map((row) => retagged(row, kind, tag, stamp))
    await putMany(db.noteTags, tags)
    const notes = changed.map(({ noteId }) => noteId)
    await noteAct(db, { ...actOf(stamp, kind, tags.length), tag, notes })
    return { ...NOTHING_CHANGED, count: tags.length, tags }
  })
}

/**
 * Starts many cards anew, or sets the day on which they are due next: one entry of the log for each, and
 * their states with it. Cards that were never rated are left alone, as there is nothing to change.
 *
 * @throws StorageFault where it could not be saved; nothing is changed then
 */
export async function logCards(
  db: StudyDb,
  cardIds: readonly CardId[],
  change: { readonly kind: 'reset' } | { readonly kind: 'due'; readonly dueDay: StudyDayNumber },
  stamp: BulkStamp,
  settings: Schedulers,
  onShare?: OnBulkShare,
): Promise<BulkResult> {
  return acting(db, stamp, async () => {
    const known = await getMany(db.cardStates, cardIds, ({ cardId }) => cardId)
    const seen = cardIds.filter((_, index) => known[index])
    const reviews = seen.map((cardId, index) => entryOf(cardId, change, nth(stamp, index)))
    const states = await addEntries(db, reviews, settings, onShare)
    if (change.kind === 'due') await db.local.put({ key: MOVED_AT, value: stamp.at })
    const detail = change.kind === 'due' ? { dueDay: change.dueDay } : {}
    const entries = reviews.map(({ id, cardId }) => ({ id, cardId }))
    await noteAct(db, { ...actOf(stamp, change.kind, reviews.length), ...detail, entries })
    return { ...NOTHING_CHANGED, count: reviews.length, states }
  })
}

/**
 * Runs an act in one transaction and tells the other tabs; one that was done already is not repeated, and
 * comes to what it came to then.
 */
export async function acting(
  db: StudyDb,
  { id, at }: BulkStamp,
  action: () => Promise<BulkResult>,
): Promise<BulkResult> {
  const result = await withDb(db, () =>
    db.transaction('rw', [...BULK_TABLES], async () => {
      const known = await actById(db, id)
      if (known) return known.undone ? NOTHING_CHANGED : resultNow(db, known)
      const done = await action()
      if (done.count > 0) await noteStep(db, { at, bulk: id })
      return done
    }),
  )
  if (result.count > 0) db.changes.announce({ kind: 'bulk' })
  return result
}

export function actOf({ id, at }: BulkStamp, kind: BulkKind, count: number): BulkAct {
  return { id, at, kind, count, marks: [], notes: [], entries: [], undone: false }
}

function unmarked(cardId: CardId, { device }: BulkStamp): Mark {
  return { ...UNMARKED, cardId, updatedAt: 0, device }
}

function hasField(mark: Mark, field: MarkField): boolean {
  return 'flag' in field ? mark.flag === field.flag : mark.suspended === field.suspended
}

/** The act of the learner always holds: if the clock was set back, it is dated just after what was there. */
export function later(
  mark: Mark,
  field: Partial<Pick<Mark, 'suspended' | 'flag'>>,
  { at, device }: BulkStamp,
): Mark {
  const updatedAt = Math.max(at, mark.updatedAt + 1)
  return v.parse(MarkSchema, { ...mark, ...field, updatedAt, device })
}

export function untagged(noteId: NoteId): NoteTags {
  return { noteId, tags: [], updatedAt: 0, device: '-' }
}

export function retagged(
  row: NoteTags,
  kind: 'tag' | 'untag',
  tag: string,
  { at, device }: BulkStamp,
): NoteTags {
  const others = row.tags.filter((other) => other !== tag)
  const tags = kind === 'tag' ? [...others, tag].toSorted() : others
  return v.parse(NoteTagsSchema, {
    noteId: row.noteId,
    tags,
    updatedAt: Math.max(at, row.updatedAt + 1),
    device,
  })
}

/** The stamp of the entry for the nth card of an act. */
export function nth({ id, at, utcOffsetMin, device }: BulkStamp, index: number) {
  return { id: `${id}.${index}`, at, utcOffsetMin, device }
}

function entryOf(
  cardId: CardId,
  change: { readonly kind: 'reset' } | { readonly kind: 'due'; readonly dueDay: StudyDayNumber },
  stamp: ReturnType<typeof nth>,
): Review {
  return v.parse(
    ReviewSchema,
    change.kind === 'reset'
      ? { ...stamp, kind: 'reset', cardId }
      : { ...stamp, kind: 'rescheduled', cardId, dueDay: change.dueDay },
  )
}
