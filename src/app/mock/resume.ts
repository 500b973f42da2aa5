import { isOver, timeLeft } from '../../core/mock/run.ts'
import type { Run } from '../../core/mock/run.ts'
import { stepId } from '../../core/mock/steps.ts'
import type { Step } from '../../core/mock/steps.ts'
import { deviceId } from '../../db/device.ts'
import { addSteps, ForkError, loadRun, openRun } from '../../db/mocks.ts'
import type { App } from '../app.ts'
import { loadNotes } from '../notes/load-notes.ts'
import { lastBeat } from './beat.ts'
import type { MockSetup, StepBody } from './desk.ts'
import { marksOf } from './marks.ts'
import type { Notes } from './marks.ts'

/** A run that has just begun is not opened again by being shown. */
const JUST_BEGUN = 2

/**
 * The run that is under way; null if there is none. One whose time has run out meanwhile, perhaps long ago,
 * is ended as of its last moment, with the answers that it had then.
 */
export async function settleOpenRun(app: App): Promise<Run | null> {
  const run = await openRun(app.db)
  if (!run || run.endsAt === null || timeLeft(run, app.now()) !== 0) return run
  const notes = await notesOf(app, run)
  const body = { kind: 'submitted', how: 'time', marks: marksOf(run, notes) } as const
  await add(app, run, body, Math.max(run.lastAt, run.endsAt))
  return settleOpenRun(app)
}

/** The run under way with all that its screen needs, noted as opened again; null if there is none. */
export async function openSetup(app: App): Promise<MockSetup | null> {
  const open = await settleOpenRun(app)
  if (!open) return null
  const leftAt = Math.min(app.now(), lastBeat(open.id, open.lastAt))
  const isNew = open.steps <= JUST_BEGUN
  if (!isNew) await add(app, open, { kind: 'opened', leftAt }, Math.max(open.lastAt, app.now()))
  const run = isNew ? open : ((await loadRun(app.db, open.id)) ?? open)
  if (isOver(run)) return openSetup(app)
  const device = await deviceId(app.db, app.newId)
  return { run, notes: await notesOf(app, run), device }
}

/** The notes of a run as they are shown now. */
export async function notesOf(app: App, { begun }: Pick<Run, 'begun'>): Promise<Notes> {
  return loadNotes(app.db, [...new Set(begun.questions.map(({ noteId }) => noteId))])
}

async function add(app: App, run: Run, body: StepBody, at: number): Promise<void> {
  const base = {
    id: stepId(run.id, run.steps),
    run: run.id,
    at,
    utcOffsetMin: app.utcOffsetMin(at),
    device: await deviceId(app.db, app.newId),
  }
  const step: Step = { ...base, ...body }
  try {
    await addSteps(app.db, [step])
  } catch (error) {
    // Another tab was quicker with the next step: what it did holds.
    if (!(error instanceof ForkError)) throw error
  }
}
