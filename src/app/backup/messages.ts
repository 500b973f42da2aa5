import { BackupError } from '../../core/backup/content.ts'
import type { BackupProblem } from '../../core/backup/content.ts'
import { faultOf, isStorageError, StorageFault } from '../../db/faults.ts'
import type { FaultKind } from '../../db/faults.ts'
import type { TaskName, Tasks } from './tasks.ts'

/** What the page asks of the worker. */
export type Request = {
  readonly [Name in TaskName]: {
    readonly dbName: string
    readonly name: Name
    readonly input: Tasks[Name]['input']
  }
}[TaskName]

/** An error as it passes between threads, where classes are lost. */
export interface Failure {
  readonly backup: BackupProblem | null
  readonly storage: FaultKind | null
  readonly text: string
}

export function messageOfError(error: unknown): Failure {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  if (error instanceof BackupError) return { backup: error.problem, storage: null, text }
  if (isStorageError(error)) return { backup: null, storage: faultOf(error).kind, text }
  return { backup: null, storage: null, text }
}

export function errorOfMessage({ backup, storage, text }: Failure): Error {
  if (backup) return new BackupError(backup)
  return storage ? new StorageFault(storage, new Error(text)) : new Error(text)
}
