import { describe, expect, test, vi } from 'vitest'
import { historyOf } from '../../src/core/card-history.ts'
import { replay } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { DAY_MS } from '../../src/core/time.ts'
import type { Change } from '../../src/db/changes.ts'
import { lastBulkAct } from '../../src/db/bulk-acts.ts'
import { undoBulk } from '../../src/db/bulk-undo.ts'
import { logCards, markCards, tagNotes } from '../../src/db/bulk.ts'
import type { BulkStamp } from '../../src/db/bulk.ts'
import type { StudyDb } from '../../src/db/db.ts'
import { changeMark } from '../../src/db/marks.ts'
import { recordReview, reviewsOfCard } from '../../src/db/reviews.ts'
import { inReview } from '../support/builders.ts'
import { rated, T0 } from '../support/log.ts'
import { anotherTab, testDb } from '../support/test-db.ts'

const [A, B, C] = ['st-a#1', 'st-b#1', 'st-c#1'] as const
const NOW = T0 + 5 * DAY_MS

function stamp(id: string, at = NOW): BulkStamp {
  return { id, at, utcOffsetMin: 0, device: 'laptop' }
}

/** A and B were answered, C is new. */
async function studied(): Promise<StudyDb> {
  const db = testDb()
  for (const cardId of [A, B]) {
    await recordReview(db, rated(`r-${cardId}`, 0, { cardId, rating: 'easy' }), DEFAULT_SCHEDULER)
  }
  return db
}

const all = async (db: StudyDb) => ({
  states: await db.cardStates.toArray(),
  suspended: (await db.marks.toArray()).map(({ cardId, suspended }) => [cardId, suspended]),
  flags: (await db.marks.toArray()).map(({ cardId, flag }) => [cardId, flag]),
  tags: (await db.noteTags.toArray()).map(({ noteId, tags }) => [noteId, tags]),
})

describe('marking many cards', () => {
  test('sets one field and leaves the others, and those that are so already', async () => {
    const db = testDb()
    await changeMark(db, A, { suspended: true }, T0, 'phone')
    await changeMark(db, B, { flag: 2 }, T0, 'phone')
    const { count, marks } = await markCards(db, [A, B, C], { suspended: true }, stamp('x'))
    expect(count).toBe(2)
    expect(marks.map(({ cardId }) => cardId)).toEqual([B, C])
    expect(await db.marks.toArray()).toMatchObject([
      { cardId: A, suspended: true, updatedAt: T0, device: 'phone' },
      { cardId: B, suspended: true, flag: 2, updatedAt: NOW, device: 'laptop' },
      { cardId: C, suspended: true, flag: 0 },
    ])
  })

  test('undone is as before, after a reload as well', async () => {
    const db = testDb()
    await changeMark(db, B, { flag: 2 }, T0, 'phone')
    await markCards(db, [A, B], { flag: 4 }, stamp('x'))
    const tab = anotherTab(db)
    const act = await lastBulkAct(tab)
    expect(act).toMatchObject({ kind: 'flag', flag: 4, count: 2 })
    await undoBulk(tab, act?.id ?? '', stamp('undo', NOW + 1), DEFAULT_SCHEDULER)
    expect((await all(db)).flags).toEqual([
      [A, 0],
      [B, 2],
    ])
    expect(await lastBulkAct(db)).toBeNull()
  })

  test('what was changed again since is left as it is', async () => {
    const db = testDb()
    await markCards(db, [A, B], { suspended: true }, stamp('x'))
    await changeMark(db, A, { suspended: false }, NOW + 1, 'phone')
    await changeMark(db, B, { flag: 1 }, NOW + 1, 'phone')
    await undoBulk(db, 'x', stamp('undo', NOW + 2), DEFAULT_SCHEDULER)
    expect(await db.marks.toArray()).toMatchObject([
      { cardId: A, suspended: false, device: 'phone' },
      { cardId: B, suspended: false, flag: 1 },
    ])
  })

  test('holds although the clock was set back', async () => {
    const db = testDb()
    await changeMark(db, A, { flag: 1 }, NOW + DAY_MS, 'phone')
    await markCards(db, [A], { flag: 2 }, stamp('x'))
    expect(await db.marks.get(A)).toMatchObject({ flag: 2, updatedAt: NOW + DAY_MS + 1 })
  })
})

describe('the log of many cards', () => {
  test('a new start is one entry a card that was seen, and their states go', async () => {
    const db = await studied()
    const { count, states } = await logCards(
      db,
      [A, B, C],
      { kind: 'reset' },
      stamp('x'),
      DEFAULT_SCHEDULER,
    )
    expect(count).toBe(2)
    expect([...states]).toEqual([
      [A, null],
      [B, null],
    ])
    expect(await db.cardStates.count()).toBe(0)
    expect(await reviewsOfCard(db, A)).toMatchObject([
      { kind: 'rated' },
      { kind: 'reset', at: NOW },
    ])
    expect(await reviewsOfCard(db, C)).toEqual([])
  })

  test('a new start under a clock set back leaves what was answered after it', async () => {
    const db = await studied()
    const later = rated('later', 9, { cardId: A, rating: 'good' })
    await recordReview(db, later, DEFAULT_SCHEDULER)
    await logCards(db, [A, B], { kind: 'reset' }, stamp('x'), DEFAULT_SCHEDULER)
    expect(await db.cardStates.toArray()).toMatchObject([{ cardId: A, reps: 1 }])
    expect(await db.cardStates.toArray()).toEqual([
      replay(await reviewsOfCard(db, A), DEFAULT_SCHEDULER),
    ])
  })

  test('undone, the states are as before and the log tells both', async () => {
    const db = await studied()
    const before = await db.cardStates.toArray()
    await logCards(db, [A, B], { kind: 'reset' }, stamp('x'), DEFAULT_SCHEDULER)
    await undoBulk(db, 'x', stamp('undo', NOW + 1), DEFAULT_SCHEDULER)
    expect(await db.cardStates.toArray()).toEqual(before)
    expect(historyOf(await reviewsOfCard(db, A))).toMatchObject([
      { entry: { kind: 'reset' }, takenBack: { kind: 'undone' } },
      { entry: { kind: 'rated' }, counts: true },
    ])
  })

  test('another due day is set, and undone', async () => {
    const db = await studied()
    const before = await db.cardStates.toArray()
    await logCards(db, [A, C], { kind: 'due', dueDay: 30_000 }, stamp('x'), DEFAULT_SCHEDULER)
    expect(await db.cardStates.toArray()).toEqual([{ ...before[0], dueDay: 30_000 }, before[1]])
    expect(await lastBulkAct(db)).toMatchObject({ kind: 'due', dueDay: 30_000, count: 1 })
    await undoBulk(db, 'x', stamp('undo', NOW + 1), DEFAULT_SCHEDULER)
    expect(await db.cardStates.toArray()).toEqual(before)
  })

  test('is written as a whole or not at all', async () => {
    const db = await studied()
    const before = await all(db)
    vi.spyOn(db.cardStates, 'bulkDelete').mockRejectedValue(new Error('interrupted'))
    const act = logCards(db, [A, B], { kind: 'reset' }, stamp('x'), DEFAULT_SCHEDULER)
    await expect(act).rejects.toThrow('interrupted')
    expect(await all(db)).toEqual(before)
    expect(await db.reviews.count()).toBe(2)
    expect(await lastBulkAct(db)).toBeNull()
  })

  test('more cards than are read at once', async () => {
    const db = testDb()
    const ids = Array.from({ length: 1203 }, (_, index) => `st-${index}#1`)
    await db.reviews.bulkAdd(ids.map((cardId) => rated(`r-${cardId}`, 0, { cardId })))
    await db.cardStates.bulkAdd(ids.map((cardId) => inReview(cardId)))
    const { count } = await logCards(db, ids, { kind: 'reset' }, stamp('x'), DEFAULT_SCHEDULER)
    expect(count).toBe(1203)
    expect(await db.reviews.count()).toBe(2406)
    expect(await db.cardStates.count()).toBe(0)
  })
})

describe('tags', () => {
  test('are added to those that the notes have, taken off, and undone', async () => {
    const db = testDb()
    await tagNotes(db, ['st-a'], { kind: 'tag', tag: 'exam' }, stamp('1'))
    const { count } = await tagNotes(
      db,
      ['st-a', 'st-b'],
      { kind: 'tag', tag: 'bridge' },
      stamp('2', NOW + 1),
    )
    expect(count).toBe(2)
    await tagNotes(db, ['st-a', 'st-b'], { kind: 'untag', tag: 'exam' }, stamp('3', NOW + 2))
    expect((await all(db)).tags).toEqual([
      ['st-a', ['bridge']],
      ['st-b', ['bridge']],
    ])
    expect(await lastBulkAct(db)).toMatchObject({ id: '3', kind: 'untag', tag: 'exam', count: 1 })
    await undoBulk(db, '3', stamp('u3', NOW + 3), DEFAULT_SCHEDULER)
    expect(await lastBulkAct(db)).toMatchObject({ id: '2' })
    await undoBulk(db, '2', stamp('u2', NOW + 4), DEFAULT_SCHEDULER)
    expect((await all(db)).tags).toEqual([
      ['st-a', ['exam']],
      ['st-b', []],
    ])
  })

  test.each(['', ' ', 'two words', 'a,b', '"x"', '(x)', 'x'.repeat(61)])(
    '%j cannot be one',
    async (tag) => {
      const db = testDb()
      await expect(tagNotes(db, ['st-a'], { kind: 'tag', tag }, stamp('x'))).rejects.toThrow(
        /Invalid/,
      )
      expect(await db.noteTags.count()).toBe(0)
    },
  )
})

describe('an act', () => {
  test('done twice, as after a double tap, is done once', async () => {
    const db = await studied()
    const act = () => logCards(db, [A, B], { kind: 'reset' }, stamp('x'), DEFAULT_SCHEDULER)
    await Promise.all([act(), act()])
    expect(await db.reviews.count()).toBe(4)
  })

  test('undone twice is undone once', async () => {
    const db = await studied()
    await logCards(db, [A], { kind: 'reset' }, stamp('x'), DEFAULT_SCHEDULER)
    const undo = (id: string) => undoBulk(db, 'x', stamp(id, NOW + 1), DEFAULT_SCHEDULER)
    expect((await undo('u')).count).toBe(1)
    expect((await undo('u2')).count).toBe(0)
    expect(await db.reviews.count()).toBe(4)
  })

  test('repeated after its commit was not heard of says again what it changed', async () => {
    const db = await studied()
    const reset = () => logCards(db, [A, B], { kind: 'reset' }, stamp('x'), DEFAULT_SCHEDULER)
    const mark = () => markCards(db, [A, C], { suspended: true }, stamp('y', NOW + 1))
    const tag = () => tagNotes(db, ['st-a'], { kind: 'tag', tag: 'hard' }, stamp('z', NOW + 2))
    const undo = (id: string) => undoBulk(db, id, stamp(`u${id}`, NOW + 3), DEFAULT_SCHEDULER)
    const undos = ['z', 'y', 'x'].map((id) => () => undo(id))
    for (const act of [reset, mark, tag, ...undos]) {
      const first = await act()
      expect(first.count).toBeGreaterThan(0)
      expect(await act()).toEqual(first)
    }
    expect(await db.reviews.count()).toBe(6)
  })

  test('that changed nothing is nothing to undo', async () => {
    const db = testDb()
    await markCards(db, [A], { suspended: false }, stamp('x'))
    expect(await lastBulkAct(db)).toBeNull()
  })

  test('is told to other tabs', async () => {
    const db = testDb()
    const heard = vi.fn<(change: Change) => void>()
    const stop = anotherTab(db).changes.listen(heard)
    await markCards(db, [A], { flag: 1 }, stamp('x'))
    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith({ kind: 'bulk' }))
    stop()
  })

  test('is kept among the last twenty', async () => {
    const db = testDb()
    for (let index = 0; index < 25; index++) {
      await markCards(db, [`card-${index}#1`], { flag: 1 }, stamp(`act-${index}`, NOW + index))
    }
    expect(await db.local.where('key').startsWith('bulk/').count()).toBe(20)
    expect(await lastBulkAct(db)).toMatchObject({ id: 'act-24' })
  })
})
