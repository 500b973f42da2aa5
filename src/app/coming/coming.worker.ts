import { StudyDb } from '../../db/db.ts'
import { answerWith } from '../in-worker.ts'
import { workOutComing } from './work.ts'
import type { ComingJob } from './work.ts'

/** What the worker is told, once. */
export interface ToComingWorker {
  /** Name of the database. */
  readonly name: string
  readonly job: ComingJob
}

addEventListener('message', ({ data }: MessageEvent<ToComingWorker>) => {
  answerWith(() => work(data), String)
})

async function work({ name, job }: ToComingWorker): Promise<unknown> {
  const db = new StudyDb(name)
  try {
    return await workOutComing(db, job)
  } finally {
    db.close()
  }
}
