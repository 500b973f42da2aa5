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

/** Reads what is studied on the day `today`: the chosen exams that are installed, and the own decks. */
export async function loadStudyDay(
  db: StudyDb,
  settings: Settings,
  today: StudyDayNumber,
): Promise<LoadedDay> {
  const { exams, ...snapshot } = await loadStudySnapshot(
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
  return { day, exams }
}

/** The cards of all exams, each once: a note may count for two. */
function cardsOf(exams: readonly ExamRow[]): CatalogCard[] {
  const notes = new Map(exams.flatMap(({ catalog }) => catalog.map((note) => [note.id, note])))
  return studyCardsOf([...notes.values()])
}
