import { useEffect, useRef, useState } from 'react'
import { StorageFault } from '../../db/faults.ts'
import { useApp } from '../app.ts'
import { MEMORY } from '../words/memory.ts'
import { startJob } from './start-job.ts'
import type { MemoryJob, ResultOf } from './work.ts'

export interface Jobs {
  /** What is under way, with the share that is done, 0 to 1; null while nothing is. */
  readonly underWay: { readonly kind: MemoryJob['kind']; readonly share: number } | null
  /** Why the last work failed. */
  readonly problem: string | null
  /** Begins work, in place of what is under way. Calls `onDone` unless it fails or is given up. */
  readonly begin: <Kind extends MemoryJob>(
    job: Kind,
    onDone: (result: ResultOf<Kind>) => void,
  ) => void
  readonly giveUp: () => void
}

/** One piece of work on the log at a time; given up when the screen goes. */
export function useJobs(): Jobs {
  const { db } = useApp()
  const [underWay, setUnderWay] = useState<Jobs['underWay']>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])

  const giveUp = () => {
    stop.current?.()
    stop.current = null
    setUnderWay(null)
  }
  const begin: Jobs['begin'] = (job, onDone) => {
    giveUp()
    setProblem(null)
    setUnderWay({ kind: job.kind, share: 0 })
    const { result, giveUp: end } = startJob(db, job, (share) =>
      setUnderWay({ kind: job.kind, share }),
    )
    stop.current = end
    result.then(
      (done) => {
        if (stop.current !== end) return
        giveUp()
        onDone(done)
      },
      (error: unknown) => {
        if (stop.current !== end) return
        giveUp()
        setProblem(error instanceof StorageFault ? error.message : MEMORY.failed)
      },
    )
  }
  return { underWay, problem, begin, giveUp }
}
