import { placesOf } from '../../core/blueprint.ts'
import type { Blueprint } from '../../core/blueprint.ts'
import { parseBundle } from '../../core/bundle-schema.ts'
import { catalogNoteOf, studyCardsOf } from '../../core/catalog.ts'
import type { CatalogCard, CatalogNote } from '../../core/catalog.ts'
import type { Mark } from '../../core/mark.ts'
import { cardKeysOf } from '../../core/note.ts'
import type { CardId, ExamId } from '../../core/note.ts'
import { OWN_EXAM } from '../../core/own-exam.ts'
import { progressOf } from '../../core/progress.ts'
import type { ExamProgress } from '../../core/progress.ts'
import { schedulerSettingsOf } from '../../core/scheduler.ts'
import type { CardState } from '../../core/schedule.ts'
import type { Schedulers } from '../../core/scheduler.ts'
import type { Settings } from '../../core/settings.ts'
import { depthsOf } from '../../core/stats/part-depth.ts'
import type { PartDepth } from '../../core/stats/part-depth.ts'
import { studyDayOf } from '../../core/time.ts'
import type { StudyDayNumber } from '../../core/time.ts'
import type { ExamRow } from '../../db/db.ts'
import { examRow } from '../../db/exams.ts'
import { loadLearner } from '../../db/learner.ts'
import type { LearnerRows } from '../../db/learner.ts'
import { clockAt } from '../app.ts'
import type { App } from '../app.ts'
import type { LeftToday } from './listed-today.ts'

/** An exam with the learner's progress in it, on the study day `today`. */
export interface LoadedExam {
  readonly exam: ExamId
  readonly blueprint: Blueprint
  /** False where the exam was never installed: then only its outline and its cards' number are known. */
  readonly isInstalled: boolean
  readonly cards: readonly CatalogCard[]
  readonly states: ReadonlyMap<CardId, CardState>
  readonly marks: ReadonlyMap<CardId, Mark>
  readonly today: StudyDayNumber
  readonly progress: ExamProgress
  /** The cards that today's list has left, of all exams; null where no plan makes it for this one. */
  readonly listed: ReadonlySet<CardId> | null
  /** The day of the exam from today on, if the plan has one. */
  readonly examDay: StudyDayNumber | null
  /** What else is known of each part, by id. */
  readonly depths: ReadonlyMap<string, PartDepth>
  /** Whether questions are kept for mock exams of it. */
  readonly hasMock: boolean
  /** The scheduler that everything is computed with. */
  readonly scheduler: Schedulers
  /** What it was read with, for other exams on the same screen. */
  readonly learner: LearnerRows
}

interface LoadOptions {
  /** What was read for another exam on the same screen. */
  readonly learner?: LearnerRows
  /** Whether today's list is asked for, where a plan makes it. */
  readonly isListed?: boolean
}

/** Reads an exam: an installed one from the database, any other from what the build ships. */
export async function loadExam(
  app: App,
  exam: ExamId,
  settings: Settings,
  { learner, isListed = false }: LoadOptions = {},
): Promise<LoadedExam> {
  const scheduler = schedulerSettingsOf(settings)
  const [row, rows] = await Promise.all([examRow(app.db, exam), learner ?? loadLearner(app.db)])
  const { states, marks, own, hints } = rows
  const { blueprint, catalog } = row ?? (await shipped(app, exam))
  const now = app.now()
  const today = studyDayOf(now, clockAt(app, now, settings.rolloverHour))
  const cards = studyCardsOf(exam === OWN_EXAM ? catalog : withOwn(catalog, blueprint, own))
  // A plan of another exam decides when the cards come up that both have.
  const isByList = isListed && hints.planned.size > 0 && settings.exams.includes(exam)
  const left = isByList && row !== undefined ? await leftToday(app, settings, today) : null
  const listed = hints.planned.has(exam) ? (left?.all ?? null) : null
  const options = { marks, memory: scheduler, listed, asked: left?.asked ?? null }
  const progress = progressOf(blueprint, cards, states, today, options)
  const planned = hints.examDays.get(exam)
  const examDay = planned !== undefined && planned >= today ? planned : null
  return {
    exam,
    blueprint,
    isInstalled: row !== undefined,
    cards,
    states,
    marks,
    today,
    hasMock: catalog.some(({ pool }) => pool === 'exam'),
    progress,
    examDay,
    listed,
    depths: depthsOf({ blueprint, cards, states, examDay, settings: scheduler }),
    scheduler,
    learner: rows,
  }
}

/** Loaded for those with a plan only. */
async function leftToday(app: App, settings: Settings, today: StudyDayNumber): Promise<LeftToday> {
  const { listedToday } = await import('./listed-today.ts')
  return listedToday(app, settings, today)
}

/** The notes of an exam, and those of the learner that count for one of its skills. */
function withOwn(
  catalog: readonly CatalogNote[],
  blueprint: Blueprint,
  own: ExamRow | undefined,
): readonly CatalogNote[] {
  if (!own) return catalog
  const places = placesOf([blueprint])
  return [...catalog, ...own.catalog.filter(({ skills }) => skills.some((id) => places.has(id)))]
}

async function shipped(
  app: App,
  exam: ExamId,
): Promise<{ blueprint: Blueprint; catalog: readonly CatalogNote[] }> {
  const { blueprint, notes } = parseBundle(await app.loadBundle(exam))
  return { blueprint, catalog: notes.map((note) => catalogNoteOf(note, cardKeysOf(note.body))) }
}
