import { Dexie } from 'dexie'
import { cardKeysOf } from '../core/note.ts'
import { deleteOwnCatalog, rekeyNotes } from './catalogs.ts'
import type { StudyDb } from './db.ts'
import { notesByIds } from './notes.ts'

/** Rows of `local` that belong to the installation and not to what its learner did. */
const KEPT = new Set(['device', 'askedToKeepData'])
/** Where rows about backups of this installation stand. */
const KEPT_PREFIX = 'backup/'

/**
 * Takes everything of the learner away, inside a transaction over all tables; what the build ships stays.
 * The one place that empties the logs: before a backup takes its place.
 */
export async function clearLearner(db: StudyDb): Promise<void> {
  await unedit(db)
  // The tables refuse to delete what is in them, so their stores are told.
  for (const facts of ['reviews', 'mocks']) {
    Dexie.currentTransaction?.idbtrans.objectStore(facts).clear()
  }
  await Promise.all([
    db.cardStates.clear(),
    db.marks.clear(),
    db.noteTags.clear(),
    db.edits.clear(),
    db.ownDecks.clear(),
    db.drafts.clear(),
    db.media.clear(),
    db.fits.clear(),
    db.forecasts.clear(),
    db.settings.clear(),
    deleteOwnCatalog(db),
    db.notes.filter(({ own }) => own !== undefined).delete(),
    db.local.filter(({ key }) => !KEPT.has(key) && !key.startsWith(KEPT_PREFIX)).delete(),
  ])
}

/** Edits may have given notes other cards. */
async function unedit(db: StudyDb): Promise<void> {
  const ids = await db.edits.toCollection().primaryKeys()
  const notes = await notesByIds(db, ids)
  await rekeyNotes(
    db,
    new Map([...notes.values()].map(({ id, body }) => [id, cardKeysOf(body)] as const)),
  )
}
