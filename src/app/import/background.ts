import { inWorker } from '../in-worker.ts'
import type { WorkerHooks } from '../in-worker.ts'
import { errorOf } from './messages.ts'
import type { Request, TaskName, Tasks } from './tasks.ts'

/**
 * Does a task in a worker, so that the page stays quick; on this thread where there are no workers.
 *
 * @throws ImportError, StorageFault, Cancelled
 */
export async function inBackground<Name extends TaskName>(
  request: Extract<Request, { readonly name: Name }>,
  hooks: WorkerHooks = {},
): Promise<Tasks[Name]['output']> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the answer is to what was asked
  return (await answerTo(request, hooks)) as Tasks[Name]['output']
}

async function answerTo(request: Request, hooks: WorkerHooks): Promise<unknown> {
  if (typeof Worker === 'undefined') {
    const { runRequest } = await import('./tasks.ts')
    return runRequest(request, hooks.onShare ?? (() => {}))
  }
  const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' })
  return inWorker(worker, request, errorOf, hooks)
}
