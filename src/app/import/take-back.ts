import { deviceId } from '../../db/device.ts'
import type { ImportTakenBack } from '../../db/undo-import.ts'
import type { App } from '../app.ts'
import type { OnShare } from '../in-worker.ts'
import { inBackground } from './background.ts'

/**
 * Takes an import back in the background. Null where it was taken back before.
 *
 * @param id names this step: the same twice is one step
 * @throws StorageFault; nothing is changed then
 */
export async function takeBackImport(
  app: App,
  importId: string,
  id: string,
  onShare: OnShare,
): Promise<ImportTakenBack | null> {
  const at = app.now()
  const device = await deviceId(app.db, app.newId)
  const stamp = { id, at, utcOffsetMin: app.utcOffsetMin(at), device }
  const input = { importId, stamp }
  return inBackground({ dbName: app.db.name, name: 'takeBack', input }, { onShare })
}
