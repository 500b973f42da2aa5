import { describe, expect, test, vi } from 'vitest'
import { replay } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER, schedulerKey } from '../../src/core/scheduler.ts'
import { ensureProjection, projectedWith, rebuildCardStates } from '../../src/db/projection.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { allStates } from '../../src/db/states.ts'
import { CARD, rated, undone } from '../support/log.ts'
import { anotherTab, testDb } from '../support/test-db.ts'

const STRICTER = { ...DEFAULT_SCHEDULER, desiredRetention: 0.95 }

describe('rebuildCardStates', () => {
  test('a state that has gone wrong is put right, and one without reviews goes', async () => {
    const db = testDb()
    const { state } = await recordReview(db, rated('r1'), DEFAULT_SCHEDULER)
    await db.cardStates.update(CARD, { stability: 99 })
    await db.cardStates.put({ ...state!, cardId: 'st-stray#1' })
    await rebuildCardStates(db, DEFAULT_SCHEDULER)
    expect(await allStates(db)).toEqual([state])
  })

  test('a card whose only rating was undone has no state', async () => {
    const db = testDb()
    await db.reviews.bulkAdd([rated('r1'), undone('u1', rated('r1'))])
    await rebuildCardStates(db, DEFAULT_SCHEDULER)
    expect(await allStates(db)).toEqual([])
  })

  test('a log longer than is read at a time gives each card its whole history', async () => {
    const db = testDb()
    const cards = Array.from({ length: 50 }, (_, index) => `st-${index}#1`)
    const log = cards.flatMap((cardId) =>
      Array.from({ length: 99 }, (_, day) => rated(`${cardId}-${day}`, day, { cardId })),
    )
    // More than one batch by itself, in the middle of the others.
    const busy = Array.from({ length: 4500 }, (_, hour) =>
      rated(`b${hour}`, hour / 24, { cardId: 'st-25b#1', rating: 'hard' }),
    )
    await db.reviews.bulkAdd([...log, ...busy])
    const onProgress = vi.fn<(done: number, total: number) => void>()
    await rebuildCardStates(db, DEFAULT_SCHEDULER, onProgress)

    const byCard = Map.groupBy([...log, ...busy], ({ cardId }) => cardId)
    const states = [...byCard.values()].map((entries) => replay(entries, DEFAULT_SCHEDULER)!)
    expect(await allStates(db)).toEqual(states.toSorted((a, b) => (a.cardId < b.cardId ? -1 : 1)))
    const done = onProgress.mock.calls.map(([count]) => count)
    expect(done.length).toBeGreaterThan(1)
    expect(done).toEqual(done.toSorted((a, b) => a - b))
    expect(onProgress).toHaveBeenLastCalledWith(9450, 9450)
  })

  test('the old states stand if it fails half way', async () => {
    const db = testDb()
    await recordReview(db, rated('r1'), DEFAULT_SCHEDULER)
    const before = await allStates(db)
    db.cardStates.hook('creating', () => {
      throw new DOMException('The disk is full', 'QuotaExceededError')
    })
    await expect(rebuildCardStates(db, STRICTER)).rejects.toMatchObject({ kind: 'quota' })
    expect(await allStates(db)).toEqual(before)
  })

  test('a rating made meanwhile in another tab is neither lost nor left out', async () => {
    const db = testDb()
    await db.reviews.bulkAdd([rated('r1'), rated('r2', 1, { cardId: 'st-b#1' })])
    const [, { state }] = await Promise.all([
      rebuildCardStates(db, DEFAULT_SCHEDULER),
      recordReview(anotherTab(db), rated('r3', 2), DEFAULT_SCHEDULER),
    ])
    expect(state).toMatchObject({ reps: 2 })
    expect(await db.cardStates.get(CARD)).toEqual(state)
  })
})

describe('ensureProjection', () => {
  test('states made with the same scheduler are left alone', async () => {
    const db = testDb()
    expect(await ensureProjection(db, DEFAULT_SCHEDULER)).toBe(true)
    await recordReview(db, rated('r1'), DEFAULT_SCHEDULER)
    const clear = vi.spyOn(db.cardStates, 'clear')
    expect(await ensureProjection(db, DEFAULT_SCHEDULER)).toBe(false)
    expect(clear).not.toHaveBeenCalled()
  })

  test('it is kept with which scheduler the states were made', async () => {
    const db = testDb()
    expect(await projectedWith(db)).toBeUndefined()
    await ensureProjection(db, STRICTER)
    expect(await projectedWith(db)).toBe(schedulerKey(STRICTER))
  })

  test('other settings compute all states anew', async () => {
    const db = testDb()
    const log = [rated('r1'), rated('r2', 3), rated('r3', 9)]
    for (const entry of log) await recordReview(db, entry, DEFAULT_SCHEDULER)
    await ensureProjection(db, DEFAULT_SCHEDULER)

    expect(await ensureProjection(db, STRICTER)).toBe(true)
    expect(await allStates(db)).toEqual([replay(log, STRICTER)])
    expect(await ensureProjection(db, STRICTER)).toBe(false)
  })

  test('a log that came before any state is projected', async () => {
    const db = testDb()
    await db.reviews.add(rated('r1'))
    expect(await ensureProjection(db, DEFAULT_SCHEDULER)).toBe(true)
    expect(await allStates(db)).toEqual([replay([rated('r1')], DEFAULT_SCHEDULER)])
  })

  test('a tab that still rates with the old settings does not leave mixed states', async () => {
    const db = testDb()
    await recordReview(db, rated('r1'), DEFAULT_SCHEDULER)
    await ensureProjection(db, STRICTER)
    await recordReview(anotherTab(db), rated('r2', 3), DEFAULT_SCHEDULER)

    expect(await ensureProjection(db, STRICTER)).toBe(true)
    expect(await allStates(db)).toEqual([replay([rated('r1'), rated('r2', 3)], STRICTER)])
  })

  test('of two tabs that start at once only one does the work', async () => {
    const db = testDb()
    const tab = anotherTab(db)
    await Promise.all([db.reviews.add(rated('r1')), tab.open()])
    const results = await Promise.all([
      ensureProjection(db, DEFAULT_SCHEDULER),
      ensureProjection(tab, DEFAULT_SCHEDULER),
    ])
    expect(results.filter(Boolean)).toHaveLength(1)
  })
})
