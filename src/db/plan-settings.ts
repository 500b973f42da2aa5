import * as v from 'valibot'
import type { ExamId } from '../core/note.ts'
import {
  ExamPlanSchema,
  examRowKey,
  MINUTES_ROW,
  MinutesSchema,
  PLAN_ROWS,
  planSettingsOf,
} from '../core/plan-settings.ts'
import type { ExamPlan, PlanSettings } from '../core/plan-settings.ts'
import type { Instant } from '../core/time.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'

/** The learner's plans, with defaults for all that was never set. */
export async function loadPlanSettings(db: StudyDb): Promise<PlanSettings> {
  const rows = await withDb(db, () => db.settings.where('key').startsWith(PLAN_ROWS).toArray())
  return planSettingsOf(rows)
}

/**
 * Saves the plan for one exam and the minutes, both or neither. Rows that would stay as they are are not
 * written, so that another device's later change of them is not undone.
 *
 * @param minutes for each weekday, Monday first; null leaves them as they are
 * @throws v.ValiError where something does not fit
 */
export async function savePlan(
  db: StudyDb,
  exam: ExamId,
  plan: ExamPlan,
  minutes: readonly number[] | null,
  now: Instant,
  device: string,
): Promise<void> {
  const rows: readonly (readonly [string, unknown])[] = [
    [examRowKey(exam), v.parse(ExamPlanSchema, plan)],
    ...(minutes ? [[MINUTES_ROW, v.parse(MinutesSchema, [...minutes])] as const] : []),
  ]
  await withDb(db, () =>
    db.transaction('rw', db.settings, async () => {
      for (const [key, value] of rows) {
        // oxlint-disable-next-line no-await-in-loop -- two rows of one transaction
        const stored = await db.settings.get(key)
        if (stored && JSON.stringify(stored.value) === JSON.stringify(value)) continue
        const updatedAt = Math.max(now, stored ? stored.updatedAt + 1 : 0)
        // oxlint-disable-next-line no-await-in-loop -- as above
        await db.settings.put({ key, value, updatedAt, device })
      }
    }),
  )
  for (const [key] of rows) db.changes.announce({ kind: 'setting', key })
}
