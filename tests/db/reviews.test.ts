import { describe, expect, test, vi } from 'vitest'
import type { Review } from '../../src/core/review.ts'
import { replay } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import type { StudyDb } from '../../src/db/db.ts'
import { recordReview, reviewsOfCard, reviewsSince } from '../../src/db/reviews.ts'
import { CARD, rated, reset, T0, undone } from '../support/log.ts'
import { anotherTab, testDb } from '../support/test-db.ts'

function record(db: StudyDb, entry: Review) {
  return recordReview(db, entry, DEFAULT_SCHEDULER)
}

function full(): never {
  throw new DOMException('The disk is full', 'QuotaExceededError')
}

describe('recordReview', () => {
  test('the entry is in the log and the state follows from it', async () => {
    const db = testDb()
    const entry = rated('r1')
    const { state, added } = await record(db, entry)

    expect(added).toBe(true)
    expect(state).toEqual(replay([entry], DEFAULT_SCHEDULER))
    expect(await db.reviews.toArray()).toEqual([entry])
    expect(await db.cardStates.toArray()).toEqual([state])
  })

  test('the same entry again, as after a double tap, changes nothing', async () => {
    const db = testDb()
    const entry = rated('r1')
    const results = await Promise.all([record(db, entry), record(db, entry)])

    expect(results.map(({ added }) => added)).toEqual([true, false])
    expect(results[1]?.state).toEqual(results[0]?.state)
    expect(await db.reviews.count()).toBe(1)
    expect(await db.cardStates.toArray()).toMatchObject([{ reps: 1 }])
  })

  test('one showing rated in two tabs at once is one entry', async () => {
    const db = testDb()
    const tab = anotherTab(db)
    const [here, there] = await Promise.all([
      record(db, rated('r1', 0, { rating: 'good' })),
      record(tab, rated('r1', 0, { rating: 'again' })),
    ])

    expect([here.added, there.added].filter(Boolean)).toHaveLength(1)
    expect(there.state).toEqual(here.state)
    expect(await db.reviews.count()).toBe(1)
    expect(await db.cardStates.toArray()).toEqual([here.state])
  })

  test('an entry with a known id and another content leaves the one that is stored', async () => {
    const db = testDb()
    const first = await record(db, rated('r1', 0, { rating: 'good' }))
    const second = await record(db, rated('r1', 3, { rating: 'again' }))
    expect(second).toEqual({ state: first.state, added: false })
    expect(await db.reviews.toArray()).toEqual([rated('r1', 0, { rating: 'good' })])
  })

  test('an id that belongs to another card does not make this one reviewed', async () => {
    const db = testDb()
    await record(db, rated('r1'))
    const other = await record(db, rated('r1', 1, { cardId: 'st-b#1' }))
    expect(other).toEqual({ state: null, added: false })
    expect(await db.cardStates.toCollection().primaryKeys()).toEqual([CARD])
  })

  test('undoing the only rating makes the card new again, and a redo brings it back', async () => {
    const db = testDb()
    const { state } = await record(db, rated('r1'))
    const undo = undone('u1', rated('r1'))

    expect((await record(db, undo)).state).toBeNull()
    expect(await db.cardStates.count()).toBe(0)
    expect((await record(db, undone('u2', undo))).state).toEqual(state)
    expect(await db.cardStates.toArray()).toEqual([state])
    expect(await db.reviews.count()).toBe(3)
  })

  test('an undo leads back to the state before', async () => {
    const db = testDb()
    const { state } = await record(db, rated('r1'))
    await record(db, rated('r2', 5, { rating: 'again' }))
    expect((await record(db, undone('u1', rated('r2', 5)))).state).toEqual(state)
  })

  test('a reset card is new', async () => {
    const db = testDb()
    await record(db, rated('r1'))
    expect((await record(db, reset('x', 1))).state).toBeNull()
    expect(await db.cardStates.count()).toBe(0)
  })

  test('an entry dated before the others, after the clock was set back, takes its place', async () => {
    const db = testDb()
    await record(db, rated('r1', 10))
    const { state } = await record(db, rated('r2', 2, { rating: 'easy' }))
    const log = [rated('r2', 2, { rating: 'easy' }), rated('r1', 10)]
    expect(await reviewsOfCard(db, CARD)).toEqual(log)
    expect(state).toEqual(replay(log, DEFAULT_SCHEDULER))
  })

  test('an entry that is not one is refused and nothing is written', async () => {
    const db = testDb()
    const broken = { ...rated('r1'), durationMs: -1 }
    await expect(record(db, broken)).rejects.toThrow('Expected >=0')
    expect(await db.reviews.count()).toBe(0)
  })

  test('a state that cannot be written takes the entry back', async () => {
    const db = testDb()
    await record(db, rated('r1'))
    const before = await db.cardStates.toArray()
    db.cardStates.hook('updating', () => {
      throw new Error('no')
    })
    await expect(record(db, rated('r2', 3))).rejects.toThrow('no')
    expect(await db.reviews.toArray()).toEqual([rated('r1')])
    expect(await db.cardStates.toArray()).toEqual(before)
  })

  test('a full disk leaves nothing half written, and the same entry can be tried again', async () => {
    const db = testDb()
    db.cardStates.hook('creating', full)
    await expect(record(db, rated('r1'))).rejects.toMatchObject({ kind: 'quota' })
    expect(await db.reviews.count()).toBe(0)

    db.cardStates.hook('creating').unsubscribe(full)
    expect(await record(db, rated('r1'))).toMatchObject({ added: true, state: { reps: 1 } })
    expect(await db.reviews.count()).toBe(1)
  })

  test('other tabs hear of a new entry once, and after it can be read', async () => {
    const db = testDb()
    const tab = anotherTab(db)
    const counts: Promise<number>[] = []
    const heard = vi.fn<(change: unknown) => void>(() => void counts.push(tab.reviews.count()))
    tab.changes.listen(heard)

    const last = { kind: 'reviewed', cardId: 'st-b#1' }
    await record(db, rated('r1'))
    await record(db, rated('r1'))
    await record(db, rated('r2', 1, { cardId: 'st-b#1' }))
    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith(last))
    expect(heard.mock.calls).toEqual([[{ kind: 'reviewed', cardId: CARD }], [last]])
    expect((await Promise.all(counts))[0]).toBeGreaterThan(0)
  })

  test('an entry is on the disk before it is called saved', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction')
    const db = testDb()
    await record(db, rated('r1'))
    const [, mode, options] = transaction.mock.lastCall ?? []
    transaction.mockRestore()
    expect([mode, options]).toEqual(['readwrite', { durability: 'strict' }])
  })
})

describe('reading the log', () => {
  test('the log of a card has its entries only, oldest first', async () => {
    const db = testDb()
    await record(db, rated('r2', 2))
    await record(db, rated('r1', 1))
    await record(db, rated('r3', 1, { cardId: 'st-a#10' }))
    await record(db, rated('r4', 1, { cardId: 'st-a#' }))
    expect(await reviewsOfCard(db, CARD)).toEqual([rated('r1', 1), rated('r2', 2)])
  })

  test('the log since an instant begins with it', async () => {
    const db = testDb()
    await record(db, rated('r1', 1))
    await record(db, rated('r2', 2, { cardId: 'st-b#1' }))
    await record(db, rated('r0'))
    const since = await reviewsSince(db, rated('r1', 1).at)
    expect(since.map(({ id }) => id)).toEqual(['r1', 'r2'])
    expect(await reviewsSince(db, T0 + 1e12)).toEqual([])
  })
})
