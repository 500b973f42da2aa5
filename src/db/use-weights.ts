import { FitLogBuilder } from '../core/fit/fit-log.ts'
import type { FitLog } from '../core/fit/fit-log.ts'
import type { CardId } from '../core/note.ts'
import type { Review } from '../core/review.ts'
import { replay } from '../core/schedule.ts'
import { schedulerSettingsOf } from '../core/scheduler.ts'
import type { CardState } from '../core/schedule.ts'
import type { Schedulers } from '../core/scheduler.ts'
import { settingsOf } from '../core/settings.ts'
import type { Instant, StudyDayNumber } from '../core/time.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'
import { putSettingIn } from './put-setting.ts'
import { PROJECTION_TABLES } from './projection.ts'
import type { OnProgress } from './projection.ts'
import { eachBatch, project } from './rebuild.ts'
import { schedulersOfBatches } from './schedulers.ts'
import type { SchedulerOf } from './schedulers.ts'

// What looks at the whole log: done in a worker, and apart from the history that pages show.

/** The whole log as a fit reads it, as it was at one moment. */
export async function readFitLog(
  db: StudyDb,
  rolloverHour: number,
  onProgress?: OnProgress,
): Promise<FitLog> {
  return withDb(db, async () => {
    const builder = new FitLogBuilder(rolloverHour)
    const add = (batch: readonly Review[]) => {
      const logs = Map.groupBy(batch, ({ cardId }) => cardId)
      for (const log of logs.values()) builder.add(log)
    }
    // Written out as async: Dexie holds the transaction open over awaits in such a function only.
    await db.transaction('r', db.reviews, async () => {
      await eachBatch(db, add, onProgress)
    })
    return builder.build()
  })
}

/** How many cards are due, now and with other parameters. */
export interface DueChange {
  /** Due by the end of the day as things are, and with the new parameters. */
  readonly before: number
  readonly after: number
  /** Cards due earlier and later than before, among all. */
  readonly earlier: number
  readonly later: number
  readonly cards: number
}

/** What other parameters would change, without changing anything. Suspended cards are left out. */
export async function dueUnder(
  db: StudyDb,
  settings: Schedulers,
  today: StudyDayNumber,
  onProgress?: OnProgress,
): Promise<DueChange> {
  return withDb(db, () =>
    db.transaction('r', DUE_TABLES, async () => {
      const [states, marks, schedulersOf] = await Promise.all([
        db.cardStates.toArray(),
        db.marks.toArray(),
        schedulersOfBatches(db, settings),
      ])
      const suspended = new Set(marks.flatMap((mark) => (mark.suspended ? [mark.cardId] : [])))
      const known = new Map(states.map((state) => [state.cardId, state.dueDay]))
      const change = { before: 0, after: 0, earlier: 0, later: 0, cards: 0 }
      await eachBatch(
        db,
        async (batch) => {
          const logs = Map.groupBy(batch, ({ cardId }) => cardId)
          const schedulerOf = await schedulersOf([...logs.keys()])
          for (const { cardId, dueDay } of statesOf(logs, schedulerOf)) {
            if (suspended.has(cardId)) continue
            const due = known.get(cardId) ?? dueDay
            change.cards += 1
            if (due <= today) change.before += 1
            if (dueDay <= today) change.after += 1
            if (dueDay < due) change.earlier += 1
            if (dueDay > due) change.later += 1
          }
        },
        onProgress,
      )
      return change
    }),
  )
}

const DUE_TABLES = ['reviews', 'cardStates', 'marks', 'exams', 'notes']

function statesOf(
  logs: ReadonlyMap<CardId, readonly Review[]>,
  schedulerOf: SchedulerOf,
): CardState[] {
  return [...logs].flatMap(([cardId, log]) => replay(log, schedulerOf(cardId)) ?? [])
}

/** Which parameters are to be in force, and who says so when. */
export interface WeightsChange {
  /** Null for the defaults. */
  readonly weights: readonly number[] | null
  /** The fit that is adopted or given up; null where none is. */
  readonly fitId: string | null
  readonly now: Instant
  readonly device: string
}

/**
 * Puts parameters into force and computes all card states anew from the log, or does neither: settings,
 * history and states change in one transaction, so that no tab ever sees one without the others.
 *
 * @throws StorageFault where it could not be saved; nothing is changed then
 */
export async function putInForce(
  db: StudyDb,
  change: WeightsChange,
  onProgress?: OnProgress,
): Promise<void> {
  await withDb(db, () =>
    db.transaction('rw', [...PROJECTION_TABLES, 'settings', 'fits'], async () => {
      const { weights, now, device } = change
      const before = settingsOf(await db.settings.toArray())
      await putSettingIn(db, 'weights', weights, now, device)
      await noteAdoption(db, change, before.weights)
      // What else is set may have changed in another tab: it is read here, and not handed over.
      const settings = settingsOf(await db.settings.toArray())
      await project(db, schedulerSettingsOf(settings), onProgress)
    }),
  )
  db.changes.announce({ kind: 'setting', key: 'weights' })
  db.changes.announce({ kind: 'projected' })
}

async function noteAdoption(
  db: StudyDb,
  { weights, fitId, now }: WeightsChange,
  before: readonly number[] | null,
): Promise<void> {
  const fit = fitId === null ? undefined : await db.fits.get(fitId)
  if (!fit) return
  const isAdopted = weights !== null && fit.weights?.every((each, index) => each === weights[index])
  const updatedAt = Math.max(now, fit.updatedAt + 1)
  await db.fits.put(
    isAdopted
      ? { ...fit, adoptedAt: now, declinedAt: null, replaced: before, updatedAt }
      : { ...fit, adoptedAt: null, declinedAt: now, updatedAt },
  )
}
