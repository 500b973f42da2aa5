import { useEffect, useEffectEvent, useState } from 'react'
import type { Schedulers } from '../../core/scheduler.ts'

/** How far the counting is, in entries of the log. */
export interface Counting {
  readonly done: number
  readonly total: number
}

/**
 * Brings the statistics up to date after a screen was shown with what there was, and calls `onChange` if
 * that changed them. Returns how far it is, or null while there is nothing to tell.
 *
 * @param bringUp counts what is not counted yet; says whether anything changed
 */
export function useDays(
  bringUp: (
    settings: Schedulers,
    onProgress: (done: number, total: number) => void,
  ) => Promise<boolean>,
  settings: Schedulers,
  onChange: () => void,
): Counting | null {
  const [counting, setCounting] = useState<Counting | null>(null)
  const count = useEffectEvent(() =>
    bringUp(settings, (done, total) => setCounting({ done, total })),
  )
  const finished = useEffectEvent((changed: boolean) => {
    setCounting(null)
    if (changed) onChange()
  })
  useEffect(() => {
    void count().then(finished)
  }, [])
  return counting
}
