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
import { schedulerSettingsOf } from '../../core/schedule.ts'
import type { CardState, Schedulers } from '../../core/schedule.ts'
import type { Settings } from '../../core/settings.ts'
import type { CardTally } from '../../core/stats/footprint.ts'
import { depthsOf } from '../../core/stats/part-depth.ts'
import type { PartDepth } from '../../core/stats/part-depth.ts'
import { studyDayOf } from '../../core/time.ts'
import type { StudyDayNumber } from '../../core/time.ts'
import type { ExamRow } from '../../db/db.ts'
import { hasDays } from '../../db/ensure-days.ts'
import { examRow } from '../../db/exams.ts'
import { allMarks } from '../../db/marks.ts'
import { loadPlanHints } from '../../db/plan-hints.ts'
import { allStates } from '../../db/states.ts'
import { allTallies } from '../../db/stats.ts'
import { clockAt } from '../app.ts'
import type { App } from '../app.ts'

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
  /** False until time spent has been counted. */
  readonly isCounted: boolean
  /** Whether questions are kept for mock exams of it. */
  readonly hasMock: boolean
  /** The scheduler that everything is computed with. */
  readonly scheduler: Schedulers
}

/** Reads an exam: an installed one from the database, any other from what the build ships. */
export async function loadExam(app: App, exam: ExamId, settings: Settings): Promise<LoadedExam> {
  const scheduler = schedulerSettingsOf(settings)
  const [row, own, states, marks, tallies, hints] = await Promise.all([
    examRow(app.db, exam),
    examRow(app.db, OWN_EXAM),
    allStates(app.db),
    allMarks(app.db),
    talliesIfCounted(app, scheduler),
    loadPlanHints(app.db),
  ])
  const { blueprint, catalog } = row ?? (await shipped(app, exam))
  const now = app.now()
  const today = studyDayOf(now, clockAt(app, now, settings.rolloverHour))
  const read = {
    blueprint,
    cards: studyCardsOf(exam === OWN_EXAM ? catalog : withOwn(catalog, blueprint, own)),
    states: new Map(states.map((state) => [state.cardId, state])),
    marks: new Map(marks.map((mark) => [mark.cardId, mark])),
    today,
  }
  const isPlanned = hints.planned.has(exam) && settings.exams.includes(exam) && row !== undefined
  const listed = isPlanned ? await listedIn(app, settings, today) : null
  const { marks: marked } = read
  const options = { marks: marked, memory: scheduler, listed }
  const progress = progressOf(blueprint, read.cards, read.states, today, options)
  const planned = hints.examDays.get(exam)
  const examDay = planned !== undefined && planned >= today ? planned : null
  return {
    exam,
    isInstalled: row !== undefined,
    ...read,
    hasMock: catalog.some(({ pool }) => pool === 'exam'),
    progress,
    examDay,
    listed,
    depths: depthsOf({ ...read, tallies, examDay, settings: scheduler }),
    isCounted: tallies !== null,
    scheduler,
  }
}

/** Loaded for those with a plan only. */
async function listedIn(
  app: App,
  settings: Settings,
  today: StudyDayNumber,
): Promise<ReadonlySet<CardId>> {
  const { listedToday } = await import('./listed-today.ts')
  return listedToday(app, settings, today)
}

async function talliesIfCounted(
  app: App,
  scheduler: Schedulers,
): Promise<ReadonlyMap<CardId, CardTally> | null> {
  return (await hasDays(app.db, scheduler)) ? allTallies(app.db) : null
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
