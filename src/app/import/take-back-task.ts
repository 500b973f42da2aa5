import { schedulerSettingsOf } from '../../core/scheduler.ts'
import type { StudyDb } from '../../db/db.ts'
import { ensureProjection } from '../../db/projection.ts'
import { loadSettings } from '../../db/settings.ts'
import type { Stamp } from '../../db/undo-entry.ts'
import { undoImport } from '../../db/undo-import.ts'
import type { ImportTakenBack } from '../../db/undo-import.ts'
import type { OnShare } from '../in-worker.ts'

/** How far it is when all is written, and states are still to be computed. */
const WRITTEN = 0.75

/**
 * Takes an import back, and computes the states of the cards that are left. Null where it was taken back before.
 *
 * @throws StorageFault; nothing is changed then
 */
export async function takeImportBack(
  db: StudyDb,
  { importId, stamp }: { readonly importId: string; readonly stamp: Stamp },
  onShare: OnShare,
): Promise<ImportTakenBack | null> {
  const taken = await undoImport(db, importId, stamp, (done, total) =>
    onShare((WRITTEN * done) / Math.max(1, total)),
  )
  const settings = schedulerSettingsOf(await loadSettings(db))
  await ensureProjection(db, settings, (done, total) =>
    onShare(WRITTEN + ((1 - WRITTEN) * done) / Math.max(1, total)),
  )
  return taken
}
