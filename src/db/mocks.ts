import { Dexie } from 'dexie'
import * as v from 'valibot'
import type { Finished } from '../core/mock/evidence.ts'
import { sureIn } from '../core/mock/result.ts'
import type { Sure } from '../core/mock/result.ts'
import { isOver, runOf } from '../core/mock/run.ts'
import type { Run } from '../core/mock/run.ts'
import { stepId, StepSchema } from '../core/mock/steps.ts'
import type { Begun, Step, Submitted } from '../core/mock/steps.ts'
import type { ExamId, NoteId } from '../core/note.ts'
import type { Instant } from '../core/time.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'
import { MOCKED_AT } from './log.ts'

/** A step of a run that has had other steps meanwhile, in another tab. Nothing was added. */
export class ForkError extends Error {
  override readonly name = 'ForkError'
}

/**
 * Adds steps to a run, all or none. They are numbered from `from` on: if the run has had another step with
 * one of these numbers, it went on elsewhere, and none is added. Adding the same steps again is harmless.
 *
 * @throws ForkError where the run went on elsewhere; v.ValiError for steps that are none; StorageFault
 */
export async function addSteps(db: StudyDb, steps: readonly Step[]): Promise<void> {
  const checked = steps.map((step) => v.parse(StepSchema, step))
  const [first] = checked
  if (!first) return
  const before = Number(first.id.slice(first.run.length + 1)) - 1
  await withDb(db, () =>
    db.transaction('rw', db.mocks, db.local, async () => {
      const known = await db.mocks.bulkGet(checked.map(({ id }) => id))
      if (known.every((step, index) => isSame(step, checked[index]))) return
      const last = before < 0 ? true : await db.mocks.get(stepId(first.run, before))
      if (!last || known.some((step) => step !== undefined)) {
        throw new ForkError('The mock exam went on in another tab')
      }
      await db.mocks.bulkAdd(checked)
      const end = checked.find(({ kind }) => kind === 'submitted')
      if (end) await db.local.put({ key: MOCKED_AT, value: end.at })
    }),
  )
  db.changes.announce({ kind: 'mocked', run: first.run })
}

/** Adds steps of a backup whose ids are not here yet, and says how many. Inside a transaction over `mocks` and `local`. */
export async function takeSteps(db: StudyDb, steps: readonly Step[]): Promise<number> {
  const known = new Set(await db.mocks.toCollection().primaryKeys())
  const fresh = new Map(steps.filter(({ id }) => !known.has(id)).map((step) => [step.id, step]))
  await db.mocks.bulkAdd([...fresh.values()])
  const ends = steps.filter(({ kind }) => kind === 'submitted').map(({ at }) => at)
  if (ends.length > 0) {
    const stored = await db.local.get(MOCKED_AT)
    const before = typeof stored?.value === 'number' ? stored.value : 0
    await db.local.put({ key: MOCKED_AT, value: Math.max(before, ...ends) })
  }
  return fresh.size
}

/** Both were parsed, so that their keys stand in the same order. */
function isSame(one: Step | undefined, other: Step | undefined): boolean {
  return one !== undefined && JSON.stringify(one) === JSON.stringify(other)
}

/** A run as it stands; null where there is none such. */
export async function loadRun(db: StudyDb, run: string): Promise<Run | null> {
  const steps = await withDb(db, () =>
    db.mocks.where('id').between(`${run}/`, `${run}0`, true, false).toArray(),
  )
  return runOf(steps)
}

/** Every run that began, with its end if it has one, latest first. */
export interface RunHead {
  readonly begun: Begun
  readonly submitted: Submitted | null
  readonly isDropped: boolean
}

export async function loadRunHeads(db: StudyDb): Promise<RunHead[]> {
  const [begun, submitted, dropped] = await withDb(db, () =>
    db.transaction('r', db.mocks, async () =>
      Promise.all([
        stepsOfKind(db, 'begun'),
        stepsOfKind(db, 'submitted'),
        stepsOfKind(db, 'dropped'),
      ]),
    ),
  )
  const ends = new Map(
    submitted.flatMap((step) => (step.kind === 'submitted' ? [[step.run, step] as const] : [])),
  )
  const gone = new Set(dropped.map(({ run }) => run))
  return begun
    .flatMap((step): RunHead[] => {
      if (step.kind !== 'begun') return []
      const end = ends.get(step.run) ?? null
      return [{ begun: step, submitted: end, isDropped: end === null && gone.has(step.run) }]
    })
    .toReversed()
}

/** The runs that were submitted, latest first. */
export async function finishedRuns(db: StudyDb, exam?: ExamId): Promise<Finished[]> {
  const heads = await loadRunHeads(db)
  return heads.flatMap(({ begun, submitted }) =>
    submitted && (exam === undefined || begun.exam === exam) ? [{ begun, submitted }] : [],
  )
}

/** The runs that were submitted since an instant. Cheap where there was none. */
export async function finishedSince(db: StudyDb, since: Instant): Promise<Finished[]> {
  const last = await withDb(db, () => db.local.get(MOCKED_AT))
  if (typeof last?.value !== 'number' || last.value < since) return []
  return withDb(db, () =>
    db.transaction('r', db.mocks, async () => {
      const ends = await db.mocks
        .where('[kind+at]')
        .between(['submitted', since], ['submitted', Dexie.maxKey])
        .toArray()
      const begins = await db.mocks.bulkGet(ends.map(({ run }) => stepId(run, 0)))
      return ends.flatMap((submitted, index) => {
        const begun = begins[index]
        return submitted.kind === 'submitted' && begun?.kind === 'begun'
          ? [{ begun, submitted }]
          : []
      })
    }),
  )
}

/** What the learner was sure of in mock exams that ended since an instant, and was wrong about. */
export async function sureSince(db: StudyDb, since: Instant, exam: ExamId | null): Promise<Sure> {
  const ended = await finishedSince(db, since)
  const ids = ended
    .filter(({ begun }) => exam === null || begun.exam === exam)
    .map(({ begun }) => begun.run)
  const runs = await Promise.all(ids.map((run) => loadRun(db, run)))
  return runs
    .flatMap((run) => (run ? [sureIn(run)] : []))
    .reduce(
      (sum, { questions, wrong }) => ({
        questions: sum.questions + questions,
        wrong: sum.wrong + wrong,
      }),
      { questions: 0, wrong: 0 },
    )
}

/** The run that is under way, the latest if there are several; null if there is none. */
export async function openRun(db: StudyDb): Promise<Run | null> {
  const heads = await loadRunHeads(db)
  const head = heads.find(({ submitted, isDropped }) => !submitted && !isDropped)
  const run = head ? await loadRun(db, head.begun.run) : null
  return run && !isOver(run) ? run : null
}

/** When the last run began in which each note was on screen. */
export async function lastAsked(db: StudyDb): Promise<ReadonlyMap<NoteId, Instant>> {
  const [begun, shown] = await withDb(db, () =>
    db.transaction('r', db.mocks, async () =>
      Promise.all([stepsOfKind(db, 'begun'), stepsOfKind(db, 'shown')]),
    ),
  )
  const runs = new Map(
    begun.flatMap((step) => (step.kind === 'begun' ? [[step.run, step] as const] : [])),
  )
  const asked = new Map<NoteId, Instant>()
  for (const step of shown) {
    const run = step.kind === 'shown' ? runs.get(step.run) : undefined
    const note = step.kind === 'shown' ? run?.questions[step.q]?.noteId : undefined
    if (run && note !== undefined) asked.set(note, Math.max(run.at, asked.get(note) ?? 0))
  }
  return asked
}

function stepsOfKind(db: StudyDb, kind: Step['kind']): Promise<Step[]> {
  return Promise.resolve(
    db.mocks.where('[kind+at]').between([kind, Dexie.minKey], [kind, Dexie.maxKey]).toArray(),
  )
}
