import type { Counts } from '../../core/study/day-plan.ts'
import { buildQueue, nextLearningAt } from '../../core/study/queue.ts'
import { sessionQueue } from '../../core/study/session-queue.ts'
import type { Settings } from '../../core/settings.ts'
import { startOfStudyDay } from '../../core/time.ts'
import type { Instant, StudyDayNumber } from '../../core/time.ts'
import { minutesOf } from '../../core/study/workload.ts'
import { nextDueDay } from '../../db/states.ts'
import { clockAt } from '../app.ts'
import type { App } from '../app.ts'
import { loadStudyDay } from '../study-day.ts'
import type { Session } from './session.ts'

/** What comes after a session. */
export interface Outlook {
  /** Cards that could be studied at once. */
  readonly left: number
  /** When the next learning step is over, or null. */
  readonly learningAt: Instant | null
  /** What the next study day will bring, of all that the learner studies. */
  readonly tomorrow: Counts
  readonly tomorrowMinutes: number
  /** The next study day on which a review is due, or null if none ever is. */
  readonly nextDueDay: StudyDayNumber | null
  readonly untilNextDayMs: number
}

/** Reads what comes after a session, if nothing more is studied today. */
export async function loadOutlook(
  app: App,
  settings: Settings,
  session: Session,
): Promise<Outlook> {
  const { today } = session.day
  const now = app.now()
  const start = startOfStudyDay(today + 1, clockAt(app, now, settings.rolloverHour))
  const [{ day }, dueDay] = await Promise.all([
    loadStudyDay(app.db, settings, today + 1, true),
    nextDueDay(app.db, today),
  ])
  const tomorrow = buildQueue(day, {}, start)
  const { day: known, scope, mode, crammed } = session
  const left = sessionQueue(known, scope, mode, crammed, now)
  return {
    left: left.entries.length,
    learningAt: nextLearningAt(left),
    tomorrow: tomorrow.counts,
    tomorrowMinutes: minutesOf(tomorrow.entries),
    nextDueDay: dueDay,
    untilNextDayMs: start - now,
  }
}
