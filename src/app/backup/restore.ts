import type { BackupContent } from '../../core/backup/content.ts'
import { schedulerSettingsOf } from '../../core/scheduler.ts'
import type { StudyDb } from '../../db/db.ts'
import { ensureProjection } from '../../db/projection.ts'
import { restoreBackup } from '../../db/restore.ts'
import type { Restored, RestoreMode } from '../../db/restore.ts'
import { loadSettings } from '../../db/settings.ts'
import type { Written } from '../../db/written.ts'
import { storedRenderer } from '../notes/render.ts'
import type { OnShare } from './file.ts'
import { soundImages } from './images.ts'

/** How far it is when all rows are written, and states are still to be computed. */
const WRITTEN = 0.75

/**
 * Takes in a backup and brings the card states up to date with it.
 *
 * @throws StorageFault; nothing is changed then
 */
export async function takeInBackup(
  db: StudyDb,
  { rows }: BackupContent,
  mode: RestoreMode,
  written: Written,
  onShare?: OnShare,
): Promise<Restored> {
  // All that takes time or may fail comes before the transaction.
  const images = await soundImages(rows.image)
  const render = await storedRenderer(rows.note.map(({ text }) => text))
  const restored = await restoreBackup(db, { rows, images, render }, mode, written, (done, total) =>
    onShare?.(WRITTEN * (done / Math.max(1, total))),
  )
  const settings = schedulerSettingsOf(await loadSettings(db))
  await ensureProjection(db, settings, (done, total) =>
    onShare?.(WRITTEN + (1 - WRITTEN) * (done / Math.max(1, total))),
  )
  return restored
}
