import { undoneIds } from '../core/log.ts'
import type { Mark } from '../core/mark.ts'
import type { CardId } from '../core/note.ts'
import { OWN_EXAM } from '../core/own-exam.ts'
import type { Rated, Review } from '../core/review.ts'
import type { CardState } from '../core/schedule.ts'
import type { Schedulers } from '../core/scheduler.ts'
import type { Instant } from '../core/time.ts'
import { actById, BULK_TABLES } from './bulk-acts.ts'
import type { BulkKind } from './bulk-acts.ts'
import type { OnBulkShare } from './bulk-log.ts'
import { redoBulkIn, undoBulkIn } from './bulk-undo.ts'
import { resultNow } from './bulk-result.ts'
import type { BulkResult } from './bulk-result.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'
import { noteOldAct, putAct, removeAct, toRedo, toUndo } from './journal.ts'
import type { Act, Marking } from './journal.ts'
import { lastUndoable } from './last-undoable.ts'
import { reviewsOfCard } from './log.ts'
import { putMarking } from './marks.ts'
import { addEntry } from './reviews.ts'
import { textStepHolds } from './text-steps.ts'
import { undoEntryFor } from './undo-entry.ts'
import type { Stamp } from './undo-entry.ts'

export { lastUndoable } from './last-undoable.ts'
export { undoEntryFor } from './undo-entry.ts'

const TABLES = [...BULK_TABLES, 'edits'] as const

/** What puts back notes, edits and decks is loaded with the first such step. */
let takeTexts: typeof import('./undo-texts.ts').takeTexts | null = null

/** Ends a transaction that turned out to need it. */
class TextsNeeded extends Error {}

/** What an undo or a redo changed. */
export interface Changed {
  readonly act: Act
  /** Of each card whose log changed, its state now; null where it is new. */
  readonly states: ReadonlyMap<CardId, CardState | null>
  readonly marks: readonly Mark[]
  /** The entries of the log that it is about. */
  readonly entries: readonly Review[]
  /** What was done to many cards at once; its notes are those tagged or moved. */
  readonly bulk?: { readonly kind: BulkKind; readonly notes: number }
}

/** What can be taken back and done again. */
export interface Undoable {
  readonly undo: boolean
  readonly redo: boolean
  /** Id of the import that was the last thing done: then `undoImport` takes it back, and nothing else. */
  readonly imported?: string
}

/**
 * Takes back what was done last on this installation and still holds: answers, new starts, marks. What
 * the journal does not know, such as answers from before there was one, is found in the log.
 * Null if there is nothing.
 *
 * @throws StorageFault where it could not be saved; nothing is changed then
 */
export async function undoLast(
  db: StudyDb,
  stamp: Stamp,
  settings: Schedulers,
  onShare?: OnBulkShare,
): Promise<Changed | null> {
  return changing(db, async () => {
    const again = await toRedo(db)
    if (again?.undoneBy === stamp.id) return changed(db, again)
    const act = await undoableAct(db)
    // An import is no step of a session, and nothing before it is taken back past it.
    if (act?.imported !== undefined) return null
    if (act) return takeBack(db, act, stamp, settings, onShare)
    const rated = await lastUndoable(db, stamp.at)
    if (!rated) return null
    const { id, cardId, at } = rated
    const old = await noteOldAct(db, { at, entries: [{ id, cardId }] }, stamp.id)
    return takeBack(db, old, stamp, settings)
  })
}

/**
 * Does again what was taken back last, as long as nothing else was done since. Null if there is nothing.
 *
 * @throws StorageFault where it could not be saved; nothing is changed then
 */
export async function redoLast(
  db: StudyDb,
  stamp: Stamp,
  settings: Schedulers,
  onShare?: OnBulkShare,
): Promise<Changed | null> {
  return changing(db, async () => {
    const again = await toUndo(db)
    if (again?.redoneBy === stamp.id) return changed(db, again)
    const act = await toRedo(db)
    if (!act || act.undoneBy === null) return null
    const redone = { ...act, undoneBy: null, redoneBy: stamp.id }
    if (act.bulk !== undefined) {
      const { bulk, undoneBy } = act
      const done = await redoBulkIn(db, bulk, undoneBy, stamp, settings, onShare)
      return bulkChanged(db, redone, done)
    }
    for (const [index, { cardId }] of act.entries.entries()) {
      const undo = { cardId, id: nth(act.undoneBy, index) }
      await addEntry(db, undoEntryFor(undo, { ...stamp, id: nth(stamp.id, index) }), settings)
    }
    await mark(db, act, 'after', stamp)
    await putTexts(db, act, 'after', stamp)
    await putAct(db, redone)
    return changed(db, redone)
  })
}

/** What there is to undo and to redo, and the last rating as `lastUndoable` has it: all as of one moment. */
export async function undoableAndLast(
  db: StudyDb,
  now: Instant,
): Promise<Undoable & { readonly last: Rated | null }> {
  const [act, redo, last] = await withDb(db, () =>
    db.transaction('r', db.local, db.reviews, async () =>
      Promise.all([toUndo(db), toRedo(db), lastUndoable(db, now)]),
    ),
  )
  return { ...undoableOf(act, redo, last), last }
}

/** What there is to undo and to redo. */
export async function undoable(db: StudyDb, now: Instant): Promise<Undoable> {
  const [act, redo] = await withDb(db, () =>
    // An async function, as Dexie would otherwise lose sight of the transaction.
    db.transaction('r', db.local, async () => [await toUndo(db), await toRedo(db)] as const),
  )
  return undoableOf(act, redo, act ? null : await lastUndoable(db, now))
}

function undoableOf(act: Act | null, redo: Act | null, last: Rated | null): Undoable {
  const can = { undo: act !== null || last !== null, redo: redo !== null }
  const imported = act?.imported
  return imported === undefined ? can : { ...can, undo: false, imported }
}

async function changing(
  db: StudyDb,
  action: () => Promise<Changed | null>,
): Promise<Changed | null> {
  const run = () => withDb(db, () => db.transaction('rw', [...TABLES], action))
  const result = await run().catch(async (error: unknown) => {
    if (!(error instanceof TextsNeeded)) throw error
    ;({ takeTexts } = await import('./undo-texts.ts'))
    return run()
  })
  if (result) announce(db, result)
  return result
}

/** Above this many cards the other tabs are told to read everything again. */
const MOST_TOLD = 20

function announce(db: StudyDb, { act, states, marks }: Changed): void {
  if (act.bulk !== undefined) return db.changes.announce({ kind: 'bulk' })
  for (const { what, id } of act.texts ?? []) {
    db.changes.announce(
      what === 'deck' ? { kind: 'installed', exam: OWN_EXAM } : { kind: 'edited', noteId: id },
    )
  }
  if (states.size + marks.length > MOST_TOLD) return db.changes.announce({ kind: 'projected' })
  for (const cardId of states.keys()) db.changes.announce({ kind: 'reviewed', cardId })
  for (const { cardId } of marks) db.changes.announce({ kind: 'marked', cardId })
}

/** The latest act that holds; those of which nothing is left in the log are dropped. */
async function undoableAct(db: StudyDb): Promise<Act | null> {
  for (;;) {
    const act = await toUndo(db)
    if (!act || act.marks.length > 0 || act.imported !== undefined) return act
    if (act.bulk !== undefined && (await actById(db, act.bulk))) return act
    if (await textsHold(db, act)) return act
    if (await holds(db, act)) return act
    await removeAct(db, act)
  }
}

async function textsHold(db: StudyDb, { texts = [] }: Act): Promise<boolean> {
  for (const step of texts) if (await textStepHolds(db, step)) return true
  return false
}

async function holds(db: StudyDb, { entries }: Act): Promise<boolean> {
  for (const { id, cardId } of entries) {
    const log = await reviewsOfCard(db, cardId)
    if (log.some((entry) => entry.id === id) && !undoneIds(log).has(id)) return true
  }
  return false
}

async function takeBack(
  db: StudyDb,
  act: Act,
  stamp: Stamp,
  settings: Schedulers,
  onShare?: OnBulkShare,
): Promise<Changed> {
  if (act.bulk !== undefined) {
    const undone = await undoBulkIn(db, act.bulk, stamp, settings, onShare)
    return bulkChanged(db, { ...act, undoneBy: stamp.id }, undone)
  }
  for (const [index, entry] of act.entries.entries()) {
    await addEntry(db, undoEntryFor(entry, { ...stamp, id: nth(stamp.id, index) }), settings)
  }
  await mark(db, act, 'before', stamp)
  await putTexts(db, act, 'before', stamp)
  const undone = { ...act, undoneBy: stamp.id }
  await putAct(db, undone)
  return changed(db, undone)
}

async function bulkChanged(
  db: StudyDb,
  act: Act,
  { states, marks, tags, moved }: BulkResult,
): Promise<Changed> {
  await putAct(db, act)
  const bulk = await actById(db, act.bulk ?? '')
  const notes = tags.length + moved.length
  return { act, states, marks, entries: [], ...(bulk && { bulk: { kind: bulk.kind, notes } }) }
}

async function putTexts(
  db: StudyDb,
  { texts = [] }: Act,
  side: 'before' | 'after',
  stamp: Stamp,
): Promise<void> {
  if (texts.length === 0) return
  if (!takeTexts) throw new TextsNeeded()
  await takeTexts(db, texts, side, stamp)
}

/** Sets the marks of an act back, or again: only what it had changed. */
async function mark(db: StudyDb, act: Act, side: 'before' | 'after', stamp: Stamp): Promise<void> {
  for (const { cardId, before, after } of act.marks) {
    const to = side === 'before' ? before : after
    await putMarking(db, cardId, differing(before, after, to), stamp.at, stamp.device)
  }
}

function differing(before: Marking, after: Marking, to: Marking): Partial<Marking> {
  return {
    ...(before.suspended === after.suspended ? {} : { suspended: to.suspended }),
    ...(before.flag === after.flag ? {} : { flag: to.flag }),
    ...(before.buriedUntil === after.buriedUntil ? {} : { buriedUntil: to.buriedUntil }),
  }
}

async function changed(db: StudyDb, act: Act): Promise<Changed> {
  const bulk = act.bulk === undefined ? null : await actById(db, act.bulk)
  if (bulk) return bulkChanged(db, act, await resultNow(db, bulk))
  const ids = [...new Set(act.entries.map(({ cardId }) => cardId))]
  const [states, marks, entries] = await Promise.all([
    db.cardStates.bulkGet(ids),
    db.marks.bulkGet(act.marks.map(({ cardId }) => cardId)),
    db.reviews.bulkGet(act.entries.map(({ id }) => id)),
  ])
  return {
    act,
    states: new Map(ids.map((id, index) => [id, states[index] ?? null])),
    marks: marks.filter((each) => each !== undefined),
    entries: entries.filter((each) => each !== undefined),
  }
}

/** The id of the nth entry that one undo adds. */
function nth(id: string, index: number): string {
  return index === 0 ? id : `${id}:${index}`
}
