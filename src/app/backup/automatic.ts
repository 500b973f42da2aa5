import { reminderOf } from '../../core/backup/reminder.ts'
import type { AtRisk, Reminder } from '../../core/backup/reminder.ts'
import { studyDayOf } from '../../core/time.ts'
import { atRisk, claimSnapshot, noteBackup } from '../../db/backup-standing.ts'
import { deviceId } from '../../db/device.ts'
import { loadSettings } from '../../db/settings.ts'
import { clockAt } from '../app.ts'
import type { App } from '../app.ts'
import { inBackground } from './background.ts'
import { chosenFolder, writeToFolder } from './folder.ts'
import { canSnapshot, snapshots } from './snapshots.ts'

/** How things stand after the day's automatic backup. */
export interface Standing {
  readonly risk: AtRisk
  readonly reminder: Reminder
}

/**
 * The automatic backup of a study day, made once and quietly: into the folder that the learner chose, if the
 * browser lets it, and as a snapshot in its own storage. What could not be made today is made tomorrow; the
 * reminder counts only what is really outside.
 *
 * @throws StorageFault where the database itself fails
 */
export async function dailyBackup(app: App): Promise<Standing> {
  const now = app.now()
  const before = await atRisk(app.db)
  const { rolloverHour } = await loadSettings(app.db)
  const today = studyDayOf(now, clockAt(app, now, rolloverHour))
  if (before.reviews > 0 && (await claimSnapshot(app.db, today))) {
    await backUp(app).catch(() => null)
  }
  const risk = await atRisk(app.db)
  return { risk, reminder: reminderOf(risk, app.now()) }
}

async function backUp(app: App): Promise<void> {
  const at = app.now()
  const written = { at, device: await deviceId(app.db, app.newId) }
  const folder = await chosenFolder(app.db)
  if (folder?.state === 'granted') {
    const file = await inBackground(app.db.name, 'export', written)
    const isWritten = await writeToFolder(app.db, file, { at, utcOffsetMin: app.utcOffsetMin(at) })
    if (isWritten) await noteBackup(app.db, at)
  }
  if (canSnapshot() && (await isNewSince(app))) await inBackground(app.db.name, 'snapshot', written)
}

/** Whether anything was written to the log since the last snapshot. */
async function isNewSince(app: App): Promise<boolean> {
  const [last] = await snapshots()
  if (!last) return true
  return (await app.db.reviews.where('at').aboveOrEqual(last.at).count()) > 0
}
