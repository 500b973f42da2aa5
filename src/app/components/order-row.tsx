import type { CSSProperties, KeyboardEvent, PointerEvent } from 'react'
import type { Html as HtmlText } from '../../core/note.ts'
import { ORDER } from '../words/study.ts'
import { Html } from './html.tsx'
import styles from './order-list.module.css'

export interface OrderItem {
  readonly html: HtmlText
  /** The same in plain words, for the names of its buttons. */
  readonly text: string
}

export type OrderControl = 'grip' | 'up' | 'down' | 'use'

interface OrderRowProps {
  /** Id of the list, and the key of this row in it. */
  readonly list: string
  readonly row: string
  readonly item: OrderItem
  /** Its place among the steps in use, from 1; null while it is not used. */
  readonly number: number | null
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly isGrabbed: boolean
  readonly isDragged: boolean
  readonly style: CSSProperties | undefined
  readonly onDrag: (event: PointerEvent) => void
  readonly onGrab: () => void
  readonly onGripKey: (event: KeyboardEvent) => void
  readonly onLeave: () => void
  readonly onNudge: (by: -1 | 1) => void
  /** Null where every step is used. */
  readonly onToggleUse: (() => void) | null
}

export function controlId(list: string, row: string, control: OrderControl = 'grip'): string {
  return `${list}-${row}-${control}`
}

/** The id of the words that say how a step is moved with keys. */
export function helpId(list: string): string {
  return `${list}-help`
}

/** One step of an order card with all that moves it. */
export function OrderRow(props: OrderRowProps) {
  const { list, row, item, number, isGrabbed, style } = props
  const states = [
    styles['row'],
    number === null && styles['unused'],
    isGrabbed && styles['grabbed'],
    props.isDragged && styles['dragged'],
  ]
  return (
    <li className={states.filter(Boolean).join(' ')} style={style}>
      <button
        type="button"
        id={controlId(list, row)}
        className={styles['grip']}
        aria-pressed={isGrabbed}
        aria-describedby={helpId(list)}
        onPointerDown={props.onDrag}
        // Only from the keyboard: a tap is the end of a drag that went nowhere.
        onClick={({ detail }) => detail === 0 && props.onGrab()}
        onKeyDown={props.onGripKey}
        onBlur={props.onLeave}
      >
        {number === null ? <span aria-hidden="true">–</span> : <span>{number}</span>}
        <span className="vh"> {ORDER.grip(item.text)}</span>
        <Dots />
      </button>
      <Html as="span" html={item.html} className={styles['what']} />
      <Moves {...props} />
    </li>
  )
}

function Moves({ list, row, item, number, isFirst, isLast, onNudge, onToggleUse }: OrderRowProps) {
  return (
    <span className={styles['moves']}>
      {onToggleUse ? (
        <button
          type="button"
          id={controlId(list, row, 'use')}
          className={styles['use']}
          aria-label={ORDER.use(item.text, number === null)}
          onClick={onToggleUse}
        >
          {number === null ? ORDER.takeIn : ORDER.leaveOut}
        </button>
      ) : null}
      <MoveButton
        id={controlId(list, row, 'up')}
        name={ORDER.up(item.text)}
        off={isFirst}
        onPress={() => onNudge(-1)}
      />
      <MoveButton
        id={controlId(list, row, 'down')}
        name={ORDER.down(item.text)}
        off={isLast}
        down
        onPress={() => onNudge(1)}
      />
    </span>
  )
}

interface MoveButtonProps {
  readonly id: string
  readonly name: string
  readonly off: boolean
  readonly down?: boolean
  readonly onPress: () => void
}

/** `aria-disabled` rather than disabled: at the end of the list it keeps the focus. */
function MoveButton({ id, name, off, down = false, onPress }: MoveButtonProps) {
  return (
    <button
      type="button"
      id={id}
      className={styles['move']}
      aria-label={name}
      aria-disabled={off}
      onClick={off ? undefined : onPress}
    >
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        <path d={down ? 'M2 4.5 7 9.5 12 4.5' : 'M2 9.5 7 4.5 12 9.5'} />
      </svg>
    </button>
  )
}

function Dots() {
  return (
    <svg className={styles['dots']} width="6" height="14" viewBox="0 0 6 14" aria-hidden="true">
      <path d="M1 2h0M5 2h0M1 7h0M5 7h0M1 12h0M5 12h0" />
    </svg>
  )
}
