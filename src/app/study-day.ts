import { placesOf } from '../core/places.ts'
import { studyCardsOf } from '../core/catalog.ts'
import type { CatalogCard } from '../core/catalog.ts'
import { OWN_EXAM } from '../core/own-exam.ts'
import { schedulerSettingsOf } from '../core/schedule.ts'
import type { Settings } from '../core/settings.ts'
import { studyDay } from '../core/study/study-day.ts'
import type { StudyDay } from '../core/study/study-day.ts'
import type { StudyDayNumber } from '../core/time.ts'
import type { ExamRow, StudyDb } from '../db/db.ts'
import { loadStudySnapshot } from '../db/study-day.ts'

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
  const { exams, plans, ...snapshot } = await loadStudySnapshot(
    db,
    [...settings.exams, OWN_EXAM],
    today,
    settings.rolloverHour,
  )
  const day = studyDay({
    today,
    cards: cardsOf(exams),
    ...snapshot,
    places: placesOf(exams.map(({ blueprint }) => blueprint)),
    newPerDay: settings.newPerDay,
    memory: schedulerSettingsOf(settings),
  })
  if (plans.length === 0) return { day, exams }
  const { withPlan } = await import('./plan/planned-day.ts')
  return { day: await withPlan(db, settings, plans, { day, exams }, isAhead), exams }
}

/** The cards of all exams, each once: a note may count for two. */
function cardsOf(exams: readonly ExamRow[]): CatalogCard[] {
  const notes = new Map(exams.flatMap(({ catalog }) => catalog.map((note) => [note.id, note])))
  return studyCardsOf([...notes.values()])
}
