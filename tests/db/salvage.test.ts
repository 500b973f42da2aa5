import { expect, onTestFinished, test, vi } from 'vitest'
import * as v from 'valibot'
import { BackupReader } from '../../src/core/backup/content.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { StudyDb } from '../../src/db/db.ts'
import { changeMark } from '../../src/db/marks.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { deleteDatabase, otherDatabases, salvage } from '../../src/db/salvage.ts'
import { bundle, note } from '../support/bundles.ts'
import { install } from '../support/install.ts'
import { rated, T0 } from '../support/log.ts'
import { ownNote } from '../support/own-note.ts'
import { testDb } from '../support/test-db.ts'

const WRITTEN = { at: T0, device: 'salvage' }

async function usedDb() {
  const db = testDb()
  await install(db, bundle('1', [note('a')]))
  await ownNote(db, 'mine', 'Networks')
  await changeMark(db, 'a#1', { flag: 2 }, T0, 'laptop')
  for (const id of ['r1', 'r2', 'r3']) await recordReview(db, rated(id), DEFAULT_SCHEDULER)
  return db
}

function contentOf(lines: readonly string[]) {
  const reader = new BackupReader()
  lines.forEach((line) => reader.take(line))
  return reader.content()
}

/** Makes a way to read throw, where `isBroken` says so. */
function broken(name: 'getAll' | 'get', isBroken: (store: string, key: unknown) => boolean): void {
  const act: unknown = Reflect.get(IDBObjectStore.prototype, name)
  if (typeof act !== 'function') throw new Error('There is no such method')
  vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function read(
    this: IDBObjectStore,
    ...args: unknown[]
  ): IDBRequest {
    if (isBroken(this.name, args[0])) throw new DOMException('Bad block', 'UnknownError')
    const request: unknown = Reflect.apply(act, this, args)
    return v.parse(
      v.custom<IDBRequest>(() => true),
      request,
    )
  })
}

test('all that can be read becomes a backup, and nothing is changed', async () => {
  const db = await usedDb()
  const before = await Promise.all(db.tables.map((table) => table.toArray()))
  const { lines, rows, lost } = await salvage(db.name, WRITTEN)
  const content = contentOf(lines)
  expect(content).toMatchObject({ isCutOff: false, faulty: 0 })
  expect(content.rows.review.map(({ id }) => id)).toEqual(['r1', 'r2', 'r3'])
  expect(content.rows.note.map(({ id }) => id)).toEqual(['mine'])
  expect({ rows, lost }).toEqual({ rows: 6, lost: 0 })
  expect(await Promise.all(db.tables.map((table) => table.toArray()))).toEqual(before)
})

test('a table that cannot be read at once is read row by row, without the rows that are lost', async () => {
  const db = await usedDb()
  db.close()
  broken('getAll', (store) => store === 'reviews')
  broken('get', (_store, key) => key === 'r2')
  onTestFinished(() => {
    vi.restoreAllMocks()
  })
  const { lines, lost } = await salvage(db.name, WRITTEN)
  expect(contentOf(lines).rows.review.map(({ id }) => id)).toEqual(['r1', 'r3'])
  expect(lost).toBe(1)
})

test('rows that are no longer what they should be are left out and counted', async () => {
  const db = await usedDb()
  const wrong: unknown = { ...(await db.marks.toArray())[0], cardId: 'x#1', flag: 9 }
  await db.table('marks').put(wrong)
  const { lines, lost } = await salvage(db.name, WRITTEN)
  expect(contentOf(lines).rows.mark).toHaveLength(1)
  expect(lost).toBe(1)
})

test('a database that is not there is not made', async () => {
  await expect(salvage('cirrus-404', WRITTEN)).rejects.toThrow()
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('cirrus-404')
})

test('databases that were set aside are found and can be deleted, others are not touched', async () => {
  const [aside, other] = [new StudyDb('cirrus-77'), new StudyDb('elsewhere')]
  await aside.open()
  await other.open()
  aside.close()
  other.close()
  expect(await otherDatabases('cirrus')).toEqual(['cirrus-77'])
  await deleteDatabase('elsewhere')
  await deleteDatabase('cirrus-77')
  expect(await otherDatabases('cirrus')).toEqual([])
  expect((await indexedDB.databases()).map(({ name }) => name)).toContain('elsewhere')
  await other.delete()
})
