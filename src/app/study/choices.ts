import type { StudyMode } from '../../core/study/session-queue.ts'
import { sessionQueue } from '../../core/study/session-queue.ts'
import { noteIdsOf } from '../../core/study/study-day.ts'
import type { StudyDay } from '../../core/study/study-day.ts'
import type { Settings } from '../../core/settings.ts'
import { studyDayOf } from '../../core/time.ts'
import type { Instant, StudyClock } from '../../core/time.ts'
import type { ExamRow } from '../../db/db.ts'
import { tagsOfNotes } from '../../db/note-tags.ts'
import { loadSettings } from '../../db/settings.ts'
import { clockAt } from '../app.ts'
import type { App } from '../app.ts'
import { loadStudyDay } from '../study-day.ts'
import { filteredCards } from './card-filter.ts'
import { askedIn, studyPath } from './scope.ts'
import { withStatesFor } from './session-day.ts'

/** What the learner chooses before a session. */
export interface Choice {
  /** Id of an exam, a domain, a group or a skill; empty for everything. */
  readonly part: string
  readonly only: 'all' | 'flagged' | 'forgotten'
  /** Empty for any. */
  readonly tag: string
  readonly query: string
  readonly mode: StudyMode
  readonly length: 'open' | 'minutes' | 'cards'
  readonly minutes: number
  readonly cards: number
}

export const FIRST_CHOICE: Choice = {
  part: '',
  only: 'all',
  tag: '',
  query: '',
  mode: 'study',
  length: 'open',
  minutes: 15,
  cards: 20,
}

/** What there is to choose from. */
export interface Offer {
  readonly exams: readonly ExamRow[]
  readonly tags: readonly string[]
  readonly day: StudyDay
  readonly clock: StudyClock
  readonly now: Instant
  readonly settings: Settings
}

/** Reads what there is to choose from, with the states of all cards, so that each choice can be counted. */
export async function loadOffer(app: App): Promise<Offer> {
  const settings = await loadSettings(app.db)
  const now = app.now()
  const clock = clockAt(app, now, settings.rolloverHour)
  const { day, exams } = await loadStudyDay(app.db, settings, studyDayOf(now, clock))
  const known = await tagsOfNotes(app.db, [...noteIdsOf(day)])
  const tags = new Set([...known.values()].flat())
  return {
    exams,
    tags: [...tags].toSorted(),
    day: await withStatesFor(app.db, day, 'cram', {}),
    clock,
    now,
    settings,
  }
}

/** The address of the session that was chosen. */
export function pathOf(choice: Choice): string {
  const isExam = /^[A-Z]{2}-\d{3}$/.test(choice.part)
  return studyPath({
    exam: isExam ? choice.part : null,
    part: isExam ? null : choice.part,
    only: choice.only === 'all' ? null : choice.only,
    tag: choice.tag,
    q: choice.query.trim(),
    mode: choice.mode === 'study' ? null : choice.mode,
    minutes: choice.length === 'minutes' ? choice.minutes : null,
    cards: choice.length === 'cards' ? choice.cards : null,
  })
}

/**
 * How many cards the session would have now, as it is asked for by its address.
 *
 * @throws a response where it cannot be asked for, as where a search is not understood
 */
export async function cardsFor(app: App, choice: Choice, offer: Offer): Promise<number> {
  const { day, clock, now, settings } = offer
  const search = new URLSearchParams(pathOf(choice).split('?')[1] ?? '')
  const {
    scope,
    filter,
    mode,
    cards: limit,
  } = askedIn(
    search,
    app.exams.map(({ exam }) => exam),
    settings.exams,
    day,
  )
  const cards = await filteredCards(app, filter, day, clock)
  const queue = sessionQueue(day, cards ? { ...scope, cards } : scope, mode, new Map(), now)
  return limit === null ? queue.entries.length : Math.min(limit, queue.entries.length)
}
