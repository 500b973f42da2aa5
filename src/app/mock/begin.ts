import { drawExam } from '../../core/mock/draw.ts'
import type { MockQuestion } from '../../core/mock/draw.ts'
import { sizeOf } from '../../core/mock/lengths.ts'
import type { Length } from '../../core/mock/lengths.ts'
import { mayBeAsked, poolOf } from '../../core/mock/pool.ts'
import { stepId } from '../../core/mock/steps.ts'
import type { Begun } from '../../core/mock/steps.ts'
import type { ExamId } from '../../core/note.ts'
import type { ExamRow } from '../../db/db.ts'
import { deviceId } from '../../db/device.ts'
import { examRow } from '../../db/exams.ts'
import { addSteps, lastAsked } from '../../db/mocks.ts'
import type { App } from '../app.ts'
import { loadNotes } from '../notes/load-notes.ts'
import { settleOpenRun } from './resume.ts'

/** What the learner asks for. */
export interface MockChoice {
  readonly exam: ExamId
  readonly length: Length
  /** Of a full exam. */
  readonly questions: number
  readonly mode: 'exam' | 'practice'
  /** Domains to be asked; null for the whole exam. */
  readonly only: readonly string[] | null
}

/** Draws a run and begins it. Says its id, or null where there is nothing to be asked. */
export async function beginRun(app: App, choice: MockChoice): Promise<string | null> {
  const row = await examRow(app.db, choice.exam)
  if (!row) return null
  const { questions, minutes } = sizeOf(choice.length, row.blueprint, choice.questions)
  const seed = app.newId()
  const drawn = await draw(app, row, { questions, seed, only: choice.only })
  const { exam, length, mode, only } = choice
  const asked = { exam, length, mode, seed, only: only && [...only] }
  return begin(app, { ...asked, minutes: mode === 'exam' ? minutes : null }, drawn)
}

/** Begins a run with the questions of an earlier one. Their texts may have changed since. */
export async function repeatRun(app: App, earlier: Begun): Promise<string | null> {
  const { exam, length, mode, seed, only, minutes, questions } = earlier
  const notes = await loadNotes(app.db, [...new Set(questions.map(({ noteId }) => noteId))])
  const again = questions.flatMap((question): MockQuestion[] => {
    const note = notes.get(question.noteId)
    return note ? [{ ...question, rev: note.rev, isRepeat: true }] : []
  })
  return begin(app, { exam, length, mode, seed, only, minutes }, again)
}

async function draw(
  app: App,
  row: ExamRow,
  wish: {
    readonly questions: number
    readonly seed: string
    readonly only: readonly string[] | null
  },
): Promise<MockQuestion[]> {
  const kept = row.catalog.filter(({ pool }) => pool === 'exam')
  const asked = await lastAsked(app.db)
  const from = async (catalog: ExamRow['catalog']) =>
    drawExam({
      blueprint: row.blueprint,
      pool: poolOf(row.blueprint, [...(await loadNotes(app.db, idsOf(catalog))).values()]),
      lastAsked: asked,
      questions: wish.questions,
      seed: wish.seed,
      domains: wish.only ? new Set(wish.only) : undefined,
    })
  const drawn = await from(kept)
  // Reading every card costs a while: only where those kept for it are too few.
  return drawn.length === wish.questions ? drawn : from(row.catalog.filter(mayBeAsked))
}

function idsOf(catalog: ExamRow['catalog']): string[] {
  return catalog.map(({ id }) => id)
}

async function begin(
  app: App,
  begun: Pick<Begun, 'exam' | 'length' | 'mode' | 'seed' | 'only' | 'minutes'>,
  drawn: readonly MockQuestion[],
): Promise<string | null> {
  if (drawn.length === 0) return null
  // One at a time: what is under way, perhaps begun in another tab, goes on.
  const open = await settleOpenRun(app)
  if (open) return open.id
  const [run, device, at] = [app.newId(), await deviceId(app.db, app.newId), app.now()]
  const base = { run, at, utcOffsetMin: app.utcOffsetMin(at), device }
  const questions = drawn.map((question) => ({
    ...question,
    skills: [...question.skills],
    confuse: [...question.confuse],
  }))
  await addSteps(app.db, [
    { ...base, id: stepId(run, 0), kind: 'begun', ...begun, questions },
    { ...base, id: stepId(run, 1), kind: 'shown', q: 0 },
  ])
  return run
}
