import type { Note, NoteId } from '../../core/note.ts'
import { OWN_EXAM } from '../../core/own-exam.ts'
import { schedulerSettingsOf } from '../../core/scheduler.ts'
import type { Schedulers } from '../../core/scheduler.ts'
import type { Settings } from '../../core/settings.ts'
import { withBeyond } from '../../core/study/planned-time.ts'
import { MINUTE_MS, studyDayOf } from '../../core/time.ts'
import type { Instant } from '../../core/time.ts'
import { deviceId } from '../../db/device.ts'
import { loadNotes } from '../notes/load-notes.ts'
import { undoableAndLast } from '../../db/undo.ts'
import type { Undoable } from '../../db/undo.ts'
import { clockAt } from '../app.ts'
import type { App } from '../app.ts'
import { loadStudyDay } from '../study-day.ts'
import { filteredCards } from './card-filter.ts'
import { loadAllSettings } from '../../db/study-settings.ts'
import { prefsOf } from './prefs.ts'
import type { StudyPrefs } from './prefs.ts'
import { askedIn } from './scope.ts'
import type { Asked } from './scope.ts'
import { withStatesFor } from './session-day.ts'
import { interruptedOn, loadKept } from './resume.ts'
import type { Draft } from './resume.ts'
import { begin, goOnFrom, noteIdsAhead } from './session.ts'
import type { Session } from './session.ts'

/** Everything that a session begins with. */
export interface Setup {
  /** Names the session. */
  readonly id: string
  readonly settings: Settings
  readonly prefs: StudyPrefs
  readonly scheduler: Schedulers
  readonly device: string
  readonly asked: Asked
  readonly session: Session
  /** The part of the address behind `?`. */
  readonly search: string
  /** The answer that was begun when the session was interrupted. */
  readonly draft: Draft | null
  /** The texts of the first cards. */
  readonly notes: ReadonlyMap<NoteId, Note>
  readonly can: Undoable
  /** The latest instant that the log knows of, or 0. */
  readonly latestAt: Instant
}

/** Reads what a session needs; null for a learner who has not chosen an exam yet. */
export async function loadSetup(app: App, search: URLSearchParams): Promise<Setup | null> {
  const { settings, studying } = await loadAllSettings(app.db)
  if (settings.exams.length === 0) return null
  const now = app.now()
  const today = studyDayOf(now, clockAt(app, now, settings.rolloverHour))
  const clock = clockAt(app, now, settings.rolloverHour)
  const [loaded, device, { last, ...can }, kept] = await Promise.all([
    loadStudyDay(app.db, settings, today),
    deviceId(app.db, app.newId),
    undoableAndLast(app.db, now),
    loadKept(app.db, search.toString()),
  ])
  const known = app.exams.map(({ exam }) => exam)
  const asked = askedIn(search, known, [...settings.exams, OWN_EXAM], loaded.day)
  const cards = await filteredCards(app, asked.filter, loaded.day, clock)
  const scope = cards ? { ...asked.scope, cards } : asked.scope
  const { mode, minutes } = asked
  // What lies beyond the minutes of a plan: who asks for it goes on.
  const asDay = search.get('beyond') === '1' ? withBeyond(loaded.day) : loaded.day
  const day = await withStatesFor(app.db, asDay, mode, scope)
  const endsAt = minutes === null ? null : now + minutes * MINUTE_MS
  const id = app.newId()
  const fresh = begin(day, { scope, mode, endsAt, limit: asked.cards }, { now, id })
  const before = await interruptedOn(app.db, kept, day, now)
  const session = before ? goOnFrom(fresh, before) : fresh
  const isResumed = session.showing !== null && session.showing.id === before?.showing.id
  const reviewed = [...day.states.values()].map(({ lastReviewAt }) => lastReviewAt)
  return {
    id,
    settings,
    prefs: prefsOf(studying),
    scheduler: schedulerSettingsOf(settings),
    device,
    asked,
    session,
    search: search.toString(),
    draft: (isResumed ? before?.draft : null) ?? null,
    notes: await loadNotes(app.db, noteIdsAhead(session)),
    can,
    latestAt: reviewed.reduce((latest, at) => Math.max(latest, at), last?.at ?? 0),
  }
}
