import { useEffect, useEffectEvent } from 'react'

/** Calls `action` about once a second, and when the tab is shown again: hidden tabs are slowed down. */
export function useSecond(action: () => void): void {
  const run = useEffectEvent(action)

  useEffect(() => {
    const tick = () => run()
    const timer = setInterval(tick, 1000)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [])
}
