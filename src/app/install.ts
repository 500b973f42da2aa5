import { BundleError } from '../core/bundle-schema.ts'
import type { ExamId } from '../core/note.ts'
import { StorageFault } from '../db/faults.ts'
import { installedExams, installExam } from '../db/exams.ts'
import { loadSettings } from '../db/settings.ts'
import type { App } from './app.ts'
import { BundleUnreadable } from './exams.ts'

/** Why cards could not be installed, in words for the learner. What was there before is untouched. */
export interface InstallProblem {
  readonly problem: string
}

/**
 * Installs exams from the build, or brings them up to date, one after the other. Stops at the first that
 * fails for a reason that the learner can do something about; other errors are thrown.
 */
export async function installFromBuild(
  app: App,
  exams: readonly ExamId[],
): Promise<InstallProblem | null> {
  try {
    for (const exam of exams) await installExam(app.db, await app.loadBundle(exam))
    return null
  } catch (error) {
    if (isForLearner(error)) return { problem: error.message }
    throw error
  }
}

function isForLearner(error: unknown): error is Error {
  return (
    error instanceof BundleUnreadable ||
    error instanceof BundleError ||
    error instanceof StorageFault
  )
}

/** The chosen exams whose cards are not those of this build. */
export async function outdatedExams(app: App): Promise<ExamId[]> {
  const [{ exams }, rows] = await Promise.all([loadSettings(app.db), installedExams(app.db)])
  const installed = new Map(rows.map(({ exam, version }) => [exam, version]))
  return app.exams
    .filter(({ exam, version }) => exams.includes(exam) && installed.get(exam) !== version)
    .map(({ exam }) => exam)
}

/**
 * Brings the chosen exams up to date with the build, quietly: without a network the old cards go on, and
 * the next start tries again. Nothing is begun once `signal` is aborted, as when a session starts.
 * Says whether anything was installed.
 */
export async function bringUpToDate(app: App, signal: AbortSignal): Promise<boolean> {
  let changed = false
  for (const exam of await outdatedExams(app).catch(nothingWithoutStorage)) {
    if (signal.aborted) break
    changed = (await installFromBuild(app, [exam])) === null || changed
  }
  return changed
}

/** The screen that is being shown reads the same storage and says what is wrong with it. */
function nothingWithoutStorage(error: unknown): [] {
  if (error instanceof StorageFault) return []
  throw error
}
