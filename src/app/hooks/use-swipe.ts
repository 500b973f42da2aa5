import { useEffect, useEffectEvent } from 'react'
import type { RefObject } from 'react'

interface SwipeOptions {
  readonly isOn: boolean
  readonly isSwipeOn: boolean
  /** Null where that side does nothing now. */
  readonly onLeft: (() => void) | null
  readonly onRight: (() => void) | null
  /** A short touch on anything that is not a control. */
  readonly onTap: (() => void) | null
}

/** How far a finger goes to the side, in pixels, and how much farther than up or down. */
const FAR = 72
const STRAIGHT = 2
/** How little it may move in a tap, and how long that may take. */
const NEAR = 10
const TAP_MS = 400

/** What a touch is meant for already: pressing, typing, or scrolling a wide table to the side. */
const OWN = 'a, button, input, textarea, select, label, summary, [role=button], pre, table'

/**
 * Taps and swipes of one finger on an element. It scrolls up and down as ever; a swipe moves the
 * element along with the finger so that it can be taken back.
 */
export function useSwipe(ref: RefObject<HTMLElement | null>, options: SwipeOptions): void {
  const end = useEffectEvent((dx: number, dy: number, ms: number) => {
    const { isOn, isSwipeOn, onLeft, onRight, onTap } = options
    if (!isOn) return
    if (Math.hypot(dx, dy) < NEAR && ms < TAP_MS) return onTap?.()
    if (!isSwipeOn || Math.abs(dx) < FAR || Math.abs(dx) < STRAIGHT * Math.abs(dy)) return undefined
    return dx > 0 ? onRight?.() : onLeft?.()
  })
  const canSwipe = useEffectEvent((dx: number) => {
    const { isOn, isSwipeOn, onLeft, onRight } = options
    return isOn && isSwipeOn && (dx > 0 ? onRight : onLeft) !== null
  })

  useEffect(() => {
    const element = ref.current
    if (!element) return undefined
    let start: { x: number; y: number; at: number; id: number } | null = null
    const down = (event: PointerEvent) => {
      const { target, pointerId: id, clientX: x, clientY: y, timeStamp: at } = event
      const isOwn = target instanceof Element && target.closest(OWN) !== null
      const isFinger = event.pointerType === 'touch' && event.isPrimary
      start = isFinger && !isOwn ? { x, y, at, id } : null
    }
    const move = (event: PointerEvent) => {
      if (!start || event.pointerId !== start.id) return
      const dx = event.clientX - start.x
      const isAside = Math.abs(dx) > STRAIGHT * Math.abs(event.clientY - start.y)
      element.style.translate = isAside && canSwipe(dx) ? `${dx / 3}px` : ''
    }
    const up = (event: PointerEvent) => {
      element.style.translate = ''
      if (!start || event.pointerId !== start.id) return
      const { x, y, at } = start
      start = null
      if (event.type === 'pointerup')
        end(event.clientX - x, event.clientY - y, event.timeStamp - at)
    }
    element.addEventListener('pointerdown', down)
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerup', up)
    element.addEventListener('pointercancel', up)
    return () => {
      element.removeEventListener('pointerdown', down)
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerup', up)
      element.removeEventListener('pointercancel', up)
    }
  }, [ref])

  const { isSwipeOn } = options
  useEffect(() => (isSwipeOn ? keptFromFlinging(ref.current, OWN) : undefined), [ref, isSwipeOn])
}

/**
 * Tells the browser of the first move that a finger goes to the side here. Chromium otherwise takes a quick
 * swipe for a fling of a page that cannot be flung, and the tap that comes next stops that fling instead of
 * pressing what it is on.
 */
function keptFromFlinging(element: HTMLElement | null, except: string): (() => void) | undefined {
  if (!element) return undefined
  let start: { readonly x: number; readonly y: number } | null = null
  let isAside = false
  const down = ({ touches, target }: TouchEvent) => {
    const [finger, other] = touches
    const isOwn = target instanceof Element && target.closest(except) !== null
    start = finger && !other && !isOwn ? { x: finger.clientX, y: finger.clientY } : null
    isAside = false
  }
  const move = (event: TouchEvent) => {
    const [finger, other] = event.touches
    if (!start || !finger || other) return
    isAside ||= Math.abs(finger.clientX - start.x) > Math.abs(finger.clientY - start.y)
    if (isAside && event.cancelable) event.preventDefault()
    // Up or down: the browser scrolls, and has the rest of this touch to itself.
    if (!isAside) start = null
  }
  element.addEventListener('touchstart', down, { passive: true })
  element.addEventListener('touchmove', move, { passive: false })
  return () => {
    element.removeEventListener('touchstart', down)
    element.removeEventListener('touchmove', move)
  }
}
