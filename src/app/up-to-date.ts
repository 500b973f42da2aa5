import type { ExamId } from '../core/note.ts'
import { installedExams } from '../db/exams.ts'
import { StorageFault } from '../db/faults.ts'
import { loadSettings } from '../db/settings.ts'
import type { App } from './app.ts'

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
    // Most starts have nothing to install, so what can is not part of the first load.
    const { installFromBuild } = await import('./install.ts')
    changed = (await installFromBuild(app, [exam])) === null || changed
  }
  return changed
}

/** The screen that is being shown reads the same storage and says what is wrong with it. */
function nothingWithoutStorage(error: unknown): [] {
  if (error instanceof StorageFault) return []
  throw error
}
