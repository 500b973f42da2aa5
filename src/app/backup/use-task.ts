import { useRef, useState } from 'react'
import { BackupError } from '../../core/backup/content.ts'
import { StorageFault } from '../../db/faults.ts'
import { useApp } from '../app.ts'
import { BACKUP, problemWords } from '../words/backup.ts'
import { Cancelled } from '../in-worker.ts'
import { inBackground } from './background.ts'
import type { TaskName, Tasks } from './tasks.ts'

/** A task that runs, with how far it is, or why the last one failed. */
export interface TaskState {
  readonly running: TaskName | null
  readonly share: number
  readonly problem: string | null
}

export interface TaskRunner {
  readonly state: TaskState
  /** Null where it failed or was given up; the state says why. */
  readonly run: <Name extends TaskName>(
    name: Name,
    input: Tasks[Name]['input'],
  ) => Promise<Tasks[Name]['output'] | null>
  readonly cancel: () => void
  readonly fail: (problem: string) => void
}

const IDLE: TaskState = { running: null, share: 0, problem: null }

/** Runs one task at a time in the background, for a screen that shows how far it is. */
export function useTask(): TaskRunner {
  const { db } = useApp()
  const [state, setState] = useState(IDLE)
  const controller = useRef<AbortController | null>(null)
  return {
    state,
    cancel: () => controller.current?.abort(),
    fail: (problem) => setState({ ...IDLE, problem }),
    run: async (name, input) => {
      if (controller.current) return null
      controller.current = new AbortController()
      setState({ running: name, share: 0, problem: null })
      const onShare = (share: number) => setState({ running: name, share, problem: null })
      try {
        const { signal } = controller.current
        const output = await inBackground(db.name, name, input, { onShare, signal })
        setState(IDLE)
        return output
      } catch (error) {
        setState({ ...IDLE, problem: problemOf(error) })
        return null
      } finally {
        controller.current = null
      }
    },
  }
}

/** What went wrong, for the learner; null where they gave it up themselves. */
export function problemOf(error: unknown): string | null {
  if (error instanceof Cancelled) return null
  if (error instanceof BackupError) return problemWords(error.problem)
  if (error instanceof StorageFault) return error.message
  if (error instanceof DOMException && error.name === 'NotReadableError') return BACKUP.noFile
  return BACKUP.failed
}
