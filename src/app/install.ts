import { BundleError } from '../core/bundle-schema.ts'
import type { ExamId } from '../core/note.ts'
import { schedulerSettingsOf } from '../core/scheduler.ts'
import { deviceId } from '../db/device.ts'
import { StorageFault } from '../db/faults.ts'
import { installExam } from '../db/install-exam.ts'
import type { InstallMoment } from '../db/install-exam.ts'
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
    for (const exam of exams) {
      await installExam(app.db, await app.loadBundle(exam), await installMoment(app))
    }
    await placeAnew(app)
    return null
  } catch (error) {
    if (isForLearner(error)) return { problem: error.message }
    throw error
  }
}

/** Where exams have settings of their own, cards that a release moved go by others now. */
async function placeAnew(app: App): Promise<void> {
  const settings = schedulerSettingsOf(await loadSettings(app.db))
  if (!settings.own) return
  const { ensureDays } = await import('../db/ensure-days.ts')
  await ensureDays(app.db, settings)
}

/** Now, on this device, under the learner's settings. */
async function installMoment(app: App): Promise<InstallMoment> {
  const [settings, device] = await Promise.all([loadSettings(app.db), deviceId(app.db, app.newId)])
  const at = app.now()
  return {
    at,
    utcOffsetMin: app.utcOffsetMin(at),
    device,
    newId: app.newId,
    settings: schedulerSettingsOf(settings),
  }
}

function isForLearner(error: unknown): error is Error {
  return (
    error instanceof BundleUnreadable ||
    error instanceof BundleError ||
    error instanceof StorageFault
  )
}
