import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useApp } from '../app.ts'
import { useChanges } from '../hooks/use-changes.ts'
import { workOut } from './start.ts'
import type { ComingResult } from './work.ts'

export interface Coming {
  /** Null before the first result, and where it failed. */
  readonly days: ComingResult['days'] | null
  readonly isWorking: boolean
}

/**
 * Works out the coming days once the screen is shown, and again when another tab changed something; then
 * what is missing of forecasts and of what plans expect, and calls `onKept` where there was some.
 */
export function useComing(onKept: () => void): Coming {
  const app = useApp()
  const [coming, setComing] = useState<Coming>({ days: null, isWorking: true })
  const current = useRef<AbortController | null>(null)
  const ask = () => {
    current.current?.abort()
    const { signal } = (current.current = new AbortController())
    workOut(app, 'days', signal)
      .then(({ days }) => {
        if (!signal.aborted) setComing({ days, isWorking: false })
        return workOut(app, 'missing', signal)
      })
      .then(
        // Also where it was asked anew in the meantime: what is kept once is not missing again.
        ({ hasKept }) => hasKept && onKept(),
        // Given up, or it cannot be had: what is set already is shown.
        () => {
          if (!signal.aborted) setComing(({ days }) => ({ days, isWorking: false }))
        },
      )
  }
  useChanges(ask)
  const begin = useEffectEvent(ask)
  useEffect(() => {
    begin()
    return () => current.current?.abort()
  }, [])
  return coming
}
