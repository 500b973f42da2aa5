import { faultOf, isStorageError, StorageFault } from '../../db/faults.ts'
import type { FaultKind } from '../../db/faults.ts'
import { ImportError } from './import-error.ts'
import type { ImportProblem } from './import-error.ts'

/** An error as it passes between threads, where classes are lost. */
export interface Failure {
  readonly problem: ImportProblem | null
  readonly storage: FaultKind | null
  readonly text: string
}

export function failureOf(error: unknown): Failure {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  if (error instanceof ImportError) return { problem: error.problem, storage: null, text }
  if (isStorageError(error)) return { problem: null, storage: faultOf(error).kind, text }
  return { problem: null, storage: null, text }
}

export function errorOf({ problem, storage, text }: Failure): Error {
  if (problem) return new ImportError(problem, text)
  return storage ? new StorageFault(storage, new Error(text)) : new Error(text)
}
