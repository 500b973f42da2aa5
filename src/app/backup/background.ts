import { errorOfMessage } from './messages.ts'
import type { Answer } from './messages.ts'
import type { OnShare } from './file.ts'
import type { TaskName, Tasks } from './tasks.ts'

/** The task was given up. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'
}

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
  { onShare, signal }: { readonly onShare?: OnShare; readonly signal?: AbortSignal } = {},
): Promise<Tasks[Name]['output']> {
  if (typeof Worker === 'undefined') {
    const { runTask } = await import('./tasks.ts')
    return runTask(dbName, name, input, onShare ?? (() => {}))
  }
  const worker = new Worker(new URL('./backup.worker.ts', import.meta.url), { type: 'module' })
  try {
    return await new Promise<Tasks[Name]['output']>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new Cancelled()))
      worker.addEventListener('error', ({ message }) => reject(new Error(message)))
      worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
        if (data.kind === 'share') onShare?.(data.share)
        else if (data.kind === 'failed') reject(errorOfMessage(data))
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the worker answers what was asked
        else resolve(data.output as Tasks[Name]['output'])
      })
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
      worker.postMessage({ dbName, name, input })
    })
  } finally {
    worker.terminate()
  }
}
