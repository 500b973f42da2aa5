import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_SCHEDULER } from '../../src/core/schedule.ts'
import type { StudyDb } from '../../src/db/db.ts'
import { keptStates } from '../../src/db/kept-states.ts'
import { rebuildCardStates } from '../../src/db/projection.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { allStates } from '../../src/db/states.ts'
import { undoLast } from '../../src/db/undo.ts'
import { inReview } from '../support/builders.ts'
import { rated } from '../support/log.ts'
import { anotherTab, testDb } from '../support/test-db.ts'

const kept = async (db: StudyDb) =>
  [...(await keptStates(db)).values()].toSorted((a, b) => (a.cardId < b.cardId ? -1 : 1))
const stored = async (db: StudyDb) =>
  (await allStates(db)).toSorted((a, b) => (a.cardId < b.cardId ? -1 : 1))

describe('states kept in memory', () => {
  test('are those stored, also after reviews here and in another tab, undo and a rebuild', async () => {
    const db = testDb()
    const tab = anotherTab(db)
    expect(await kept(db)).toEqual([])
    await recordReview(db, rated('r1', 0, { cardId: 'a#1' }), DEFAULT_SCHEDULER)
    expect(await kept(db)).toEqual(await stored(db))
    await recordReview(tab, rated('r2', 0, { cardId: 'b#1' }), DEFAULT_SCHEDULER)
    await recordReview(db, rated('r3', 3, { cardId: 'a#1' }), DEFAULT_SCHEDULER)
    expect(await kept(db)).toHaveLength(2)
    expect(await kept(db)).toEqual(await stored(db))
    await undoLast(db, { id: 'u1', at: 9e12, utcOffsetMin: 0, device: 'test' }, DEFAULT_SCHEDULER)
    expect(await kept(db)).toEqual(await stored(db))
    await rebuildCardStates(db, { ...DEFAULT_SCHEDULER, desiredRetention: 0.8 })
    expect(await kept(db)).toEqual(await stored(db))
  })

  test('are read once, and then only what changed', async () => {
    const db = testDb()
    await db.cardStates.bulkPut(Array.from({ length: 60 }, (_, index) => inReview(`c${index}#1`)))
    const first = await keptStates(db)
    expect(await keptStates(db)).toBe(first)
    await db.cardStates.put(inReview('c7#1', { lapses: 3 }))
    const next = await keptStates(db)
    expect(next.get('c7#1')?.lapses).toBe(3)
    expect(next.get('c8#1')).toBe(first.get('c8#1'))
    // Somebody who looks at the one before sees what it was.
    expect(first.get('c7#1')?.lapses).toBe(0)
  })

  test('are up to date for whoever asks, however many ask at once', async () => {
    const db = testDb()
    await keptStates(db)
    await db.cardStates.put(inReview('a#1'))
    const answers = await Promise.all([keptStates(db), keptStates(db), keptStates(db)])
    expect(answers.map((states) => states.size)).toEqual([1, 1, 1])
  })

  test('whatever is put, deleted or cleared, they are those stored', async () => {
    const id = fc.constantFrom('a#1', 'b#1', 'c#1', 'd#1')
    const step = fc.oneof(
      fc.record({ kind: fc.constant('put' as const), id, lapses: fc.nat(5) }),
      fc.record({ kind: fc.constant('delete' as const), id }),
      fc.record({ kind: fc.constant('clear' as const) }),
      fc.record({ kind: fc.constant('many' as const), lapses: fc.nat(5) }),
      fc.record({ kind: fc.constant('ask' as const) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const db = testDb()
        for (const each of steps) {
          if (each.kind === 'put')
            await db.cardStates.put(inReview(each.id, { lapses: each.lapses }))
          if (each.kind === 'delete') await db.cardStates.delete(each.id)
          if (each.kind === 'clear') await db.cardStates.clear()
          if (each.kind === 'many') {
            const ids = Array.from({ length: 60 }, (_, index) => `m${index}#1`)
            await db.cardStates.bulkPut(ids.map((one) => inReview(one, { lapses: each.lapses })))
          }
          if (each.kind === 'ask') await keptStates(db)
        }
        expect(await kept(db)).toEqual(await stored(db))
      }),
      { numRuns: 30 },
    )
  })
})
