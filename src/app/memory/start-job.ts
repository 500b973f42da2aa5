import type { StudyDb } from '../../db/db.ts'
import { StorageFault } from '../../db/faults.ts'
import type { FromWorker, ToWorker } from './fit.worker.ts'
import type { MemoryJob, OnShare, ResultOf } from './work.ts'

/** Work that is under way. */
export interface Job<Result> {
  /** Rejects with a StorageFault where storage fails. Stays open for ever if it is given up. */
  readonly result: Promise<Result>
  /** Gives the work up. What it had not finished has not happened. */
  readonly giveUp: () => void
}

/** Does work on the whole log in a worker, or on the page where the browser has none. */
export function startJob<Kind extends MemoryJob>(
  db: StudyDb,
  job: Kind,
  onShare: OnShare = () => undefined,
): Job<ResultOf<Kind>> {
  return typeof Worker === 'undefined' ? onPage(db, job, onShare) : inWorker(db, job, onShare)
}

function inWorker<Kind extends MemoryJob>(
  db: StudyDb,
  job: Kind,
  onShare: OnShare,
): Job<ResultOf<Kind>> {
  const worker = new Worker(new URL('./fit.worker.ts', import.meta.url), { type: 'module' })
  const result = new Promise<ResultOf<Kind>>((resolve, reject) => {
    worker.addEventListener('error', ({ message }) => {
      worker.terminate()
      reject(new Error(`The worker could not start: ${message}`))
    })
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === 'share') return onShare(data.share)
      worker.terminate()
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it answers what it was asked
      if (data.kind === 'done') resolve(data.result as ResultOf<Kind>)
      else reject(data.fault ? new StorageFault(data.fault, data.message) : new Error(data.message))
    })
  })
  const message: ToWorker = { name: db.name, job }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
  worker.postMessage(message)
  return { result, giveUp: () => worker.terminate() }
}

function onPage<Kind extends MemoryJob>(
  db: StudyDb,
  job: Kind,
  onShare: OnShare,
): Job<ResultOf<Kind>> {
  let isOpen = true
  const work = async () => {
    const { doJob } = await import('./work.ts')
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as each kind of job has its result
    return (await doJob(db, job, (share) => isOpen && onShare(share))) as ResultOf<Kind>
  }
  const result = new Promise<ResultOf<Kind>>((resolve, reject) => {
    work().then(
      (done) => isOpen && resolve(done),
      (error: unknown) => isOpen && reject(error),
    )
  })
  const giveUp = () => {
    isOpen = false
  }
  return { result, giveUp }
}
