import type { Instant } from '../core/time.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'

/** Stores a value that was checked, dated after the one that it replaces. */
export async function putSetting(
  db: StudyDb,
  key: string,
  value: unknown,
  now: Instant,
  device: string,
): Promise<void> {
  await withDb(db, () =>
    db.transaction('rw', db.settings, async () => {
      await putSettingIn(db, key, value, now, device)
    }),
  )
  db.changes.announce({ kind: 'setting', key })
}

/** The same inside a transaction over `settings`. */
export async function putSettingIn(
  db: StudyDb,
  key: string,
  value: unknown,
  now: Instant,
  device: string,
): Promise<void> {
  const stored = await db.settings.get(key)
  const updatedAt = Math.max(now, stored ? stored.updatedAt + 1 : 0)
  await db.settings.put({ key, value, updatedAt, device })
}
