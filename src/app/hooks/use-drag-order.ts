import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { CSSProperties, PointerEvent as ReactPointerEvent, RefObject } from 'react'

/** One row being dragged: how far, and between which places of the list. */
interface Drag {
  readonly key: string
  readonly from: number
  readonly to: number
  readonly offset: number
  readonly height: number
}

/** Top edge and height of each row at the moment the drag began. */
type Rows = readonly { readonly top: number; readonly height: number }[]

export interface DragOrder {
  /** The row under the finger, or null. */
  readonly dragged: string | null
  start(event: ReactPointerEvent, key: string): void
  /** What moves the nth row out of the way, or along with the finger. */
  styleOf(index: number): CSSProperties | undefined
}

/**
 * Sorting the children of `list` by dragging with a finger or a mouse. Nothing moves in the document
 * until the row is let go; `onDrop` then gets its key and its new place, counted without it.
 */
export function useDragOrder(
  list: RefObject<HTMLElement | null>,
  onDrop: (key: string, to: number) => void,
): DragOrder {
  const [drag, setDrag] = useState<Drag | null>(null)
  const begun = useRef({ y: 0, rows: [] as Rows })
  const isHeld = useRef(false)

  const onMove = useEffectEvent((event: PointerEvent) => {
    setDrag((now) => now && moved(now, event.clientY - begun.current.y, begun.current.rows))
  })
  const onEnd = useEffectEvent((event: PointerEvent) => {
    if (drag && event.type === 'pointerup' && drag.to !== drag.from) onDrop(drag.key, drag.to)
    setDrag(null)
  })

  const isDragging = drag !== null
  useEffect(() => {
    isHeld.current = isDragging
  }, [isDragging])
  // Chromium otherwise takes a quick drag for a fling, and the next tap for what stops it.
  useEffect(() => {
    const element = list.current
    const hold = (event: TouchEvent) => {
      if (isHeld.current && event.cancelable) event.preventDefault()
    }
    element?.addEventListener('touchmove', hold, { passive: false })
    return () => element?.removeEventListener('touchmove', hold)
  }, [list])
  useEffect(() => {
    if (!isDragging) return undefined
    const move = (event: PointerEvent) => onMove(event)
    const end = (event: PointerEvent) => onEnd(event)
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', end)
    window.addEventListener('pointercancel', end)
    return () => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', end)
      window.removeEventListener('pointercancel', end)
    }
  }, [isDragging])

  return {
    dragged: drag?.key ?? null,
    start(event, key) {
      const row = event.currentTarget.closest('li')
      if (!list.current || !row || event.button !== 0) return
      event.preventDefault()
      const children = [...list.current.children]
      begun.current = { y: event.clientY, rows: children.map((child) => rowOf(child)) }
      const from = children.indexOf(row)
      const height = begun.current.rows[from]?.height ?? 0
      setDrag({ key, from, to: from, offset: 0, height })
    },
    styleOf: (index) => (drag ? styleIn(drag, index) : undefined),
  }
}

function rowOf(element: Element): Rows[number] {
  const { top, height } = element.getBoundingClientRect()
  return { top, height }
}

function middle({ top, height }: Rows[number]): number {
  return top + height / 2
}

/** A row makes way once the dragged one has passed its middle. */
function moved(drag: Drag, offset: number, rows: Rows): Drag {
  const top = (rows[drag.from]?.top ?? 0) + offset
  const bottom = top + drag.height
  const above = rows.findIndex((row, index) => index < drag.from && top < middle(row))
  const below = rows.findLastIndex((row, index) => index > drag.from && bottom > middle(row))
  const to = above >= 0 ? above : Math.max(drag.from, below)
  return { ...drag, offset, to }
}

function styleIn({ from, to, offset, height }: Drag, index: number): CSSProperties {
  if (index === from) return { transform: `translateY(${offset}px)` }
  const upwards = index > from && index <= to
  const downwards = index < from && index >= to
  const by = upwards ? -height : downwards ? height : 0
  return { transform: `translateY(${by}px)` }
}
