import { BundleError } from '../core/bundle-schema.ts'
import type { ExamId } from '../core/note.ts'
import { StorageFault } from '../db/faults.ts'
import { installExam } from '../db/install-exam.ts'
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
