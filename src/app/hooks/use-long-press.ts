import { useEffect, useRef } from 'react'
import type { PointerEvent as ReactPointerEvent } from 'react'

const HELD_MS = 450
/** A finger never rests quite still. */
const SLACK_PX = 10

export interface LongPress {
  readonly onPointerDown: (event: ReactPointerEvent) => void
  readonly onPointerMove: (event: ReactPointerEvent) => void
  readonly onPointerUp: () => void
  readonly onPointerCancel: () => void
  /** Whether the click that follows belongs to a long press and means nothing more. */
  readonly takesClick: () => boolean
}

/** Calls `onHold` with what a finger has rested on for half a second. A mouse has other ways. */
export function useLongPress(onHold: (target: Element) => void): LongPress {
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null)
  const hasHeld = useRef(false)
  const stop = () => {
    if (press.current) clearTimeout(press.current.timer)
    press.current = null
  }
  useEffect(
    () => () => {
      if (press.current) clearTimeout(press.current.timer)
    },
    [],
  )

  return {
    onPointerDown({ pointerType, target, clientX, clientY }) {
      hasHeld.current = false
      if (pointerType === 'mouse' || !(target instanceof Element)) return
      const timer = setTimeout(() => {
        press.current = null
        hasHeld.current = true
        onHold(target)
      }, HELD_MS)
      press.current = { timer, x: clientX, y: clientY }
    },
    onPointerMove({ clientX, clientY }) {
      if (!press.current) return
      const { x, y } = press.current
      if (Math.hypot(clientX - x, clientY - y) > SLACK_PX) stop()
    },
    onPointerUp: stop,
    onPointerCancel: stop,
    takesClick() {
      const held = hasHeld.current
      hasHeld.current = false
      return held
    },
  }
}
