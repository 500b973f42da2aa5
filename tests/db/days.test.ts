import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Review } from '../../src/core/review.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { addEntries } from '../../src/db/bulk-log.ts'
import { StudyDb } from '../../src/db/db.ts'
import { ensureDays } from '../../src/db/ensure-days.ts'
import {
  DAYS_KEY,
  ensureProjection,
  forgetProjection,
  PROJECTION_TABLES,
  rebuildCardStates,
} from '../../src/db/projection.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { undoLast } from '../../src/db/undo.ts'
import { bundle, note } from '../support/bundles.ts'
import { install } from '../support/install.ts'
import { logEntry } from '../support/log-entries.ts'
import { rated, reset, undone } from '../support/log.ts'
import { anotherTab, freshName, testDb } from '../support/test-db.ts'

const STRICTER = { ...DEFAULT_SCHEDULER, desiredRetention: 0.95 }

async function statisticsOf(db: StudyDb) {
  return { days: await db.days.toArray(), tallies: await db.tallies.toArray() }
}

/** A database whose statistics are kept from the first entry on. */
async function keptDb(db = testDb()): Promise<StudyDb> {
  await ensureProjection(db, DEFAULT_SCHEDULER)
  return db
}

async function domains(db: StudyDb) {
  return (await db.tallies.toArray()).map((each) => each.domains)
}

async function statisticsAfter(log: readonly Review[]) {
  const db = await keptDb(new StudyDb(freshName()))
  for (const review of log) await recordReview(db, review, DEFAULT_SCHEDULER)
  const kept = await statisticsOf(db)
  await rebuildCardStates(db, DEFAULT_SCHEDULER)
  const rebuilt = await statisticsOf(db)
  await db.delete()
  return { kept, rebuilt }
}

const entry = logEntry(['a#1', 'a#2', 'b#1'])

test('whatever is recorded, what was kept up to date is what the log adds up to', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 25 }), async (log) => {
      const { kept, rebuilt } = await statisticsAfter(log)
      expect(kept).toEqual(rebuilt)
    }),
    { numRuns: 40 },
  )
})

test('the order in which entries arrive does not matter', async () => {
  const distinct = fc.uniqueArray(entry, { selector: ({ id }) => id, minLength: 1, maxLength: 10 })
  await fc.assert(
    fc.asyncProperty(distinct, fc.func(fc.integer()), async (log, key) => {
      const shuffled = log.toSorted((a, b) => key(a.id) - key(b.id))
      expect((await statisticsAfter(shuffled)).kept).toEqual((await statisticsAfter(log)).kept)
    }),
    { numRuns: 20 },
  )
})

describe('undo', () => {
  test('takes an answer out of the statistics, and redo is another entry like any other', async () => {
    const db = await keptDb()
    await recordReview(db, rated('r1'), DEFAULT_SCHEDULER)
    const one = await statisticsOf(db)
    await recordReview(db, rated('r2', 1), DEFAULT_SCHEDULER)
    const stamp = { id: 'u1', at: rated('r2', 1).at + 1000, utcOffsetMin: 0, device: 'laptop' }
    await undoLast(db, stamp, DEFAULT_SCHEDULER)
    expect(await statisticsOf(db)).toEqual(one)
  })

  test('nothing is left of a card whose only answer was taken back', async () => {
    const db = await keptDb()
    await recordReview(db, rated('r1'), DEFAULT_SCHEDULER)
    await recordReview(db, undone('u1', rated('r1')), DEFAULT_SCHEDULER)
    expect(await statisticsOf(db)).toEqual({ days: [], tallies: [] })
  })
})

describe('acts on many cards', () => {
  test.each([2, 600])('starting %i cards anew leaves what the log adds up to', async (count) => {
    const db = await keptDb()
    const cards = Array.from({ length: count }, (_, index) => `st-${index}#1`)
    await db.reviews.bulkAdd(cards.map((cardId) => rated(`r-${cardId}`, 0, { cardId })))
    await rebuildCardStates(db, DEFAULT_SCHEDULER)
    const { at } = rated('later', 1)
    const starts = cards.map((cardId) => reset(`x-${cardId}`, 1, { cardId, at }))
    await db.transaction('rw', [...PROJECTION_TABLES], async () =>
      addEntries(db, starts, DEFAULT_SCHEDULER),
    )
    await ensureDays(db, DEFAULT_SCHEDULER)
    const kept = await statisticsOf(db)
    await rebuildCardStates(db, DEFAULT_SCHEDULER)
    expect(kept).toEqual(await statisticsOf(db))
    expect(kept.days.map(({ kind }) => kind)).toEqual(['work'])
  })
})

describe('statistics that were not counted yet', () => {
  test('cost a grade nothing, and are counted when they are asked for', async () => {
    const db = await keptDb()
    await db.local.delete(DAYS_KEY)
    await recordReview(db, rated('r1'), DEFAULT_SCHEDULER)
    expect(await statisticsOf(db)).toEqual({ days: [], tallies: [] })
    expect(await ensureDays(db, DEFAULT_SCHEDULER)).toBe(true)
    expect((await statisticsOf(db)).tallies).toMatchObject([{ answers: 1 }])
    expect(await ensureDays(db, DEFAULT_SCHEDULER)).toBe(false)
  })

  test('are counted anew with the states when the log changed under them, as after a restore', async () => {
    const db = await keptDb()
    await recordReview(db, rated('r1'), DEFAULT_SCHEDULER)
    await db.transaction('rw', db.reviews, db.local, async () => {
      await db.reviews.add(rated('r0', -3))
      await forgetProjection(db)
    })
    await ensureProjection(db, DEFAULT_SCHEDULER)
    expect((await statisticsOf(db)).tallies).toMatchObject([{ answers: 2 }])
  })

  test('a tab with other settings makes them be counted anew', async () => {
    const db = await keptDb()
    await recordReview(db, rated('r1'), DEFAULT_SCHEDULER)
    await recordReview(anotherTab(db), rated('r2', 3), STRICTER)
    expect(await ensureDays(db, DEFAULT_SCHEDULER)).toBe(true)
    expect((await statisticsOf(db)).tallies).toMatchObject([{ answers: 2 }])
  })
})

describe('where a card stands', () => {
  const storage = note('a', { skills: ['az104-storage-data-tiers'] })
  const both = note('a', { skills: ['az104-storage-data-tiers', 'az305-data-nonrel-tiers'] })

  test('is taken from its note', async () => {
    const db = await keptDb()
    await install(db, bundle('1', [storage]))
    await recordReview(db, rated('r1', 0, { cardId: 'a#1' }), DEFAULT_SCHEDULER)
    expect(await domains(db)).toEqual(['az104-storage'])
  })

  test('follows the note when a release moves it', async () => {
    const db = await keptDb()
    await install(db, bundle('1', [storage]))
    await recordReview(db, rated('r1', 0, { cardId: 'a#1' }), DEFAULT_SCHEDULER)
    await ensureDays(db, DEFAULT_SCHEDULER)
    await install(db, bundle('2', [{ ...both, hash: '2' }]))
    expect(await ensureDays(db, DEFAULT_SCHEDULER)).toBe(true)
    expect(await domains(db)).toEqual(['az104-storage+az305-data'])
    const moved = await statisticsOf(db)
    await rebuildCardStates(db, DEFAULT_SCHEDULER)
    expect(moved).toEqual(await statisticsOf(db))
  })

  test('is found once the note comes, as after a restore before the decks', async () => {
    const db = await keptDb()
    await recordReview(db, rated('r1', 0, { cardId: 'a#1' }), DEFAULT_SCHEDULER)
    expect(await domains(db)).toEqual([''])
    await install(db, bundle('1', [storage]))
    await ensureDays(db, DEFAULT_SCHEDULER)
    expect(await domains(db)).toEqual(['az104-storage'])
  })

  test('of a retired note stays as it was', async () => {
    const db = await keptDb()
    await install(db, bundle('1', [storage]))
    await recordReview(db, rated('r1', 0, { cardId: 'a#1' }), DEFAULT_SCHEDULER)
    await install(db, bundle('2', []))
    await ensureDays(db, DEFAULT_SCHEDULER)
    await rebuildCardStates(db, DEFAULT_SCHEDULER)
    expect(await domains(db)).toEqual(['az104-storage'])
  })
})
