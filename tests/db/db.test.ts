import { Dexie } from 'dexie'
import { describe, expect, test, vi } from 'vitest'
import type { Review } from '../../src/core/review.ts'
import { StudyDb, watchDb, withDb } from '../../src/db/db.ts'
import { StorageFault } from '../../src/db/faults.ts'
import { allMarks } from '../../src/db/marks.ts'
import { loadSettings } from '../../src/db/settings.ts'
import { anotherTab, freshName, testDb } from '../support/test-db.ts'

const ENTRY: Review = {
  kind: 'rated',
  id: 'r1',
  cardId: 'st-a#1',
  at: 1000,
  utcOffsetMin: 0,
  device: 'laptop',
  rating: 'good',
  durationMs: 4000,
  mode: 'study',
  rev: 1,
}

const LOST = () => new DOMException('Connection to Indexed Database server lost', 'UnknownError')

async function faultFrom(action: Promise<unknown>): Promise<unknown> {
  return action.then(
    () => 'no fault',
    (error: unknown) => error,
  )
}

describe('the review log only grows', () => {
  const changed = { ...ENTRY, rating: 'easy' } as const

  test.each<[string, (db: StudyDb) => PromiseLike<unknown>]>([
    ['put', (db) => db.reviews.put(changed)],
    ['put of the same', (db) => db.reviews.put(ENTRY)],
    ['bulkPut', (db) => db.reviews.bulkPut([{ ...ENTRY, id: 'r2' }, changed])],
    ['update', (db) => db.reviews.update('r1', { at: 5 })],
    ['modify', (db) => db.reviews.toCollection().modify({ at: 5 })],
    ['add', (db) => db.reviews.add(changed)],
    ['delete', (db) => db.reviews.delete('r1')],
    ['bulkDelete', (db) => db.reviews.bulkDelete(['r1'])],
    ['delete by index', (db) => db.reviews.where('at').above(0).delete()],
    ['clear', (db) => db.reviews.clear()],
  ])('%s over an entry is refused', async (_case, act) => {
    const db = testDb()
    await db.reviews.add(ENTRY)
    await expect(Promise.resolve(act(db))).rejects.toThrow()
    expect(await db.reviews.toArray()).toEqual([ENTRY])
  })
})

describe('withDb', () => {
  test('a lost connection is opened again and the whole action runs once more', async () => {
    const db = testDb()
    await db.open()
    const connection = db.backendDB()
    const action = vi.fn<(db: StudyDb) => Promise<string>>()
    action.mockImplementationOnce(async ({ marks }) => {
      await marks.toArray()
      throw LOST()
    })
    action.mockImplementationOnce(async ({ marks }) => `${await marks.count()} marks`)

    expect(await withDb(db, action)).toBe('0 marks')
    expect(db.backendDB()).not.toBe(connection)
  })

  test('a write that was lost half way is there once after it was repeated', async () => {
    const db = testDb()
    await db.open()
    let tries = 0
    await withDb(db, () =>
      db.transaction('rw', db.local, async () => {
        tries += 1
        await db.local.add({ key: 'a', value: tries })
        if (tries === 1) throw LOST()
      }),
    )
    expect(await db.local.toArray()).toEqual([{ key: 'a', value: 2 }])
  })

  test('a connection that stays away is told after the second try', async () => {
    const db = testDb()
    const action = vi.fn<() => Promise<never>>().mockRejectedValue(LOST())
    expect(await faultFrom(withDb(db, action))).toMatchObject({ kind: 'lost' })
    expect(action).toHaveBeenCalledTimes(2)
  })

  test('a connection closed by the browser is opened again by what comes next', async () => {
    const db = testDb()
    await loadSettings(db)
    db.backendDB().close()
    db.backendDB().onclose?.(new Event('close'))
    expect(await allMarks(db)).toEqual([])
  })

  test('two actions that lose the same connection open it again once', async () => {
    const db = testDb()
    await db.open()
    const open = vi.spyOn(indexedDB, 'open')
    const reopened = Promise.withResolvers<void>()
    const first = vi.fn<() => Promise<number>>(async () => {
      reopened.resolve()
      return db.marks.count()
    })
    first.mockRejectedValueOnce(LOST())
    const second = vi.fn<() => Promise<number>>(() => db.marks.count())
    second.mockImplementationOnce(async () => {
      await reopened.promise
      throw LOST()
    })

    expect(await Promise.all([withDb(db, first), withDb(db, second)])).toEqual([0, 0])
    expect(open).toHaveBeenCalledTimes(1)
    open.mockRestore()
  })

  test('a full disk is told at once and not tried again', async () => {
    const db = testDb()
    const action = vi.fn<() => Promise<never>>()
    action.mockRejectedValue(new DOMException('', 'QuotaExceededError'))
    expect(await faultFrom(withDb(db, action))).toMatchObject({ kind: 'quota' })
    expect(action).toHaveBeenCalledTimes(1)
  })

  test('a mistake that has nothing to do with storage passes through as it is', async () => {
    const mistake = new TypeError('x is undefined')
    expect(await faultFrom(withDb(testDb(), () => Promise.reject(mistake)))).toBe(mistake)
  })

  test('a database that was closed on purpose stays closed', async () => {
    const db = testDb()
    await db.open()
    db.close()
    expect(await faultFrom(allMarks(db))).toMatchObject({ kind: 'lost' })
    expect(db.isOpen()).toBe(false)
  })
})

describe('storage that cannot be opened', () => {
  test.each([
    ['SecurityError', 'unavailable'],
    ['InvalidStateError', 'unavailable'],
    ['QuotaExceededError', 'quota'],
  ])('%s is told as %s', async (name, kind) => {
    const db = testDb()
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', name)
    })
    const fault = await faultFrom(loadSettings(db))
    open.mockRestore()
    expect(fault).toBeInstanceOf(StorageFault)
    expect(fault).toMatchObject({ kind })
  })
})

describe('several versions at once', () => {
  test('a newer database is left alone and told as outdated', async () => {
    const db = testDb()
    const newer = new Dexie(db.name)
    newer.version(99).stores({ marks: 'cardId', other: 'id' })
    await newer.open()
    newer.close()

    expect(await faultFrom(loadSettings(db))).toMatchObject({ kind: 'outdated' })
    const stored = await openNatively(db.name)
    expect(stored.version).toBe(990)
    expect([...stored.objectStoreNames]).toEqual(['marks', 'other'])
    stored.close()
  })

  test('a tab with a newer version is let through, and this one says that it is outdated', async () => {
    const db = testDb()
    await db.open()
    const onFault = vi.fn<(fault: StorageFault) => void>()
    watchDb(db, onFault)
    const newer = new Dexie(db.name)
    newer.version(99).stores({ marks: 'cardId' })

    await newer.open()
    expect(onFault.mock.calls.map(([{ kind }]) => kind)).toEqual(['outdated'])
    newer.close()
  })

  test('data deleted in another tab is told as lost', async () => {
    const db = testDb()
    await db.open()
    const onFault = vi.fn<(fault: StorageFault) => void>()
    watchDb(db, onFault)
    await anotherTab(db).delete()
    expect(onFault.mock.calls.map(([{ kind }]) => kind)).toEqual(['deleted'])
  })

  test('an older tab that does not give way is told as blocked', async () => {
    const name = freshName()
    const older = await openNatively(name, 1)
    const db = testDb(name)
    const onFault = vi.fn<(fault: StorageFault) => void>()
    watchDb(db, onFault)

    const settings = loadSettings(db)
    await vi.waitFor(() => expect(onFault).toHaveBeenCalled())
    expect(onFault.mock.calls.map(([{ kind }]) => kind)).toEqual(['blocked'])
    older.close()
    expect(await settings).toBeDefined()
  })

  test('who no longer watches is told nothing', async () => {
    const db = testDb()
    await db.open()
    const onFault = vi.fn<(fault: StorageFault) => void>()
    const stop = watchDb(db, onFault)
    stop()
    await anotherTab(db).delete()
    expect(onFault).not.toHaveBeenCalled()
  })
})

/** A connection that ignores `versionchange`, as a frozen tab does. */
async function openNatively(name: string, version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version)
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('not opened')))
  })
}
