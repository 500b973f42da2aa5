import { placesOf } from '../core/places.ts'
import { studyCardsOf } from '../core/catalog.ts'
import type { CatalogCard, CatalogNote } from '../core/catalog.ts'
import type { NoteId } from '../core/note.ts'
import { OWN_EXAM } from '../core/own-exam.ts'
import { schedulerSettingsOf } from '../core/scheduler.ts'
import type { Settings } from '../core/settings.ts'
import { studyDay } from '../core/study/study-day.ts'
import type { StudyDay } from '../core/study/study-day.ts'
import { DAY_MS } from '../core/time.ts'
import type { Instant, StudyDayNumber } from '../core/time.ts'
import type { ExamRow, StudyDb } from '../db/db.ts'
import { loadStudySnapshot } from '../db/study-day.ts'

/** More days than a mock exam has a say in what is studied: the exact number is known where it is read. */
const MOCK_DAYS = 5

/** A study day together with the installed exams that it is made from, in the order chosen. */
export interface LoadedDay {
  readonly day: StudyDay
  readonly exams: readonly ExamRow[]
}

/**
 * Reads what is studied on the day `today`: the chosen exams that are installed, and the own decks. For
 * who has a plan, what it has for the day; the first time on a day that is worked out and kept.
 *
 * @param isAhead for a day that has not come yet
 */
export async function loadStudyDay(
  db: StudyDb,
  settings: Settings,
  today: StudyDayNumber,
  isAhead = false,
): Promise<LoadedDay> {
  const wanted = [...settings.exams, OWN_EXAM]
  const { exams, plans, mockedAt, ...snapshot } = await loadStudySnapshot(
    db,
    wanted,
    today,
    settings.rolloverHour,
  )
  let day = studyDay({
    today,
    cards: cardsOf(exams),
    ...snapshot,
    places: placesOf(exams.map(({ blueprint }) => blueprint)),
    newPerDay: settings.newPerDay,
    memory: schedulerSettingsOf(settings),
  })
  if (plans.length > 0) {
    const { withPlan } = await import('./plan/planned-day.ts')
    day = await withPlan(db, settings, plans, { day, exams }, isAhead)
  }
  if (isRecent(mockedAt, today)) {
    const { withMisses } = await import('./mock/missed-day.ts')
    day = await withMisses(db, day, settings.rolloverHour)
  }
  // What mock exams raise takes its time of the same minutes.
  if (day.planned) {
    const { heldByMinutes } = await import('./plan/planned-day.ts')
    day = await heldByMinutes(db, day, settings.rolloverHour)
  }
  return { day, exams }
}

/** Whether a mock exam may have ended in the last days, wherever on the globe. */
function isRecent(at: Instant | null, today: StudyDayNumber): boolean {
  return at !== null && at > (today - MOCK_DAYS) * DAY_MS
}

/** The cards of all exams, each once: a note may count for two. */
function cardsOf(exams: readonly ExamRow[]): CatalogCard[] {
  const [only, ...others] = exams.filter(({ catalog }) => catalog.length > 0)
  if (only && others.length === 0) return studyCardsOf(only.catalog)
  const notes = new Map<NoteId, CatalogNote>()
  for (const { catalog } of exams) for (const note of catalog) notes.set(note.id, note)
  return studyCardsOf([...notes.values()])
}
