import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'
import { askPersist, isPersisted } from './storage.ts'

const KEY = 'askedToKeepData'

/**
 * Asks the browser to keep the data, once in the life of this installation: some browsers pass the
 * question on to the learner. Settings can ask again.
 */
export async function keepStorage(
  db: StudyDb,
  ask: () => Promise<boolean | null> = askPersist,
  isKept: () => Promise<boolean | null> = isPersisted,
): Promise<void> {
  if (await withDb(db, () => db.local.get(KEY))) return
  await withDb(db, () => db.local.put({ key: KEY, value: true }))
  if ((await isKept()) === false) await ask()
}
