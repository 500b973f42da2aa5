import { useEffect, useState } from 'react'

/**
 * What comes after a screen is shown, as it is much to read; null until it is there, and where it cannot be
 * had: all else is shown without it. Another function is read anew; until then what was there stays.
 */
export function useLoaded<Value>(load: () => Promise<Value>): Value | null {
  const [value, setValue] = useState<Value | null>(null)
  useEffect(() => {
    let isShown = true
    load().then(
      (found) => isShown && setValue(found),
      () => null,
    )
    return () => {
      isShown = false
    }
  }, [load])
  return value
}
