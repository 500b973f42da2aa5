import { countsOf } from '../../core/backup/content.ts'
import type { BackupContent, LineFault } from '../../core/backup/content.ts'
import type { BackupHead, RowKind } from '../../core/backup/format.ts'
import { schedulerSettingsOf } from '../../core/scheduler.ts'
import { checkData } from '../../db/check-data.ts'
import type { DataCheck } from '../../db/check-data.ts'
import { StudyDb } from '../../db/db.ts'
import type { Restored, RestoreMode } from '../../db/restore.ts'
import { loadSettings } from '../../db/settings.ts'
import type { Written } from '../../db/written.ts'
import { backupFile, readBackup } from './file.ts'
import type { OnShare } from './file.ts'
import { takeInBackup } from './restore.ts'
import { keepSnapshot } from './snapshots.ts'
import type { Snapshot } from './snapshots.ts'
import type { Request } from './messages.ts'

/** What a file holds, for the learner to look at before anything is taken in. */
export interface BackupSummary {
  readonly head: BackupHead
  readonly counts: Readonly<Record<RowKind, number>>
  readonly firstReviewAt: number | null
  readonly lastReviewAt: number | null
  readonly unknown: number
  readonly faults: readonly LineFault[]
  readonly faulty: number
  readonly isCutOff: boolean
}

/** Work on backups that takes a while, each a message to a worker. */
export interface Tasks {
  readonly export: { readonly input: Written; readonly output: Blob }
  readonly snapshot: { readonly input: Written; readonly output: Snapshot }
  readonly read: { readonly input: { readonly file: Blob }; readonly output: BackupSummary }
  readonly restore: {
    readonly input: {
      readonly file: Blob
      readonly mode: RestoreMode
      readonly written: Written
      /** Keep what is here as a snapshot first. */
      readonly snapshotFirst: boolean
    }
    readonly output: Restored
  }
  readonly check: { readonly input: null; readonly output: DataCheck }
}

export type TaskName = keyof Tasks

/** How far a restore is when its file has been read. */
const READ = 0.1

/** Does a task on a database of its own name, here and now. The worker calls it, and tests do. */
export const TASKS: {
  readonly [Name in TaskName]: (
    db: StudyDb,
    input: Tasks[Name]['input'],
    onShare: OnShare,
  ) => Promise<Tasks[Name]['output']>
} = {
  export: (db, written, onShare) => backupFile(db, written, onShare),
  snapshot: async (db, written, onShare) =>
    keepSnapshot(await backupFile(db, written, onShare), written.at),
  read: async (_db, { file }, onShare) => summaryOf(await readBackup(file, onShare)),
  restore: async (db, { file, mode, written, snapshotFirst }, onShare) => {
    const content = await readBackup(file, (share) => onShare(READ * share))
    if (snapshotFirst) await keepSnapshot(await backupFile(db, written), written.at)
    return takeInBackup(db, content, mode, written, (share) => onShare(READ + (1 - READ) * share))
  },
  check: async (db, _input, onShare) => {
    const settings = schedulerSettingsOf(await loadSettings(db))
    return checkData(db, settings, (done, total) => onShare(done / Math.max(1, total)))
  },
}

/** Opens the database of this name for one task. */
export async function runTask<Name extends TaskName>(
  dbName: string,
  name: Name,
  input: Tasks[Name]['input'],
  onShare: OnShare,
): Promise<Tasks[Name]['output']> {
  const db = new StudyDb(dbName)
  try {
    return await TASKS[name](db, input, onShare)
  } finally {
    db.close()
  }
}

/** The same for a message to the worker. */
export async function runRequest(request: Request, onShare: OnShare): Promise<unknown> {
  const { dbName } = request
  switch (request.name) {
    case 'export':
    case 'snapshot':
      return runTask(dbName, request.name, request.input, onShare)
    case 'read':
      return runTask(dbName, request.name, request.input, onShare)
    case 'restore':
      return runTask(dbName, request.name, request.input, onShare)
    default:
      return runTask(dbName, request.name, request.input, onShare)
  }
}

function summaryOf({
  head,
  rows,
  unknown,
  faults,
  faulty,
  isCutOff,
}: BackupContent): BackupSummary {
  const times = rows.review.map(({ at }) => at)
  const [firstReviewAt, lastReviewAt] = [least(times), most(times)]
  const others = [...unknown.values()].reduce((sum, count) => sum + count, 0)
  const counts = countsOf(rows)
  return { head, counts, firstReviewAt, lastReviewAt, unknown: others, faults, faulty, isCutOff }
}

// Not Math.min(...times): a long log would overflow the arguments of a call.
function least(times: readonly number[]): number | null {
  return times.reduce<number | null>((min, at) => (min === null || at < min ? at : min), null)
}

function most(times: readonly number[]): number | null {
  return times.reduce<number | null>((max, at) => (max === null || at > max ? at : max), null)
}
