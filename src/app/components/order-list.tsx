import { useLayoutEffect, useRef, useState } from 'react'
import type { CSSProperties, KeyboardEvent } from 'react'
import { useDragOrder } from '../hooks/use-drag-order.ts'
import { isUsed, nudge, place, toggleUse, UNUSED, usedOf } from '../study/arrangement.ts'
import type { Arrangement } from '../study/arrangement.ts'
import { ORDER } from '../words/study.ts'
import { controlId, helpId, OrderRow } from './order-row.tsx'
import type { OrderControl, OrderItem } from './order-row.tsx'
import styles from './order-list.module.css'

interface OrderListProps {
  readonly items: ReadonlyMap<string, OrderItem>
  readonly arrangement: Arrangement
  readonly labelledBy: string
  readonly onArrange: (arrangement: Arrangement) => void
  readonly onCheck: () => void
  /** Says where a step is now, for screen readers. */
  readonly onSay: (words: string) => void
}

/**
 * Steps to put in order: by dragging, with the buttons of each step, or with the arrow keys once a step
 * is picked up. Below a line stand those that are not used, if the card has any to leave out.
 */
export function OrderList(props: OrderListProps) {
  const { items, arrangement, labelledBy, onArrange, onCheck, onSay } = props
  const list = useRef<HTMLOListElement>(null)
  const refocus = useRef<string | null>(null)
  const [grabbed, setGrabbed] = useState<string | null>(null)

  const move = (key: string, next: Arrangement, control: OrderControl) => {
    const used = usedOf(next)
    refocus.current = controlId(labelledBy, key, control)
    onArrange(next)
    onSay(ORDER.place(items.get(key)?.text ?? '', used.indexOf(key) + 1, used.length))
  }
  const drag = useDragOrder(list, (key, to) => move(key, place(arrangement, key, to), 'grip'))

  // A row that changes its place in the document loses the focus.
  useLayoutEffect(() => {
    if (refocus.current) document.getElementById(refocus.current)?.focus()
    refocus.current = null
  })

  const onGripKey = (event: KeyboardEvent, key: string) => {
    const by = BY[event.key]
    // Enter checks the answer here as everywhere; a step that is picked up is put down first.
    if (event.key === 'Enter' && !grabbed) {
      event.preventDefault()
      return event.repeat ? undefined : onCheck()
    }
    if (by === undefined && !(event.key === 'Escape' && grabbed)) return
    event.preventDefault()
    if (by === undefined) setGrabbed(null)
    else if (grabbed === key) move(key, nudge(arrangement, key, by), 'grip')
    else document.getElementById(controlId(labelledBy, beside(arrangement, key, by)))?.focus()
  }

  return (
    <>
      <p className="vh" id={helpId(labelledBy)}>
        {ORDER.grabHelp}
      </p>
      <ol className={styles['list']} ref={list} aria-labelledby={labelledBy}>
        {arrangement.map((key, index) => {
          const item = items.get(key)
          if (!item) return <UnusedLine key={key} style={drag.styleOf(index)} />
          return (
            <OrderRow
              key={key}
              list={labelledBy}
              row={key}
              item={item}
              number={isUsed(arrangement, key) ? index + 1 : null}
              isFirst={index === 0}
              isLast={index === arrangement.length - 1}
              isGrabbed={grabbed === key}
              isDragged={drag.dragged === key}
              style={drag.styleOf(index)}
              onDrag={(event) => drag.start(event, key)}
              onGrab={() => setGrabbed(grabbed === key ? null : key)}
              onGripKey={(event) => onGripKey(event, key)}
              onLeave={() => refocus.current === null && setGrabbed(null)}
              onNudge={(by) => move(key, nudge(arrangement, key, by), by < 0 ? 'up' : 'down')}
              onToggleUse={
                arrangement.includes(UNUSED)
                  ? () => move(key, toggleUse(arrangement, key), 'use')
                  : null
              }
            />
          )
        })}
      </ol>
    </>
  )
}

const BY: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 }

/** The step above or below, over the line. */
function beside(arrangement: Arrangement, key: string, by: -1 | 1): string {
  const keys = arrangement.filter((each) => each !== UNUSED)
  return keys[keys.indexOf(key) + by] ?? key
}

interface UnusedLineProps {
  readonly style: CSSProperties | undefined
}

function UnusedLine({ style }: UnusedLineProps) {
  return (
    <li className={styles['line']} style={style}>
      {ORDER.unused}
    </li>
  )
}
