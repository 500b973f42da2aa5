import { describe, expect, test } from 'vitest'
import { checkedFit } from '../../src/core/fit/check-fit.ts'
import type { FitRecord } from '../../src/core/fit/fit-record.ts'
import { replay } from '../../src/core/schedule.ts'
import {
  DEFAULT_SCHEDULER,
  DEFAULT_WEIGHTS,
  schedulerKey,
  schedulerSettingsOf,
} from '../../src/core/scheduler.ts'
import type { StudyDb } from '../../src/db/db.ts'
import { allFits, saveFit } from '../../src/db/fits.ts'
import { dueUnder, putInForce, readFitLog } from '../../src/db/use-weights.ts'
import { ensureProjection } from '../../src/db/projection.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { saveSetting } from '../../src/db/save-setting.ts'
import { loadSettings } from '../../src/db/settings.ts'
import { allStates } from '../../src/db/states.ts'
import { undoLast } from '../../src/db/undo.ts'
import { rated, reset, T0, undone } from '../support/log.ts'
import { fitLogOf, memoryLog } from '../support/memory-log.ts'
import { anotherTab, testDb } from '../support/test-db.ts'

const OWN = DEFAULT_WEIGHTS.map((weight, index) => (index < 4 ? weight * 2 : weight))
const OTHER = DEFAULT_WEIGHTS.map((weight, index) => (index < 4 ? weight / 2 : weight))
const UNDER_OWN = { ...DEFAULT_SCHEDULER, weights: OWN }

function fit(id: string, at: number, weights: readonly number[] | null = OWN): FitRecord {
  const trial = {
    reviews: 100,
    defaultLoss: 0.4,
    fittedLoss: 0.39,
    defaultOff: 0.04,
    fittedOff: 0.01,
  }
  const stamp = {
    id,
    at,
    device: 'laptop',
    adoptedAt: null,
    declinedAt: null,
    replaced: null,
    updatedAt: at,
  }
  const counts = { ratings: 500, cards: 60, trial }
  return weights
    ? { verdict: 'better', weights, ...counts, ...stamp }
    : { verdict: 'no-better', weights: null, ...counts, ...stamp }
}

const change = (weights: readonly number[] | null, now: number, fitId: string | null = null) => ({
  weights,
  fitId,
  now,
  device: 'laptop',
})

async function studied(db: StudyDb): Promise<void> {
  await ensureProjection(db, DEFAULT_SCHEDULER)
  for (const cardId of ['a#1', 'b#1', 'c#1']) {
    for (const day of [0, 0.01, 2, 8]) {
      await recordReview(db, rated(`${cardId}-${day}`, day, { cardId }), DEFAULT_SCHEDULER)
    }
  }
}

async function expected(db: StudyDb, weights: readonly number[]) {
  const log = await db.reviews.toArray()
  const byCard = Map.groupBy(log, ({ cardId }) => cardId)
  return [...byCard.values()]
    .map((reviews) => replay(reviews, { ...DEFAULT_SCHEDULER, weights }))
    .filter((state) => state !== null)
    .toSorted((a, b) => (a.cardId < b.cardId ? -1 : 1))
}

describe('parameters put into force', () => {
  test('hold for all states, the history and the next start', async () => {
    const db = testDb()
    await studied(db)
    await saveFit(db, fit('f1', 10))
    await putInForce(db, change(OWN, 20, 'f1'))

    const settings = await loadSettings(db)
    expect(settings.weights).toEqual(OWN)
    expect(await allStates(db)).toEqual(await expected(db, OWN))
    expect(await ensureProjection(db, schedulerSettingsOf(settings))).toBe(false)
    expect(await allFits(db)).toMatchObject([{ id: 'f1', adoptedAt: 20, replaced: null }])
  })

  test('give way to the former ones, as if they had never been', async () => {
    const db = testDb()
    await studied(db)
    const before = await allStates(db)
    await saveFit(db, fit('f1', 10))
    await saveFit(db, fit('f2', 30, OTHER))
    await putInForce(db, change(OWN, 20, 'f1'))
    await putInForce(db, change(OTHER, 40, 'f2'))
    expect((await allFits(db))[0]).toMatchObject({ id: 'f2', adoptedAt: 40, replaced: OWN })

    await putInForce(db, change(OWN, 50, 'f2'))
    expect((await loadSettings(db)).weights).toEqual(OWN)
    expect((await allFits(db))[0]).toMatchObject({ id: 'f2', adoptedAt: null, declinedAt: 50 })
    await putInForce(db, change(null, 60))
    expect(await allStates(db)).toEqual(before)
  })

  test('keep what else was set meanwhile in another tab', async () => {
    const db = testDb()
    await studied(db)
    await saveSetting(anotherTab(db), 'desiredRetention', 0.8, 5, 'laptop')
    await putInForce(db, change(OWN, 20))
    const key = (await db.local.get('projection'))?.value
    expect(key).toBe(schedulerKey({ ...UNDER_OWN, desiredRetention: 0.8 }))
  })

  test('hold also where the clock was set back since', async () => {
    const db = testDb()
    await putInForce(db, change(OWN, 100))
    await putInForce(db, change(OTHER, 50))
    expect((await db.settings.get('weights'))?.updatedAt).toBe(101)
    expect((await loadSettings(db)).weights).toEqual(OTHER)
  })

  test('change nothing where they cannot be saved', async () => {
    const db = testDb()
    await studied(db)
    const before = await allStates(db)
    db.cardStates.hook('creating', () => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    await expect(putInForce(db, change(OWN, 20))).rejects.toMatchObject({ kind: 'quota' })
    expect((await loadSettings(db)).weights).toBeNull()
    expect(await allStates(db)).toEqual(before)
  })

  test('are told to other tabs', async () => {
    const db = testDb()
    const heard: string[] = []
    const tab = anotherTab(db)
    await tab.open()
    const told = new Promise<void>((resolve) => {
      tab.changes.listen(({ kind }) => {
        heard.push(kind)
        if (kind === 'projected') resolve()
      })
    })
    await putInForce(db, change(OWN, 20))
    await told
    expect(heard).toEqual(['setting', 'projected'])
  })
})

describe('answers and undo around a change of parameters', () => {
  test('an answer from a tab that has not heard of it is put right by the next start', async () => {
    const db = testDb()
    await studied(db)
    await putInForce(db, change(OWN, 20))
    await recordReview(anotherTab(db), rated('late', 20, { cardId: 'a#1' }), DEFAULT_SCHEDULER)
    expect(await ensureProjection(db, UNDER_OWN)).toBe(true)
    expect(await allStates(db)).toEqual(await expected(db, OWN))
  })

  test('an act from before it is undone under the parameters in force', async () => {
    const db = testDb()
    await studied(db)
    await putInForce(db, change(OWN, 20))
    const stamp = { id: 'u', at: T0 + 9 * 86_400_000, utcOffsetMin: 0, device: 'laptop' }
    await undoLast(db, stamp, schedulerSettingsOf(await loadSettings(db)))
    expect(await db.reviews.count()).toBe(13)
    expect(await allStates(db)).toEqual(await expected(db, OWN))
  })
})

describe('what a change would bring', () => {
  test('is counted without changing anything, suspended cards left out', async () => {
    const db = testDb()
    await studied(db)
    const states = await allStates(db)
    const due = Math.max(...states.map(({ dueDay }) => dueDay))
    await db.marks.put({
      cardId: 'c#1',
      suspended: true,
      flag: 0,
      buriedUntil: null,
      updatedAt: 1,
      device: 'laptop',
    })
    const stricter = { ...DEFAULT_SCHEDULER, weights: OTHER }
    expect(await dueUnder(db, stricter, due - 1)).toEqual({
      before: 0,
      after: 2,
      earlier: 2,
      later: 0,
      cards: 2,
    })
    expect(await dueUnder(db, UNDER_OWN, due)).toMatchObject({ before: 2, after: 0, later: 2 })
    expect(await allStates(db)).toEqual(states)
  })
})

test('the log is read as a fit needs it, card by card, in one look', async () => {
  const db = testDb()
  const { logs } = memoryLog({ ratings: 2500, seed: 3 })
  await db.reviews.bulkAdd(logs.flat())
  const seen: number[] = []
  const log = await readFitLog(db, 4, (done) => seen.push(done))
  expect(seen.length).toBeGreaterThan(1)
  expect(log.days).toHaveLength(logs.flat().length)
  expect(log.starts).toHaveLength(logs.length + 1)
  expect(checkedFit(log)?.ratings).toBe(checkedFit(fitLogOf(logs))?.ratings)
})

test('the log is read without what does not count', async () => {
  const db = testDb()
  const second = rated('b', 3)
  await db.reviews.bulkAdd([
    rated('a', 0),
    second,
    undone('u', second),
    rated('c', 4, { mode: 'cram' }),
    rated('d', 1, { cardId: 'z#1' }),
    reset('x', 2, { cardId: 'z#1' }),
  ])
  const { starts, days } = await readFitLog(db, 4)
  expect([...starts]).toEqual([0, 1])
  expect([...days]).toEqual([0])
})

test.each([
  ['too few numbers', OWN.slice(1)],
  ['text', 'fast'],
  ['no numbers', OWN.map(() => Number.NaN)],
  ['a decay of nothing', [...OWN.slice(0, 20), 0]],
])('stored parameters that are %s are no parameters', async (_, value) => {
  const db = testDb()
  await db.settings.put({ key: 'weights', value, updatedAt: 1, device: 'laptop' })
  expect((await loadSettings(db)).weights).toBeNull()
})
