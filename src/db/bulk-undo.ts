import type { Mark } from '../core/mark.ts'
import type { NoteTags } from '../core/note-tags.ts'
import type { Schedulers } from '../core/scheduler.ts'
import { actById, BULK_TABLES, noteAct } from './bulk-acts.ts'
import type { BulkAct } from './bulk-acts.ts'
import { later, nth, retagged, untagged } from './bulk.ts'
import type { BulkStamp } from './bulk.ts'
import { addEntries } from './bulk-log.ts'
import type { OnBulkShare } from './bulk-log.ts'
import { moveBack, moveOn } from './bulk-move.ts'
import { rebaseLater } from './bulk-rebase.ts'
import { NOTHING_CHANGED, resultNow, resultOf } from './bulk-result.ts'
import type { BulkResult } from './bulk-result.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'
import { getMany } from './get-many.ts'
import { noteBulkUndone } from './journal.ts'
import { putMany } from './put-many.ts'
import { undoEntryFor } from './undo-entry.ts'

/**
 * Takes back what was done to many cards, in one transaction: marks, tags and decks are as they were, unless they
 * were changed again since, and the entries of the log are taken back by entries of their own. An act that
 * is undone already, or that is not known any more, changes nothing; asked for twice with one stamp, it says
 * twice what it changed.
 *
 * @throws StorageFault where it could not be saved; nothing is changed then
 */
export async function undoBulk(
  db: StudyDb,
  actId: string,
  stamp: BulkStamp,
  settings: Schedulers,
  onShare?: OnBulkShare,
): Promise<BulkResult> {
  const result = await withDb(db, () =>
    db.transaction('rw', [...BULK_TABLES], async () => {
      const undone = await undoBulkIn(db, actId, stamp, settings, onShare)
      if (undone !== NOTHING_CHANGED) await leaveJournal(db, actId, stamp.id)
      return undone
    }),
  )
  if (result !== NOTHING_CHANGED) db.changes.announce({ kind: 'bulk' })
  return result
}

/** Where it was not its turn, the acts after it must not bring back what it had set. */
async function leaveJournal(db: StudyDb, actId: string, undoneBy: string): Promise<void> {
  const seq = await noteBulkUndone(db, actId, undoneBy)
  const act = seq === null ? null : await actById(db, actId)
  if (act && seq !== null) await rebaseLater(db, act, seq)
}

/** The same inside a transaction, without a word to the journal. */
export async function undoBulkIn(
  db: StudyDb,
  actId: string,
  stamp: BulkStamp,
  settings: Schedulers,
  onShare?: OnBulkShare,
): Promise<BulkResult> {
  const act = await actById(db, actId)
  if (!act) return NOTHING_CHANGED
  if (act.undone) return act.undoneBy === stamp.id ? resultNow(db, act) : NOTHING_CHANGED
  const states = await addEntries(
    db,
    act.entries.map((entry, index) => undoEntryFor(entry, nth(stamp, index))),
    settings,
    onShare,
  )
  const marks = await unmark(db, act, stamp)
  const tags = await untag(db, act, stamp)
  const moved = await moveBack(db, act, stamp)
  await noteAct(db, { ...act, undone: true, undoneBy: stamp.id })
  return resultOf({ states, marks, tags, moved })
}

/** Does again what was undone by `undoneBy`, inside a transaction. */
export async function redoBulkIn(
  db: StudyDb,
  actId: string,
  undoneBy: string,
  stamp: BulkStamp,
  settings: Schedulers,
  onShare?: OnBulkShare,
): Promise<BulkResult> {
  const act = await actById(db, actId)
  if (!act || !act.undone) return NOTHING_CHANGED
  const undos = act.entries.map(({ cardId }, index) => {
    const { id } = nth({ ...stamp, id: undoneBy }, index)
    return undoEntryFor({ id, cardId }, nth(stamp, index))
  })
  const states = await addEntries(db, undos, settings, onShare)
  const turned = act.marks.map(({ cardId, before, after }) => ({
    cardId,
    before: after,
    after: before,
  }))
  const marks = await unmark(db, { ...act, marks: turned }, stamp)
  const kind = act.kind === 'tag' ? 'untag' : act.kind === 'untag' ? 'tag' : act.kind
  const tags = await untag(db, { ...act, kind }, stamp)
  const moved = await moveOn(db, act, stamp)
  await noteAct(db, { ...act, undone: false })
  return resultOf({ states, marks, tags, moved })
}

async function unmark(db: StudyDb, act: BulkAct, stamp: BulkStamp): Promise<Mark[]> {
  const ids = act.marks.map(({ cardId }) => cardId)
  const stored = await getMany(db.marks, ids, ({ cardId }) => cardId)
  const marks = act.marks.flatMap(({ before, after }, index) => {
    const mark = stored[index]
    return mark && holds(mark, after) ? [later(mark, before, stamp)] : []
  })
  await putMany(db.marks, marks)
  return marks
}

/** Whether what an act set is still there. */
function holds(mark: Mark, { suspended, flag }: BulkAct['marks'][number]['after']): boolean {
  return (
    (suspended === undefined || mark.suspended === suspended) &&
    (flag === undefined || mark.flag === flag)
  )
}

async function untag(db: StudyDb, act: BulkAct, stamp: BulkStamp): Promise<NoteTags[]> {
  const { kind, tag, notes } = act
  if (tag === undefined || (kind !== 'tag' && kind !== 'untag')) return []
  const opposite = kind === 'tag' ? 'untag' : 'tag'
  const stored = await getMany(db.noteTags, notes, ({ noteId }) => noteId)
  const rows = notes
    .map((noteId, index) => stored[index] ?? untagged(noteId))
    .filter(({ tags }) => tags.includes(tag) === (kind === 'tag'))
    .map((row) => retagged(row, opposite, tag, stamp))
  await putMany(db.noteTags, rows)
  return rows
}
