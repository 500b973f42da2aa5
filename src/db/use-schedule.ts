import { isExamSchedule, SCHEDULE_ROWS } from '../core/exam-schedule.ts'
import type { ExamSchedule } from '../core/exam-schedule.ts'
import type { ExamId } from '../core/note.ts'
import { schedulerKey, schedulerSettingsOf } from '../core/scheduler.ts'
import { settingsOf } from '../core/settings.ts'
import type { Instant } from '../core/time.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'
import { putSettingIn } from './put-setting.ts'
import { PROJECTION_TABLES } from './projection.ts'
import type { OnProgress } from './projection.ts'
import { project } from './rebuild.ts'

/** What is to hold for the cards of one exam from now on. */
export interface ScheduleChange {
  readonly exam: ExamId
  /** Empty for the usual. */
  readonly schedule: ExamSchedule
  readonly now: Instant
  readonly device: string
}

/**
 * Puts the schedule of an exam into force and computes all card states anew from the log if they depend on
 * what changed, or does neither. What held before is kept, so that the learner can go back.
 *
 * @throws StorageFault where it could not be saved; nothing is changed then
 */
export async function putScheduleInForce(
  db: StudyDb,
  { exam, schedule, now, device }: ScheduleChange,
  onProgress?: OnProgress,
): Promise<void> {
  const key = SCHEDULE_ROWS + exam
  if (!isExamSchedule(schedule)) throw new RangeError(`No schedule: ${JSON.stringify(schedule)}`)
  const isProjected = await withDb(db, () =>
    db.transaction('rw', [...PROJECTION_TABLES, 'settings'], async () => {
      const before = settingsOf(await db.settings.toArray())
      await putSettingIn(db, key, schedule, now, device)
      await db.local.put({ key: FORMER + exam, value: before.schedules[exam] ?? {} })
      const settings = schedulerSettingsOf(settingsOf(await db.settings.toArray()))
      if (schedulerKey(settings) === schedulerKey(schedulerSettingsOf(before))) return false
      await project(db, settings, onProgress)
      return true
    }),
  )
  db.changes.announce({ kind: 'setting', key })
  if (isProjected) db.changes.announce({ kind: 'projected' })
}

/** Rows of `local` with the schedule that an exam had before the present one. */
const FORMER = 'formerSchedule/'

/** What held for an exam before its schedule was changed last on this installation; null if it never was. */
export async function formerSchedule(db: StudyDb, exam: ExamId): Promise<ExamSchedule | null> {
  const row = await withDb(db, () => db.local.get(FORMER + exam))
  return row && isExamSchedule(row.value) ? row.value : null
}
