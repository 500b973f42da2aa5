import { HABIT_DAYS, habitsOf } from '../../core/plan/habits.ts'
import type { Habits } from '../../core/plan/habits.ts'
import { Memory } from '../../core/plan/memory.ts'
import { secondsOn, sittingsOf } from '../../core/plan/sittings.ts'
import type { CardId, ExamId } from '../../core/note.ts'
import type { PlanSettings } from '../../core/plan-settings.ts'
import { schedulerSettingsOf } from '../../core/scheduler.ts'
import type { CardState } from '../../core/schedule.ts'
import type { Settings } from '../../core/settings.ts'
import { DAY_MS, studyDayOf } from '../../core/time.ts'
import type { StudyDayNumber } from '../../core/time.ts'
import type { StudyDb } from '../../db/db.ts'
import { reviewsSince } from '../../db/log.ts'
import { loadPlanSettings } from '../../db/plan-settings.ts'
import { allStates } from '../../db/states.ts'
import { clockAt } from '../app.ts'
import type { App } from '../app.ts'
import { loadStudyDay } from '../study-day.ts'
import type { LoadedDay } from '../study-day.ts'

/** All that a plan is worked out from, as it was when the page was opened. */
export interface PlanBase extends LoadedDay {
  readonly settings: Settings
  readonly plans: PlanSettings
  readonly states: ReadonlyMap<CardId, CardState>
  readonly memory: Memory
  readonly habits: Habits
  /** Seconds studied today. */
  readonly spent: number
}

/** Reads it; null for a learner who has not chosen an exam yet. */
export async function loadPlanBase(app: App, settings: Settings): Promise<PlanBase | null> {
  const now = app.now()
  return planBaseOn(app.db, settings, studyDayOf(now, clockAt(app, now, settings.rolloverHour)))
}

/** The same on a study day. */
export async function planBaseOn(
  db: StudyDb,
  settings: Settings,
  today: StudyDayNumber,
): Promise<PlanBase | null> {
  if (settings.exams.length === 0) return null
  const { rolloverHour } = settings
  const [loaded, plans, all, recent] = await Promise.all([
    loadStudyDay(db, settings, today),
    loadPlanSettings(db),
    allStates(db),
    reviewsSince(db, Math.max(0, (today - HABIT_DAYS) * DAY_MS)),
  ])
  const states = new Map(all.map((state) => [state.cardId, state]))
  const introducedOn = (cardId: CardId) => states.get(cardId)?.introducedDay
  return {
    ...loaded,
    settings,
    plans,
    states,
    memory: new Memory(schedulerSettingsOf(settings).weights),
    habits: habitsOf(sittingsOf(recent, introducedOn, rolloverHour)),
    spent: secondsOn(recent, today, rolloverHour),
  }
}

/** The exams that can have a plan: those chosen that are installed, in the order chosen. */
export function plannableExams({ exams, settings }: PlanBase): ExamId[] {
  return settings.exams.filter((exam) => exams.some((row) => row.exam === exam))
}
