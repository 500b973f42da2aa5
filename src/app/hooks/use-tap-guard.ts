import { useLayoutEffect, useRef } from 'react'
import type { MouseEvent } from 'react'

/** The second tap of a double tap comes within this time. */
const DOUBLE_TAP_MS = 250

/**
 * Tells a press that is meant from the second tap of a double tap, which lands on a button that has just
 * come under the finger. Only what the button itself has seen counts, so that quick hands lose nothing.
 */
export function useTapGuard(): (event: MouseEvent) => boolean {
  const shownAt = useRef(0)
  useLayoutEffect(() => {
    shownAt.current = performance.now()
  }, [])
  // A press with a key has no detail, and is never a double tap.
  return ({ detail }) => detail < 2 || performance.now() - shownAt.current > DOUBLE_TAP_MS
}
