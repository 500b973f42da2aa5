import { useEffect, useEffectEvent } from 'react'

/** Longer waits overflow a browser's timer. */
const LONGEST_MS = 2 ** 31 - 1

/** Calls `action` once `delayMs` have passed, as when the study day turns while the app is open. */
export function useLater(delayMs: number, action: () => void): void {
  const run = useEffectEvent(action)

  useEffect(() => {
    const timer = setTimeout(() => run(), Math.min(Math.max(delayMs, 0), LONGEST_MS))
    return () => clearTimeout(timer)
  }, [delayMs])
}
