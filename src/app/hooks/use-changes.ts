import { useEffect, useEffectEvent } from 'react'
import { useApp } from '../app.ts'

/** Changes that come at once, as from a quick session in another tab, are answered together. */
const PAUSE_MS = 150

/**
 * Calls `onChange` when another tab has written something, and when this tab is shown again: browsers
 * without messages between tabs refresh then, and another day may have begun.
 */
export function useChanges(onChange: () => void): void {
  const { db } = useApp()
  const changed = useEffectEvent(onChange)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(() => changed(), PAUSE_MS)
    }
    const shown = () => {
      if (document.visibilityState === 'visible') soon()
    }
    const stop = db.changes.listen(soon)
    document.addEventListener('visibilitychange', shown)
    return () => {
      stop()
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', shown)
    }
  }, [db])
}
