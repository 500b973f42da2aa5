import type { ExamId } from '../core/note.ts'
import { dayOfDate, MINUTES_ROW, PLAN_ROWS, planSettingsOf } from '../core/plan-settings.ts'
import type { ExamPlan } from '../core/plan-settings.ts'
import type { StudyDayNumber } from '../core/time.ts'
import { withDb } from './db.ts'
import type { SettingRow, StudyDb } from './db.ts'

/** What progress takes from the learner's plans, where there are any. */
export interface PlanHints {
  /** For each weekday, Monday first, whether it is a day off; null while the learner set no minutes. */
  readonly daysOff: readonly boolean[] | null
  readonly examDays: ReadonlyMap<ExamId, StudyDayNumber>
  /** Exams that have a plan, with a date or without. */
  readonly planned: ReadonlySet<ExamId>
  readonly plans: ReadonlyMap<ExamId, ExamPlan>
}

/** Reads the rows of plans; values that do not fit are left out. */
export async function loadPlanHints(db: StudyDb): Promise<PlanHints> {
  const rows = await withDb(db, () => db.settings.where('key').startsWith(PLAN_ROWS).toArray())
  return planHintsOf(rows)
}

export function planHintsOf(rows: readonly Pick<SettingRow, 'key' | 'value'>[]): PlanHints {
  const { minutes, exams } = planSettingsOf(rows)
  const hasMinutes = rows.some(({ key }) => key === MINUTES_ROW)
  return {
    daysOff: hasMinutes ? minutes.map((each) => each === 0) : null,
    planned: new Set(exams.keys()),
    plans: exams,
    examDays: new Map(
      [...exams].flatMap(([exam, { date }]) => (date === null ? [] : [[exam, dayOfDate(date)]])),
    ),
  }
}
