import { describe, expect, test } from 'vitest'
import { BackupReader } from '../../src/core/backup/content.ts'
import type { ExamSchedule } from '../../src/core/exam-schedule.ts'
import { replay } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER, schedulerSettingsOf } from '../../src/core/scheduler.ts'
import { DAY_MS } from '../../src/core/time.ts'
import { backupLines } from '../../src/db/backup-lines.ts'
import { checkData } from '../../src/db/check-data.ts'
import type { StudyDb } from '../../src/db/db.ts'
import { dueLoads } from '../../src/db/due-loads.ts'
import type { DueLoad } from '../../src/db/due-loads.ts'
import { ensureDays } from '../../src/db/ensure-days.ts'
import { DAYS_KEY, ensureProjection, rebuildCardStates } from '../../src/db/projection.ts'
import { restoreBackup } from '../../src/db/restore.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { saveSetting } from '../../src/db/save-setting.ts'
import { loadSettings } from '../../src/db/settings.ts'
import { allStates } from '../../src/db/states.ts'
import { undoLast } from '../../src/db/undo.ts'
import { formerSchedule, putScheduleInForce } from '../../src/db/use-schedule.ts'
import { dueUnder } from '../../src/db/use-weights.ts'
import { bundle, note } from '../support/bundles.ts'
import { install } from '../support/install.ts'
import { rated, T0 } from '../support/log.ts'
import { testDb } from '../support/test-db.ts'
import { rendered } from '../support/texts.ts'

const ONE = 'az104-storage-data-tiers'
const OTHER = 'az305-storage-data-tiers'
const BOTH = note('both', { skills: [ONE, OTHER] })

/** A learner of both exams with a note of each, one of both, and some ratings of all. */
async function learner(exams: readonly string[] = ['AZ-104', 'AZ-305']): Promise<StudyDb> {
  const db = testDb()
  await install(db, bundle('1', [note('one'), BOTH]))
  await install(db, bundle('1', [note('other', { skills: [OTHER] }), BOTH], { exam: 'AZ-305' }))
  await saveSetting(db, 'exams', exams, T0, 'laptop')
  await ensureProjection(db, schedulerSettingsOf(await loadSettings(db)))
  for (const id of ['one', 'other', 'both']) {
    for (const day of [0, 3, 12, 40]) {
      const entry = rated(`${id}-${day}`, day, { cardId: `${id}#1`, rating: 'easy' })
      await recordReview(db, entry, DEFAULT_SCHEDULER)
    }
  }
  return db
}

async function put(db: StudyDb, exam: string, schedule: ExamSchedule, now = T0): Promise<void> {
  await putScheduleInForce(db, { exam, schedule, now, device: 'laptop' })
}

async function schedulers(db: StudyDb) {
  return schedulerSettingsOf(await loadSettings(db))
}

const intervals = async (db: StudyDb) =>
  Object.fromEntries(
    (await allStates(db)).map(({ cardId, dueDay, lastReviewDay }) => [
      cardId,
      dueDay - lastReviewDay,
    ]),
  )

function lapse(cardId: string) {
  return rated(`lapse-${cardId}`, 90, { cardId, rating: 'again' })
}

/** Cards due by day, days without any left out. */
function perDay(loads: readonly DueLoad[]) {
  const counts = new Map<number, number>()
  for (const { day, cards } of loads) {
    if (cards > 0) counts.set(day, (counts.get(day) ?? 0) + cards)
  }
  return counts
}

describe('the schedule of an exam', () => {
  test('holds for its cards and for no others', async () => {
    const db = await learner()
    const before = await intervals(db)
    expect(before['one#1']).toBeGreaterThan(30)
    await put(db, 'AZ-104', { maximumIntervalDays: 30 })
    expect(await intervals(db)).toEqual({ ...before, 'one#1': 30, 'both#1': 30 })
  })

  test('a card of two exams goes by the one that the learner has first', async () => {
    const db = await learner(['AZ-305', 'AZ-104'])
    const before = await intervals(db)
    await put(db, 'AZ-104', { maximumIntervalDays: 30 })
    expect(await intervals(db)).toEqual({ ...before, 'one#1': 30 })
    await saveSetting(db, 'exams', ['AZ-104', 'AZ-305'], T0 + 5, 'laptop')
    expect(await ensureProjection(db, await schedulers(db))).toBe(true)
    expect(await intervals(db)).toEqual({ ...before, 'one#1': 30, 'both#1': 30 })
  })

  test('is what later answers go by, and what all states are made of', async () => {
    const db = await learner()
    await put(db, 'AZ-305', { relearningStepsMin: [1, 5], desiredRetention: 0.8 })
    const settings = await schedulers(db)
    const { state } = await recordReview(db, lapse('other#1'), settings)
    expect(state?.dueAt).toBe(T0 + 90 * DAY_MS + 60_000)
    const { state: shared } = await recordReview(db, lapse('both#1'), settings)
    expect(shared?.dueAt).toBe(T0 + 90 * DAY_MS + 600_000)
    const states = await allStates(db)
    await rebuildCardStates(db, settings)
    expect(await allStates(db)).toEqual(states)
    expect(await checkData(db, settings)).toMatchObject({ wrongStates: 0, strayStates: 0 })
    const stamp = { id: 'u1', at: T0 + 91 * DAY_MS, utcOffsetMin: 0, device: 'laptop' }
    await undoLast(db, stamp, settings)
    expect((await db.cardStates.get('both#1'))?.dueAt).toBeNull()
  })

  test('what held before is kept, and going back leads to the very same states', async () => {
    const db = await learner()
    const before = await allStates(db)
    expect(await formerSchedule(db, 'AZ-104')).toBeNull()
    await put(db, 'AZ-104', { maximumIntervalDays: 30, desiredRetention: 0.95 })
    expect(await allStates(db)).not.toEqual(before)
    expect(await formerSchedule(db, 'AZ-104')).toEqual({})
    await put(db, 'AZ-104', {})
    expect(await allStates(db)).toEqual(before)
    expect(await formerSchedule(db, 'AZ-104')).toMatchObject({ maximumIntervalDays: 30 })
  })

  test('is told before it holds: how many cards come due', async () => {
    const db = await learner()
    const settings = await loadSettings(db)
    const schedules = { 'AZ-104': { maximumIntervalDays: 7 } }
    const today = 20_463 + 50
    const before = await allStates(db)
    expect(await dueUnder(db, schedulerSettingsOf({ ...settings, schedules }), today)).toEqual({
      before: 0,
      after: 2,
      earlier: 2,
      later: 0,
      cards: 3,
    })
    expect(await allStates(db)).toEqual(before)
  })

  test('changes nothing where it is none, and where it could not be saved', async () => {
    const db = await learner()
    const before = await allStates(db)
    await expect(put(db, 'AZ-104', { maximumIntervalDays: 1 })).rejects.toThrow(RangeError)
    db.cardStates.hook('creating', () => {
      throw new DOMException('The disk is full', 'QuotaExceededError')
    })
    await expect(put(db, 'AZ-104', { maximumIntervalDays: 30 })).rejects.toMatchObject({
      kind: 'quota',
    })
    expect((await loadSettings(db)).schedules).toEqual({})
    expect(await allStates(db)).toEqual(before)
  })

  test('computes nothing anew where no state depends on it', async () => {
    const db = await learner()
    await db.cardStates.update('one#1', { stability: 99 })
    await put(db, 'AZ-104', {
      balance: false,
      leechLapses: 8,
      easyDays: Array.from({ length: 7 }, () => 'fewer'),
    })
    expect((await db.cardStates.get('one#1'))?.stability).toBe(99)
    expect(await ensureProjection(db, await schedulers(db))).toBe(false)
  })

  test('a release that moves a card to another exam moves it to its schedule', async () => {
    const db = await learner()
    await put(db, 'AZ-305', { maximumIntervalDays: 30 })
    const settings = await schedulers(db)
    await ensureDays(db, settings)
    const before = await intervals(db)
    await install(db, bundle('2', [note('one', { skills: [OTHER], hash: 'moved' }), BOTH]), {
      settings,
    })
    await ensureDays(db, settings)
    expect(await intervals(db)).toEqual({ ...before, 'one#1': 30 })
    const moved = await allStates(db)
    await rebuildCardStates(db, settings)
    expect(await allStates(db)).toEqual(moved)
  })
})

describe('an update to a release with schedules', () => {
  test('computes nothing anew, and all states stay what they were', async () => {
    const db = await learner()
    const states = await allStates(db)
    expect(await ensureProjection(db, await schedulers(db))).toBe(false)
    await rebuildCardStates(db, await schedulers(db))
    expect(await allStates(db)).toEqual(states)
  })
})

describe('a review that was moved', () => {
  test('is on its day on every device, whatever comes first', async () => {
    const mine = rated('a1', 0, { cardId: 'one#1', rating: 'easy', shift: 2 })
    const later = rated('b1', 9, { cardId: 'one#1', rating: 'good', shift: -3 })
    const both = [mine, later]
    const laptop = testDb()
    const phone = testDb()
    for (const entry of both) await recordReview(laptop, entry, DEFAULT_SCHEDULER)
    for (const entry of both.toReversed()) await recordReview(phone, entry, DEFAULT_SCHEDULER)
    expect(await allStates(phone)).toEqual(await allStates(laptop))
    expect(await allStates(phone)).toEqual([replay(both, DEFAULT_SCHEDULER)])
    const [state] = await allStates(phone)
    const plain = replay([mine, { ...later, shift: 0 }], DEFAULT_SCHEDULER)
    expect((plain?.dueDay ?? 0) - (state?.dueDay ?? 0)).toBe(3)
  })

  test('comes back from a backup with the schedules, to the same states', async () => {
    const db = await learner()
    await put(db, 'AZ-104', {
      maximumIntervalDays: 30,
      easyDays: Array.from({ length: 7 }, () => 'normal'),
    })
    const entry = rated('moved', 80, { cardId: 'other#1', rating: 'hard', shift: 4 })
    await recordReview(db, entry, await schedulers(db))
    const reader = new BackupReader()
    const written = { at: T0, device: 'laptop' }
    for (const line of await Array.fromAsync(backupLines(db, written))) reader.take(line)
    const { rows, faulty } = reader.content()
    expect(faulty).toBe(0)

    const phone = testDb()
    await install(phone, bundle('1', [note('one'), BOTH]))
    await install(
      phone,
      bundle('1', [note('other', { skills: [OTHER] }), BOTH], { exam: 'AZ-305' }),
    )
    const from = { at: T0, device: 'phone' }
    await restoreBackup(phone, { rows, images: [], render: rendered }, 'merge', from)
    await ensureProjection(phone, await schedulers(phone))
    expect(await loadSettings(phone)).toEqual(await loadSettings(db))
    expect(await allStates(phone)).toEqual(await allStates(db))
  })
})

describe('how full the days ahead are', () => {
  test('is what the statistics hold, or is counted', async () => {
    const db = await learner()
    const settings = await schedulers(db)
    const days = (await allStates(db)).map(({ dueDay }) => dueDay)
    const [from, to] = [Math.min(...days), Math.max(...days)]
    const kept = await dueLoads(db, settings, from, to)
    expect(new Set(kept.map(({ exams }) => exams))).toEqual(
      new Set(['AZ-104', 'AZ-104+AZ-305', 'AZ-305']),
    )
    await db.local.delete(DAYS_KEY)
    const counted = await dueLoads(db, settings, from, to)
    expect(perDay(counted)).toEqual(perDay(kept))
    expect(await dueLoads(db, settings, to + 1, to + 20)).toSatisfy((loads: typeof kept) =>
      loads.every(({ cards }) => cards === 0),
    )
  })
})
