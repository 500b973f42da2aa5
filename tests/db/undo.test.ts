import { describe, expect, test } from 'vitest'
import type { Review } from '../../src/core/review.ts'
import { ReviewSchema } from '../../src/core/review.ts'
import * as v from 'valibot'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { lastUndoable, undoableAndLast, undoEntryFor, undoLast } from '../../src/db/undo.ts'
import { rated, reset, T0, undone } from '../support/log.ts'
import { testDb } from '../support/test-db.ts'

async function lastOf(log: readonly Review[], now?: number): Promise<string | null> {
  const db = testDb()
  await db.reviews.bulkAdd([...log])
  return (await lastUndoable(db, now))?.id ?? null
}

describe('lastUndoable', () => {
  test('an empty log has nothing to undo', async () => {
    expect(await lastOf([])).toBeNull()
  })

  test('it is the latest rating, whatever the card', async () => {
    const log = [rated('r2', 2, { cardId: 'st-b#1' }), rated('r3', 3), rated('r1', 1)]
    expect(await lastOf(log)).toBe('r3')
  })

  test('of two ratings at one instant it is the one that replays last', async () => {
    expect(await lastOf([rated('b'), rated('a', 0, { cardId: 'st-b#1' })])).toBe('b')
  })

  test('undo after undo goes further back', async () => {
    const log = [rated('r1', 1), rated('r2', 2), rated('r3', 3)]
    expect(await lastOf([...log, undone('u1', rated('r3', 3))])).toBe('r2')
    const twice = [undone('u1', rated('r3', 3)), undone('u2', rated('r2', 2), { at: T0 + 4e8 })]
    expect(await lastOf([...log, ...twice])).toBe('r1')
  })

  test('a redone rating can be undone again', async () => {
    const undo = undone('u1', rated('r1'))
    expect(await lastOf([rated('r1'), undo, undone('u2', undo)])).toBe('r1')
  })

  test('an undo that is dated before its rating counts, after the clock was set back', async () => {
    const log = [rated('r1', 1), rated('r2', 2), undone('u1', rated('r2', 2), { at: T0 })]
    expect(await lastOf(log)).toBe('r1')
  })

  test('what a reset has put aside is not undone', async () => {
    const log = [rated('r1', 1), rated('r2', 2, { cardId: 'st-b#1' })]
    expect(await lastOf([...log, reset('x', 3, { cardId: 'st-b#1' })])).toBe('r1')
  })

  test('a rating while cramming is undone like any other', async () => {
    expect(await lastOf([rated('r1', 1), rated('r2', 2, { mode: 'cram' })])).toBe('r2')
  })

  test('it is found behind many that were undone', async () => {
    const gone = Array.from({ length: 50 }, (_, index) => rated(`g${index}`, 1 + index))
    const undos = gone.map((entry, index) => undone(`u${index}`, entry))
    expect(await lastOf([rated('r1'), ...gone, ...undos])).toBe('r1')
    expect(await lastOf([...gone, ...undos])).toBeNull()
  })

  test('ratings dated far in the future, by a clock that was wrong, are passed over', async () => {
    const log = [rated('r1', 1), rated('r2', 2), rated('future', 900)]
    expect(await lastOf(log, rated('r2', 2).at)).toBe('r2')
    expect(await lastOf(log, rated('r1', 1.5).at)).toBe('r2')
    expect(await lastOf(log)).toBe('future')
  })
})

describe('undoableAndLast', () => {
  test('says what there is to take back, and the rating done last', async () => {
    const db = testDb()
    expect(await undoableAndLast(db, T0)).toEqual({ undo: false, redo: false, last: null })
    await db.reviews.bulkAdd([rated('r1'), rated('r2', 2)])
    const done = await undoableAndLast(db, rated('r2', 2).at)
    expect(done).toMatchObject({ undo: true, redo: false, last: { id: 'r2' } })
    const stamp = { id: 'u1', at: rated('r2', 3).at, device: 'd', utcOffsetMin: 0 }
    await undoLast(db, stamp, DEFAULT_SCHEDULER)
    const after = await undoableAndLast(db, stamp.at)
    expect(after).toMatchObject({ undo: true, redo: true, last: { id: 'r1' } })
  })
})

describe('undoEntryFor', () => {
  const stamp = { id: 'u1', at: T0 + 5000, utcOffsetMin: 60, device: 'phone' }

  test('it takes back an entry of the same card and is a valid entry', () => {
    const entry = undoEntryFor(rated('r1'), stamp)
    expect(entry).toEqual({ ...stamp, kind: 'undone', cardId: rated('r1').cardId, target: 'r1' })
    expect(v.is(ReviewSchema, entry)).toBe(true)
  })

  test('taking back an undo is a redo', () => {
    expect(undoEntryFor(undone('u0', rated('r1')), stamp)).toMatchObject({ target: 'u0' })
  })
})
