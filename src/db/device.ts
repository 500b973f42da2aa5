import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'

/** The id of this installation, made by `newId` on first use. Two tabs at once get the same one. */
export async function deviceId(db: StudyDb, newId: () => string): Promise<string> {
  return withDb(db, () =>
    db.transaction('rw', db.local, async () => {
      const stored = await db.local.get('device')
      if (typeof stored?.value === 'string') return stored.value
      const device = newId()
      await db.local.put({ key: 'device', value: device })
      return device
    }),
  )
}
