import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'

/** The id of this installation, made by `newId` on first use. Two tabs at once get the same one. */
export async function deviceId(db: StudyDb, newId: () => string): Promise<string> {
  return withDb(db, async () => {
    // Nearly always it is there, and reading does not wait for the disk as a transaction to write does.
    const known = await storedDevice(db)
    if (known !== null) return known
    return db.transaction('rw', db.local, async () => {
      const stored = await storedDevice(db)
      if (stored !== null) return stored
      const device = newId()
      await db.local.put({ key: 'device', value: device })
      return device
    })
  })
}

async function storedDevice(db: StudyDb): Promise<string | null> {
  const stored = await db.local.get('device')
  return typeof stored?.value === 'string' ? stored.value : null
}
