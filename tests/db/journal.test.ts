import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { replay } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { effectiveRatings } from '../../src/core/log.ts'
import { undoBulk } from '../../src/db/bulk-undo.ts'
import { logCards, markCards, tagNotes } from '../../src/db/bulk.ts'
import type { StudyDb } from '../../src/db/db.ts'
import { allMarks, changeMark, changeMarks } from '../../src/db/marks.ts'
import { recordReview, reviewsOfCard } from '../../src/db/reviews.ts'
import { redoLast, undoable, undoLast } from '../../src/db/undo.ts'
import { CARD, rated, reset, T0, undone } from '../support/log.ts'
import { anotherTab, testDb } from '../support/test-db.ts'

let ids = 0
const stamp = () => ({ id: `step-${++ids}`, at: T0 + 1e9, utcOffsetMin: 0, device: 'laptop' })
const undo = (db: StudyDb) => undoLast(db, stamp(), DEFAULT_SCHEDULER)
const redo = (db: StudyDb) => redoLast(db, stamp(), DEFAULT_SCHEDULER)
const rate = (db: StudyDb, id: string, changes = {}) =>
  recordReview(db, rated(id, 0, changes), DEFAULT_SCHEDULER)

/** Ids of the ratings that count. */
async function counting(db: StudyDb): Promise<string[]> {
  return effectiveRatings(await db.reviews.toArray()).map(({ id }) => id)
}

/** Marks and tags as they stand. */
async function standing(db: StudyDb) {
  return {
    marks: (await allMarks(db)).map(({ cardId, suspended, flag }) => [cardId, suspended, flag]),
    tags: (await db.noteTags.toArray()).flatMap(({ tags }) => tags),
  }
}

describe('undo and redo', () => {
  test('take back and do again, over any number of steps, in turn', async () => {
    const db = testDb()
    for (const id of ['a', 'b', 'c']) await rate(db, id, { cardId: `${id}#1` })
    await undo(db)
    await undo(db)
    expect(await counting(db)).toEqual(['a'])
    await redo(db)
    expect(await counting(db)).toEqual(['a', 'b'])
    await redo(db)
    expect(await counting(db)).toEqual(['a', 'b', 'c'])
    expect(await redo(db)).toBeNull()
    for (let step = 0; step < 3; step++) await undo(db)
    expect(await counting(db)).toEqual([])
    expect(await undo(db)).toBeNull()
    expect(await undoable(db, T0)).toEqual({ undo: false, redo: true })
  })

  test('a new act ends what could be done again', async () => {
    const db = testDb()
    await rate(db, 'a')
    await undo(db)
    await rate(db, 'b', { cardId: 'other#1' })
    expect(await redo(db)).toBeNull()
    expect(await undoable(db, T0)).toEqual({ undo: true, redo: false })
    await undo(db)
    await redo(db)
    expect(await redo(db)).toBeNull()
    expect(await counting(db)).toEqual(['b'])
  })

  test('marks and answers are taken back in the order in which they were made', async () => {
    const db = testDb()
    await rate(db, 'a')
    await changeMark(db, CARD, { flag: 2 }, T0, 'laptop')
    await changeMark(db, CARD, { suspended: true }, T0, 'laptop')
    await undo(db)
    expect(await allMarks(db)).toMatchObject([{ flag: 2, suspended: false }])
    expect(await counting(db)).toEqual(['a'])
    await undo(db)
    expect(await allMarks(db)).toMatchObject([{ flag: 0 }])
    const changed = await undo(db)
    expect(changed?.states).toEqual(new Map([[CARD, null]]))
    await redo(db)
    await redo(db)
    expect(await allMarks(db)).toMatchObject([{ flag: 2, suspended: false }])
  })

  test('many cards marked at once are one step', async () => {
    const db = testDb()
    await changeMark(db, 'b#1', { flag: 1 }, T0, 'laptop')
    await changeMarks(db, ['a#1', 'b#1', 'c#1'], { flag: 3 }, T0, 'laptop')
    await undo(db)
    const flags = async () => (await allMarks(db)).map(({ cardId, flag }) => [cardId, flag])
    expect(await flags()).toEqual([
      ['a#1', 0],
      ['b#1', 1],
      ['c#1', 0],
    ])
    await redo(db)
    expect((await allMarks(db)).map(({ flag }) => flag)).toEqual([3, 3, 3])
  })

  test('acts on many cards from the list are steps like all others, both ways', async () => {
    const db = testDb()
    for (const id of ['a', 'b']) await rate(db, id, { cardId: `${id}#1`, rating: 'easy' })
    await markCards(db, ['a#1', 'b#1'], { suspended: true }, { ...stamp(), id: 'x' })
    await logCards(
      db,
      ['a#1', 'b#1'],
      { kind: 'reset' },
      { ...stamp(), id: 'y' },
      DEFAULT_SCHEDULER,
    )
    await tagNotes(db, ['a'], { kind: 'tag', tag: 'hard' }, { ...stamp(), id: 'z' })
    const seen = async () => ({
      states: await db.cardStates.count(),
      suspended: (await allMarks(db)).filter(({ suspended }) => suspended).length,
      tags: (await db.noteTags.toArray()).flatMap(({ tags }) => tags),
    })
    const after = [await seen()]
    for (let step = 0; step < 3; step++) {
      await undo(db)
      after.push(await seen())
    }
    expect(after).toEqual([
      { states: 0, suspended: 2, tags: ['hard'] },
      { states: 0, suspended: 2, tags: [] },
      { states: 2, suspended: 2, tags: [] },
      { states: 2, suspended: 0, tags: [] },
    ])
    for (const expected of after.toReversed().slice(1)) {
      await redo(db)
      expect(await seen()).toEqual(expected)
    }
    await undoBulk(db, 'z', { ...stamp(), id: 'own' }, DEFAULT_SCHEDULER)
    await redo(db)
    expect(await seen()).toEqual(after[0])
  })

  test('what another tab did is taken back here', async () => {
    const db = testDb()
    const tab = anotherTab(db)
    await rate(db, 'a')
    await rate(tab, 'b', { cardId: 'other#1' })
    await undo(db)
    expect(await counting(db)).toEqual(['a'])
    await redo(tab)
    expect(await counting(db)).toEqual(['a', 'b'])
  })

  test('one step asked for twice, as after a lost connection, is taken once', async () => {
    const db = testDb()
    await rate(db, 'a')
    await rate(db, 'b', { cardId: 'other#1' })
    const once = stamp()
    await undoLast(db, once, DEFAULT_SCHEDULER)
    const again = await undoLast(db, once, DEFAULT_SCHEDULER)
    expect(again?.entries).toMatchObject([{ id: 'b' }])
    expect(await counting(db)).toEqual(['a'])
  })

  test('of many cards, too, and says again what it changed', async () => {
    const db = testDb()
    for (const id of ['a', 'b']) await rate(db, id, { cardId: `${id}#1` })
    await logCards(db, ['a#1'], { kind: 'reset' }, { ...stamp(), id: 'x' }, DEFAULT_SCHEDULER)
    await markCards(db, ['a#1', 'b#1'], { flag: 1 }, { ...stamp(), id: 'y' })
    for (const step of [undoLast, undoLast, redoLast, redoLast]) {
      const once = stamp()
      const first = await step(db, once, DEFAULT_SCHEDULER)
      expect(first).not.toBeNull()
      expect(await step(db, once, DEFAULT_SCHEDULER)).toEqual(first)
    }
  })

  test('one step forth asked for twice is taken once', async () => {
    const db = testDb()
    for (const id of ['a', 'b', 'c']) await rate(db, id, { cardId: `${id}#1` })
    await changeMark(db, CARD, { flag: 2 }, T0, 'laptop')
    for (let step = 0; step < 3; step++) await undo(db)
    const once = stamp()
    await redoLast(db, once, DEFAULT_SCHEDULER)
    const again = await redoLast(db, once, DEFAULT_SCHEDULER)
    expect(again?.entries).toMatchObject([{ id: 'b' }])
    expect(await counting(db)).toEqual(['a', 'b'])
  })

  test('a mark set twice, as when it is tried again, is one step', async () => {
    const db = testDb()
    await rate(db, 'a')
    await changeMark(db, CARD, { flag: 2 }, T0, 'laptop')
    await changeMark(db, CARD, { flag: 2 }, T0, 'laptop')
    await undo(db)
    expect(await allMarks(db)).toMatchObject([{ flag: 0 }])
    expect((await undo(db))?.entries).toMatchObject([{ id: 'a' }])
  })

  test('answers from before there was a journal are found in the log', async () => {
    const db = testDb()
    await db.reviews.bulkAdd([rated('old', 0), rated('older', -1)])
    await rate(db, 'new', { cardId: 'other#1', at: T0 + 1000 })
    for (const left of [['older', 'old'], ['older'], []]) {
      await undo(db)
      expect(await counting(db)).toEqual(left)
    }
    for (const back of [['older'], ['older', 'old'], ['older', 'old', 'new']]) {
      await redo(db)
      expect(await counting(db)).toEqual(back)
    }
  })

  test('a new start is taken back, and made again', async () => {
    const db = testDb()
    await rate(db, 'a')
    await recordReview(db, reset('x', 1), DEFAULT_SCHEDULER)
    expect((await undo(db))?.states.get(CARD)).toMatchObject({ reps: 1 })
    expect((await redo(db))?.states.get(CARD)).toBeNull()
  })

  test('what was taken back on its own page is no step any more', async () => {
    const db = testDb()
    await recordReview(db, reset('x', 0), DEFAULT_SCHEDULER)
    await rate(db, 'b', { cardId: 'other#1' })
    await recordReview(db, undone('u', reset('x', 0)), DEFAULT_SCHEDULER)
    expect((await undo(db))?.entries).toMatchObject([{ id: 'b' }])
    expect(await undo(db)).toBeNull()
  })

  test('whatever is done, undone and redone, states are those of the log', async () => {
    const step = fc.oneof(
      fc.constant('undo' as const),
      fc.constant('redo' as const),
      fc.constantFrom('a#1', 'b#1'),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const db = testDb()
        const done: string[] = []
        const taken: string[] = []
        for (const [index, each] of steps.entries()) {
          if (each === 'undo') {
            await undo(db)
            taken.push(...done.splice(-1))
          } else if (each === 'redo') {
            await redo(db)
            done.push(...taken.splice(-1))
          } else {
            await rate(db, `r${index}`, { cardId: each, at: T0 + index })
            done.push(`r${index}`)
            taken.length = 0
          }
        }
        expect((await counting(db)).toSorted()).toEqual(done.toSorted())
        for (const cardId of ['a#1', 'b#1']) {
          const state = replay(await reviewsOfCard(db, cardId), DEFAULT_SCHEDULER)
          expect((await db.cardStates.get(cardId)) ?? null).toEqual(state)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('an act on many cards undone before its turn', () => {
  const bulkUndo = (db: StudyDb, id: string) =>
    undoBulk(db, id, { ...stamp(), id: `undo-${id}` }, DEFAULT_SCHEDULER)

  test('does not come back with the undo of what was done to its cards since', async () => {
    const db = testDb()
    await markCards(db, ['a#1', 'b#1'], { suspended: true }, { ...stamp(), id: 'x' })
    await changeMark(db, 'a#1', { suspended: false }, T0 + 2e9, 'laptop')
    await bulkUndo(db, 'x')
    expect(await undoable(db, T0)).toMatchObject({ undo: false })
    await undo(db)
    expect((await standing(db)).marks).toEqual([
      ['a#1', false, 0],
      ['b#1', false, 0],
    ])
  })

  test('leaves the rest of a later step as it was', async () => {
    const db = testDb()
    await markCards(db, ['a#1'], { suspended: true }, { ...stamp(), id: 'x' })
    await changeMarks(db, ['a#1', 'b#1'], { suspended: false, flag: 3 }, T0 + 2e9, 'laptop')
    await bulkUndo(db, 'x')
    await undo(db)
    expect((await standing(db)).marks).toEqual([
      ['a#1', false, 0],
      ['b#1', false, 0],
    ])
    await redo(db)
    expect((await standing(db)).marks).toEqual([
      ['a#1', false, 3],
      ['b#1', false, 3],
    ])
  })

  test('is taken out of later acts on many cards, too', async () => {
    const db = testDb()
    await markCards(db, ['a#1', 'b#1'], { flag: 1 }, { ...stamp(), id: 'x' })
    await markCards(db, ['a#1'], { flag: 2 }, { ...stamp(), id: 'y' })
    await tagNotes(db, ['a', 'b'], { kind: 'tag', tag: 'hard' }, { ...stamp(), id: 't' })
    await tagNotes(db, ['a'], { kind: 'untag', tag: 'hard' }, { ...stamp(), id: 'u' })
    await bulkUndo(db, 'x')
    await bulkUndo(db, 't')
    await undo(db)
    await undo(db)
    expect(await standing(db)).toEqual({
      marks: [
        ['a#1', false, 0],
        ['b#1', false, 0],
      ],
      tags: [],
    })
  })
})

describe('a grade is bound to its showing', () => {
  test('a card answered elsewhere since it was shown is not answered twice', async () => {
    const db = testDb()
    await rate(anotherTab(db), 'there')
    const late = await recordReview(db, rated('here', 0.1), DEFAULT_SCHEDULER, 0)
    expect(late).toMatchObject({ added: false, state: { reps: 1 } })
    expect(await counting(db)).toEqual(['there'])
  })

  test('in a tab left open over night it is an answer of the next day, and counts', async () => {
    const db = testDb()
    await rate(anotherTab(db), 'there', { rating: 'easy' })
    const sameDay = rated('late', 0.6)
    expect((await recordReview(db, sameDay, DEFAULT_SCHEDULER, 0)).added).toBe(false)
    const nextDay = await recordReview(db, rated('here', 0.8), DEFAULT_SCHEDULER, 0)
    expect(nextDay).toMatchObject({ added: true, state: { reps: 2 } })
    expect(await counting(db)).toEqual(['there', 'here'])
  })

  test('of a card whose new start was taken back since it counts, as nobody answered it', async () => {
    const db = testDb()
    await rate(db, 'before')
    await recordReview(db, reset('x', 1), DEFAULT_SCHEDULER)
    await undo(anotherTab(db))
    const { added } = await recordReview(db, rated('here', 1.1), DEFAULT_SCHEDULER, 0)
    expect(added).toBe(true)
  })

  test('an answer elsewhere that was taken back is no hindrance', async () => {
    const db = testDb()
    await rate(db, 'there')
    await undo(db)
    const { added } = await recordReview(db, rated('here', 0.1), DEFAULT_SCHEDULER, 0)
    expect(added).toBe(true)
  })
})
