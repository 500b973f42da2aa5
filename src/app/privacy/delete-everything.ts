import type { StudyDb } from '../../db/db.ts'
import { deleteDatabase, otherDatabases } from '../../db/salvage.ts'
import { dropAllSnapshots } from '../backup/snapshots.ts'

/** All names that the app uses in `localStorage` begin with this. */
const OURS = /^cirrus/

/**
 * Deletes all that the app has stored in this browser: databases, also those set aside, snapshots, what
 * stands in the small stores, and, where there is a network to load it from again, the app itself.
 *
 * @param onBlocked called while another tab keeps a database from being deleted; it goes on by itself
 * @throws where something could not be deleted
 */
export async function deleteEverything(db: StudyDb, onBlocked: () => void): Promise<void> {
  const others = await otherDatabases(db.name)
  db.close()
  for (const name of [db.name, ...others]) await deleteDatabase(name, onBlocked)
  await dropAllSnapshots()
  const names = Object.keys(localStorage).filter((name) => OURS.test(name))
  names.forEach((name) => localStorage.removeItem(name))
  // It belongs to this tab alone.
  sessionStorage.clear()
  if (navigator.onLine) await dropApp()
}

/** The service worker with what it kept. */
async function dropApp(): Promise<void> {
  if (typeof caches !== 'undefined') {
    for (const name of await caches.keys()) await caches.delete(name)
  }
  const registrations = await navigator.serviceWorker?.getRegistrations()
  for (const registration of registrations ?? []) await registration.unregister()
}
