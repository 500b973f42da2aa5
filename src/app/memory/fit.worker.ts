import { StudyDb } from '../../db/db.ts'
import { StorageFault } from '../../db/faults.ts'
import type { FaultKind } from '../../db/faults.ts'
import { doJob } from './work.ts'
import type { MemoryJob, MemoryResults } from './work.ts'

/** What the worker is told, once. It ends when it is terminated; a transaction under way then never was. */
export interface ToWorker {
  /** Name of the database. */
  readonly name: string
  readonly job: MemoryJob
}

export type FromWorker =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'done'; readonly result: MemoryResults[MemoryJob['kind']] }
  /** Storage said no (its kind), or something else went wrong (null). */
  | { readonly kind: 'failed'; readonly fault: FaultKind | null; readonly message: string }

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => void work(data))

async function work({ name, job }: ToWorker): Promise<void> {
  const db = new StudyDb(name)
  try {
    tell({ kind: 'done', result: await doJob(db, job, (share) => tell({ kind: 'share', share })) })
  } catch (error) {
    const fault = error instanceof StorageFault ? error.kind : null
    tell({ kind: 'failed', fault, message: String(error) })
  } finally {
    db.close()
  }
}

function tell(message: FromWorker): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
  postMessage(message)
}
