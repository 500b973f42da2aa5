import { Dexie } from 'dexie'
import { emptyCounts } from '../core/backup/content.ts'
import type { BackupRows } from '../core/backup/content.ts'
import type { RowKind } from '../core/backup/format.ts'
import { latestOf } from '../core/backup/later.ts'
import { sortedLog } from '../core/log.ts'
import type { Review } from '../core/review.ts'
import type { NoteText } from '../core/text/note-text.ts'
import { rebuildOwnCatalog } from './catalogs.ts'
import { withDb } from './db.ts'
import type { MediaRow, StudyDb } from './db.ts'
import { CRAMMED_AT } from './log.ts'
import type { Rendered } from './own-notes.ts'
import { forgetProjection } from './projection.ts'
import { clearLearner } from './restore-clear.ts'
import { takeSteps } from './mocks.ts'
import { takeEdits } from './restore-edits.ts'
import { takeDecks, takeNotes } from './restore-notes.ts'
import { PUT_BATCH } from './put-many.ts'
import type { OnWritten } from './put-many.ts'
import { takeLater } from './take-later.ts'
import type { Written } from './written.ts'

/** Rows of a backup with what had to be made of them outside of a transaction. */
export interface RestoreInput {
  readonly rows: BackupRows
  /** Its images, checked to be what they say they are. */
  readonly images: readonly MediaRow[]
  /** Turns the text of an own note into what lists and search show. */
  readonly render: (text: NoteText) => Rendered
}

/** How many rows of each kind a backup brought: new ones, and ones that replaced an older one. */
export type Restored = Readonly<Record<RowKind, number>>

/**
 * `merge` adds what is missing and takes what was written later; what is here stays. `replace` takes
 * everything of the learner away first.
 */
export type RestoreMode = 'merge' | 'replace'

/**
 * Takes in the rows of a backup, in one transaction: all or nothing. Entries of the log are united by their
 * ids, other rows by the later write, so that taking the same file in twice changes nothing, and the order
 * of several files does not matter. Card states are computed anew afterwards by `ensureProjection`.
 *
 * @throws StorageFault; nothing is changed then
 */
export async function restoreBackup(
  db: StudyDb,
  input: RestoreInput,
  mode: RestoreMode,
  written: Written,
  onWritten?: OnWritten,
): Promise<Restored> {
  const restored = await withDb(db, () =>
    db.transaction('rw', [...TABLES], async () => {
      if (mode === 'replace') await clearLearner(db)
      return takeIn(db, input, written, onWritten)
    }),
  )
  db.changes.announce({ kind: 'bulk' })
  db.changes.announce({ kind: 'projected' })
  return restored
}

const TABLES = [
  ...(['reviews', 'mocks', 'cardStates', 'exams', 'notes', 'marks', 'noteTags'] as const),
  ...(['edits', 'ownDecks', 'drafts', 'media', 'settings', 'local'] as const),
  ...(['fits', 'forecasts'] as const),
]

async function takeIn(
  db: StudyDb,
  { rows, images, render }: RestoreInput,
  written: Written,
  onWritten?: OnWritten,
): Promise<Restored> {
  const total = rows.note.length + rows.review.length
  const counts = emptyCounts()
  const byKey = latestOf(rows.setting, ({ key }) => key)
  counts.setting = (await takeLater(db.settings, byKey)).length
  counts.deck = await takeDecks(db, rows.deck)
  counts.note = await takeNotes(db, rows.note, render, written, (done) => onWritten?.(done, total))
  counts.image = await takeImages(db, images)
  counts.edit = await takeEdits(db, rows.edit, written)
  counts.tags = (
    await takeLater(
      db.noteTags,
      latestOf(rows.tags, (row) => row.noteId),
    )
  ).length
  counts.mark = (
    await takeLater(
      db.marks,
      latestOf(rows.mark, (row) => row.cardId),
    )
  ).length
  counts.fit = (await takeLater(db.fits, latestOf(rows.fit, byId))).length
  counts.forecast = (await takeLater(db.forecasts, latestOf(rows.forecast, byId))).length
  const taken = await takeReviews(db, rows.review, (done) =>
    onWritten?.(rows.note.length + done, total),
  )
  counts.review = taken.length
  counts.mock = await takeSteps(db, rows.mock)
  if (counts.note + counts.deck > 0) await rebuildOwnCatalog(db)
  // Settings decide on the schedule as the log does.
  if (counts.review + counts.setting > 0) await forgetProjection(db)
  return counts
}

async function takeImages(db: StudyDb, images: readonly MediaRow[]): Promise<number> {
  const known = new Set(await db.media.toCollection().primaryKeys())
  const fresh = new Map(images.filter(({ id }) => !known.has(id)).map((row) => [row.id, row]))
  await db.media.bulkPut([...fresh.values()])
  return fresh.size
}

function byId({ id }: { readonly id: string }): string {
  return id
}

/**
 * Adds entries whose ids are not in the log yet, and returns their ids. Inside a transaction over `reviews` and `local`.
 *
 * @param onDone told how many have been dealt with
 */
export async function takeReviews(
  db: StudyDb,
  reviews: readonly Review[],
  onDone?: (done: number) => void,
): Promise<string[]> {
  const log = sortedLog(reviews)
  const isKnown = await knownIn(db, log.length)
  const added: string[] = []
  for (let from = 0; from < log.length; from += PUT_BATCH) {
    const batch = log.slice(from, from + PUT_BATCH)
    const known = await isKnown(batch.map(({ id }) => id))
    const fresh = batch.filter(({ id }) => !known.has(id))
    await db.reviews.bulkAdd(fresh)
    for (const { id } of fresh) added.push(id)
    onDone?.(from + batch.length)
  }
  await noteCramming(db, log)
  return added
}

/** Tells which of some ids the log has: one look at all of them where most are asked for. */
async function knownIn(
  db: StudyDb,
  asked: number,
): Promise<(ids: readonly string[]) => Promise<ReadonlySet<string>>> {
  const isMost = (await db.reviews.count()) <= asked * 4
  const all = isMost ? new Set(await db.reviews.toCollection().primaryKeys()) : null
  return async (ids) => {
    if (all) return all
    const found = await db.reviews.bulkGet([...ids])
    return new Set(found.flatMap((review) => (review ? [review.id] : [])))
  }
}

async function noteCramming(db: StudyDb, log: readonly Review[]): Promise<void> {
  const last = log.findLast((review) => review.kind === 'rated' && review.mode === 'cram')
  if (!last) return
  const known = await db.local.get(CRAMMED_AT)
  const at = typeof known?.value === 'number' ? known.value : 0
  if (last.at > at) await db.local.put({ key: CRAMMED_AT, value: last.at })
}

/** Whether anything of a learner is in the database: something that a restore could take away. */
export async function isInUse(db: StudyDb): Promise<boolean> {
  const counts = await withDb(db, () =>
    db.transaction('r', [db.reviews, db.notes, db.edits, db.marks], () =>
      Dexie.Promise.all([
        db.reviews.count(),
        db.notes.filter(({ own }) => own !== undefined).count(),
        db.edits.count(),
        db.marks.count(),
      ]),
    ),
  )
  return counts.some((count) => count > 0)
}
