import { inWorker } from '../in-worker.ts'
import type { WorkerHooks } from '../in-worker.ts'
import { errorOfMessage } from './messages.ts'
import type { TaskName, Tasks } from './tasks.ts'

/**
 * Does a task in a worker, so that the page stays quick; on this thread where there are no workers. A worker
 * that is given up ends at once: a transaction that was under way is not committed.
 *
 * @throws BackupError, StorageFault, Cancelled
 */
export async function inBackground<Name extends TaskName>(
  dbName: string,
  name: Name,
  input: Tasks[Name]['input'],
  hooks: WorkerHooks = {},
): Promise<Tasks[Name]['output']> {
  if (typeof Worker === 'undefined') {
    const { runTask } = await import('./tasks.ts')
    return runTask(dbName, name, input, hooks.onShare ?? (() => {}))
  }
  const worker = new Worker(new URL('./backup.worker.ts', import.meta.url), { type: 'module' })
  const output = await inWorker(worker, { dbName, name, input }, errorOfMessage, hooks)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the worker answers what was asked
  return output as Tasks[Name]['output']
}
