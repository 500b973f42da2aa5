/** Where the name of the database stands that this browser uses, once another was set aside. */
const KEY = 'cirrus.database'
const FIRST = 'cirrus'
const NAME = /^cirrus-\d+$/

/** The name of the learner's database: the first, or the one that took the place of a broken one. */
export function databaseName(): string {
  const stored = readStored()
  return stored !== null && NAME.test(stored) ? stored : FIRST
}

/** A name that no database of this browser has had. */
export function nextDatabaseName(now: number): string {
  return `${FIRST}-${now}`
}

/** From the next start on the app opens this database. The one before stays as it is. */
export function switchDatabase(name: string): void {
  localStorage.setItem(KEY, name)
}

function readStored(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    // Blocked; then nothing was ever set aside.
    return null
  }
}
