import type { ExamSchedule } from '../../core/exam-schedule.ts'
import { checkedFit } from '../../core/fit/check-fit.ts'
import type { FitRecord } from '../../core/fit/fit-record.ts'
import { averageLoss, logLoss, predict } from '../../core/fit/predict.ts'
import type { ExamId } from '../../core/note.ts'
import { schedulerSettingsOf } from '../../core/scheduler.ts'
import { calibrationOf } from '../../core/stats/calibration.ts'
import type { Calibration } from '../../core/stats/calibration.ts'
import type { Instant, StudyDayNumber } from '../../core/time.ts'
import type { StudyDb } from '../../db/db.ts'
import { saveFit } from '../../db/fits.ts'
import { loadSettings } from '../../db/settings.ts'
import { dueUnder, putInForce, readFitLog } from '../../db/use-weights.ts'
import { putScheduleInForce } from '../../db/use-schedule.ts'
import type { ScheduleChange } from '../../db/use-schedule.ts'
import type { DueChange } from '../../db/use-weights.ts'

/** Work on the whole log, too much for the page: what is to be done. Plain data, for a message. */
export type MemoryJob =
  | { readonly kind: 'fit'; readonly id: string; readonly now: Instant; readonly device: string }
  | {
      readonly kind: 'due'
      readonly weights: readonly number[] | null
      readonly today: StudyDayNumber
    }
  | {
      readonly kind: 'use'
      readonly weights: readonly number[] | null
      readonly fitId: string | null
      readonly now: Instant
      readonly device: string
    }
  | { readonly kind: 'calibrate' }
  /** What another schedule of an exam would change. */
  | {
      readonly kind: 'dueBySchedule'
      readonly exam: ExamId
      readonly schedule: ExamSchedule
      readonly today: StudyDayNumber
    }
  | ({ readonly kind: 'useSchedule' } & ScheduleChange)

/** How predictions went, over the whole log. */
export interface PredictionReport {
  readonly calibration: Calibration
  /** Mean log loss of the parameters in force, and of always expecting the average; less is better. */
  readonly loss: number
  readonly averageLoss: number
}

/** What each kind of work results in. */
export interface MemoryResults {
  readonly fit: FitRecord
  readonly due: DueChange
  readonly use: null
  readonly calibrate: PredictionReport
  readonly dueBySchedule: DueChange
  readonly useSchedule: null
}

export type ResultOf<Job extends MemoryJob> = MemoryResults[Job['kind']]

/** Told the share that is done, 0 to 1. */
export type OnShare = (share: number) => void

/** Reading the log is this share of a fit; the rest is the fit itself. */
const READING = 0.5

/** Does the work. A fit that found too little to try is not kept for the history. */
export async function doJob(
  db: StudyDb,
  job: MemoryJob,
  onShare: OnShare,
): Promise<MemoryResults[MemoryJob['kind']]> {
  if (job.kind === 'fit') return fit(db, job, onShare)
  if (job.kind === 'calibrate') return calibrate(db, onShare)
  const counted = (done: number, total: number) => onShare(total === 0 ? 1 : done / total)
  if (job.kind === 'due') {
    const settings = { ...(await loadSettings(db)), weights: job.weights }
    return dueUnder(db, schedulerSettingsOf(settings), job.today, counted)
  }
  if (job.kind === 'dueBySchedule') {
    const settings = await loadSettings(db)
    const schedules = { ...settings.schedules, [job.exam]: job.schedule }
    return dueUnder(db, schedulerSettingsOf({ ...settings, schedules }), job.today, counted)
  }
  if (job.kind === 'useSchedule') await putScheduleInForce(db, job, counted)
  else await putInForce(db, job, counted)
  return null
}

async function fit(
  db: StudyDb,
  { id, now, device }: Extract<MemoryJob, { kind: 'fit' }>,
  onShare: OnShare,
): Promise<FitRecord> {
  const { rolloverHour } = await loadSettings(db)
  const log = await readFitLog(db, rolloverHour, (done, total) => onShare((READING * done) / total))
  let told = 0
  const found = checkedFit(log, (share) => {
    // Hundreds of steps a second need no message each.
    if (share - told >= 0.02 || share === 1) onShare(READING + (1 - READING) * (told = share))
    return true
  })
  if (!found) throw new Error('A fit that nothing ends has a result')
  const record: FitRecord = {
    ...found,
    id,
    at: now,
    device,
    adoptedAt: null,
    declinedAt: null,
    replaced: null,
    updatedAt: now,
  }
  if (record.verdict !== 'too-few') await saveFit(db, record)
  return record
}

async function calibrate(db: StudyDb, onShare: OnShare): Promise<PredictionReport> {
  const settings = await loadSettings(db)
  const log = await readFitLog(db, settings.rolloverHour, (done, total) => onShare(done / total))
  const predictions = predict(log, schedulerSettingsOf(settings).weights)
  return {
    calibration: calibrationOf(predictions),
    loss: logLoss(predictions),
    averageLoss: averageLoss(predictions),
  }
}
