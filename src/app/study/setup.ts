import type { Note, NoteId } from '../../core/note.ts'
import type { Scope } from '../../core/study/queue.ts'
import { schedulerSettingsOf } from '../../core/schedule.ts'
import type { SchedulerSettings } from '../../core/schedule.ts'
import type { Settings } from '../../core/settings.ts'
import { MINUTE_MS, studyDayOf } from '../../core/time.ts'
import type { Instant } from '../../core/time.ts'
import { deviceId } from '../../db/device.ts'
import { notesByIds } from '../../db/notes.ts'
import { loadSettings } from '../../db/settings.ts'
import { lastUndoable, undoable } from '../../db/undo.ts'
import type { Undoable } from '../../db/undo.ts'
import { clockAt } from '../app.ts'
import type { App } from '../app.ts'
import { loadStudyDay } from '../study-day.ts'
import { minutesOf, scopeOf } from './scope.ts'
import { begin, noteIdsAhead } from './session.ts'
import type { Session } from './session.ts'

/** Everything that a session begins with. */
export interface Setup {
  /** Names the session. */
  readonly id: string
  readonly settings: Settings
  readonly scheduler: SchedulerSettings
  readonly device: string
  readonly scope: Scope
  readonly minutes: number | null
  readonly session: Session
  /** The texts of the first cards. */
  readonly notes: ReadonlyMap<NoteId, Note>
  readonly can: Undoable
  /** The latest instant that the log knows of, or 0. */
  readonly latestAt: Instant
}

/** Reads what a session needs; null for a learner who has not chosen an exam yet. */
export async function loadSetup(app: App, search: URLSearchParams): Promise<Setup | null> {
  const settings = await loadSettings(app.db)
  if (settings.exams.length === 0) return null
  const now = app.now()
  const today = studyDayOf(now, clockAt(app, now, settings.rolloverHour))
  const [{ day }, device, last, can] = await Promise.all([
    loadStudyDay(app.db, settings, today),
    deviceId(app.db, app.newId),
    lastUndoable(app.db, now),
    undoable(app.db, now),
  ])
  const known = app.exams.map(({ exam }) => exam)
  const scope = scopeOf(search, known, settings.exams, day)
  const minutes = minutesOf(search)
  const endsAt = minutes === null ? null : now + minutes * MINUTE_MS
  const id = app.newId()
  const session = begin(day, scope, endsAt, { now, id })
  const reviewed = [...day.states.values()].map(({ lastReviewAt }) => lastReviewAt)
  return {
    id,
    settings,
    scheduler: schedulerSettingsOf(settings),
    device,
    scope,
    minutes,
    session,
    notes: await notesByIds(app.db, noteIdsAhead(session)),
    can,
    latestAt: reviewed.reduce((latest, at) => Math.max(latest, at), last?.at ?? 0),
  }
}
