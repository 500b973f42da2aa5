import type { CatalogNote } from '../../core/catalog.ts'
import { evidenceOf } from '../../core/mock/evidence.ts'
import { mayBeAsked } from '../../core/mock/pool.ts'
import { isMeasure, scoreOf } from '../../core/mock/result.ts'
import type { Score } from '../../core/mock/result.ts'
import type { Run } from '../../core/mock/run.ts'
import { weakDomains } from '../../core/mock/weak.ts'
import type { ExamId } from '../../core/note.ts'
import type { Settings } from '../../core/settings.ts'
import { studyDayOf } from '../../core/time.ts'
import type { Instant } from '../../core/time.ts'
import { examRow } from '../../db/exams.ts'
import { lastAsked, loadRunHeads } from '../../db/mocks.ts'
import type { RunHead } from '../../db/mocks.ts'
import { loadSettings } from '../../db/settings.ts'
import { clockAt } from '../app.ts'
import type { App } from '../app.ts'
import { loadExam } from '../progress/load-exam.ts'
import { clockTime, dayName } from '../words/dates.ts'
import { MOCK } from '../words/mock.ts'
import { settleOpenRun } from './resume.ts'

/** What one exam offers. */
export interface ExamOffer {
  readonly exam: ExamId
  readonly minutes: number
  /** Questions kept for mock exams, and those of them that were never asked. */
  readonly kept: number
  readonly left: number
  /** Whether it has questions of its own: cards of daily study alone would measure what was recognised. */
  readonly canBegin: boolean
  readonly weak: readonly { readonly id: string; readonly title: string }[]
}

/** One line of the history. */
export interface HistoryRow {
  readonly run: string
  readonly exam: ExamId
  readonly when: string
  readonly what: string
  /** Null for a run that is under way or was given up. */
  readonly score: Score | null
  readonly state: 'submitted' | 'open' | 'dropped'
  readonly isMeasure: boolean
}

export interface MockOffer {
  readonly exams: readonly ExamOffer[]
  readonly open: Run | null
  /** Latest first. */
  readonly history: readonly HistoryRow[]
  readonly now: Instant
}

/** Reads what a learner can choose from, and what was before. Ends a run whose time is over. */
export async function loadOffer(app: App): Promise<MockOffer> {
  const settings = await loadSettings(app.db)
  const open = await settleOpenRun(app)
  const [heads, asked] = await Promise.all([loadRunHeads(app.db), lastAsked(app.db)])
  const exams: ExamOffer[] = []
  for (const exam of settings.exams) {
    // oxlint-disable-next-line no-await-in-loop -- one or two exams
    const offer = await offerOf(app, exam, settings, heads, asked)
    if (offer) exams.push(offer)
  }
  const now = app.now()
  const today = studyDayOf(now, clockAt(app, now, settings.rolloverHour))
  return { exams, open, now, history: heads.map((head) => rowOf(head, today, settings)) }
}

async function offerOf(
  app: App,
  exam: ExamId,
  settings: Settings,
  heads: readonly RunHead[],
  asked: ReadonlyMap<string, Instant>,
): Promise<ExamOffer | null> {
  const row = await examRow(app.db, exam)
  if (!row) return null
  const { blueprint, catalog } = row
  const { progress } = await loadExam(app, exam, settings)
  const kept = catalog.filter(({ pool }) => pool === 'exam')
  const finished = heads.flatMap(({ begun, submitted }) =>
    submitted ? [{ begun, submitted }] : [],
  )
  const recall = new Map(
    progress.domains.map(({ domain, recallOfAll }) => [domain.id, recallOfAll] as const),
  )
  const weak = new Set(weakDomains(blueprint, evidenceOf(finished, exam), recall))
  return {
    exam,
    minutes: blueprint.minutes,
    kept: questionsIn(kept),
    left: questionsIn(kept.filter(({ id }) => !asked.has(id))),
    canBegin: kept.some(mayBeAsked),
    weak: blueprint.domains
      .filter(({ id }) => weak.has(id))
      .map(({ id, title }) => ({ id, title })),
  }
}

function questionsIn(notes: readonly CatalogNote[]): number {
  return notes.reduce((sum, { type, keys }) => sum + (type === 'scenario' ? keys.length : 1), 0)
}

function rowOf(
  { begun, submitted, isDropped }: RunHead,
  today: number,
  { rolloverHour }: Settings,
): HistoryRow {
  const { run, exam, at, utcOffsetMin, length, mode } = begun
  const day = studyDayOf(at, { utcOffsetMin, rolloverHour })
  return {
    run,
    exam,
    when: `${dayName(day, today)}, ${clockTime(at, utcOffsetMin)}`,
    what: MOCK.kinds(exam, length, mode, extraOf(begun)),
    score: submitted && scoreOf(submitted.marks),
    state: submitted ? 'submitted' : isDropped ? 'dropped' : 'open',
    isMeasure: isMeasure(begun),
  }
}

function extraOf({ only, questions }: RunHead['begun']): string | null {
  if (only) return MOCK.weak
  return questions.every(({ isRepeat }) => isRepeat) ? MOCK.repeat : null
}
