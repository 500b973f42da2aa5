import * as v from 'valibot'
import type { ExamId } from '../core/note.ts'
import { dayOfDate } from '../core/stats/calendar.ts'
import type { StudyDayNumber } from '../core/time.ts'
import { withDb } from './db.ts'
import type { SettingRow, StudyDb } from './db.ts'

/** What progress takes from the learner's plans, where there are any. */
export interface PlanHints {
  /** For each weekday, Monday first, whether it is a day off; null without a plan. */
  readonly daysOff: readonly boolean[] | null
  readonly examDays: ReadonlyMap<ExamId, StudyDayNumber>
}

const ROWS = 'plan/'
const EXAM_ROWS = `${ROWS}exam/`
const Minutes = v.pipe(v.array(v.number()), v.length(7))
const Dated = v.object({ date: v.nullable(v.string()) })

/** Reads the rows of plans; values that do not fit are left out. */
export async function loadPlanHints(db: StudyDb): Promise<PlanHints> {
  const rows = await withDb(db, () => db.settings.where('key').startsWith(ROWS).toArray())
  return planHintsOf(rows)
}

export function planHintsOf(rows: readonly Pick<SettingRow, 'key' | 'value'>[]): PlanHints {
  const minutes = rows.find(({ key }) => key === `${ROWS}minutes`)?.value
  const examDays = rows.flatMap(({ key, value }): [ExamId, StudyDayNumber][] => {
    if (!key.startsWith(EXAM_ROWS) || !v.is(Dated, value) || value.date === null) return []
    const day = dayOfDate(value.date)
    return day === null ? [] : [[key.slice(EXAM_ROWS.length), day]]
  })
  return {
    daysOff: v.is(Minutes, minutes) ? minutes.map((each) => each === 0) : null,
    examDays: new Map(examDays),
  }
}
