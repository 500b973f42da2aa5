import { studyDayOf } from '../../core/time.ts'
import { deviceId } from '../../db/device.ts'
import { loadSettings } from '../../db/settings.ts'
import { clockAt } from '../app.ts'
import type { App } from '../app.ts'
import { inWorker } from '../in-worker.ts'
import type { ToComingWorker } from './coming.worker.ts'
import type { ComingJob, ComingResult } from './work.ts'

/**
 * Works out what comes in a worker, or on the page where the browser has none.
 *
 * @throws Cancelled where it was given up; an error where storage or the worker fails
 */
export async function workOut(
  app: App,
  kind: ComingJob['kind'],
  signal?: AbortSignal,
): Promise<ComingResult> {
  const { rolloverHour } = await loadSettings(app.db)
  const now = app.now()
  const today = studyDayOf(now, clockAt(app, now, rolloverHour))
  const job = { kind, today, now, device: await deviceId(app.db, app.newId) }
  if (typeof Worker === 'undefined') {
    const { workOutComing } = await import('./work.ts')
    return workOutComing(app.db, job)
  }
  const worker = new Worker(new URL('./coming.worker.ts', import.meta.url), { type: 'module' })
  const request: ToComingWorker = { name: app.db.name, job }
  const output = await inWorker(worker, request, (text: string) => new Error(text), { signal })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it answers what it was asked
  return output as ComingResult
}

/** Works out what the plans expect after one was set. The statistics make up for it where it fails. */
export function keepCourses(app: App): void {
  void workOut(app, 'set').catch(() => null)
}
