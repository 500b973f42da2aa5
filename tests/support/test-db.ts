import { onTestFinished } from 'vitest'
import { StudyDb } from '../../src/db/db.ts'

let count = 0

/** A name that no other test uses. */
export function freshName(): string {
  count += 1
  return `test-${count}`
}

/** An empty database for the running test, deleted when it ends. */
export function testDb(name = freshName()): StudyDb {
  const db = new StudyDb(name)
  onTestFinished(() => db.delete())
  return db
}

/** A second connection to the same data, as another tab has it. */
export function anotherTab(db: StudyDb): StudyDb {
  const tab = new StudyDb(db.name)
  onTestFinished(() => tab.close())
  return tab
}
