/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus, jsx-a11y/no-noninteractive-element-interactions -- a table can be neither virtual nor selectable; the rows have the focus */
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent, MouseEvent, RefObject } from 'react'
import { columnOf } from '../browse/columns.ts'
import type { ColumnId } from '../browse/columns.ts'
import type { BrowseRow } from '../browse/rows.ts'
import type { Selection } from '../browse/selection.ts'
import type { Sort } from '../browse/sort.ts'
import { useLongPress } from '../hooks/use-long-press.ts'
import { useWindowRows } from '../hooks/use-window-rows.ts'
import { BROWSE, COLUMN_NAMES } from '../words/browse.ts'
import styles from './card-grid.module.css'
import { CardRow } from './card-row.tsx'

/** What a row is asked to do. */
export type RowAct =
  | { readonly kind: 'move' | 'extend' | 'toggle' | 'open'; readonly index: number }
  | { readonly kind: 'all' | 'none' }

export interface CardGridProps {
  readonly rows: readonly BrowseRow[]
  /** The question first. */
  readonly columns: readonly ColumnId[]
  readonly sort: Sort | null
  readonly selection: Selection
  /** Two lines a card instead of columns. */
  readonly isNarrow: boolean
  /** Taps select instead of opening. */
  readonly isSelecting: boolean
  readonly textOf: (row: BrowseRow, column: ColumnId) => string | null
  readonly onAct: (act: RowAct) => void
  readonly onSort: (by: ColumnId) => void
  /** Called with the rows on the screen, so that their texts are read first. */
  readonly onSeen: (rows: readonly BrowseRow[]) => void
  /** What stays at the top while the list scrolls. */
  readonly above: RefObject<HTMLElement | null>
  /** The grid, to give it the focus. */
  readonly grid: RefObject<HTMLDivElement | null>
}

/** Heights of a row in rem: one line of columns, or two lines on a phone. */
const WIDE_REM = 2.75
const NARROW_REM = 4.25

/** All cards found, as many as there are: only those that can be seen are in the page. */
export function CardGrid(props: CardGridProps) {
  const { rows, columns, selection, isNarrow, isSelecting, onAct, onSeen, above, grid } = props
  const body = useRef<HTMLDivElement>(null)
  const shown = useWindowRows(body, rows.length, isNarrow ? NARROW_REM : WIDE_REM)
  const { from, to, height } = shown
  const { active } = selection
  const stickAt = useHeight(above)
  const template = isNarrow ? undefined : templateOf(columns)

  useEffect(() => onSeen(rows.slice(from, to)), [onSeen, rows, from, to])
  useActiveRow(grid, body, above, active, { rows, height })

  const press = useLongPress((target) => {
    const index = indexOf(target)
    if (index !== null) onAct({ kind: 'toggle', index })
  })
  // Before the link of a row sees the click and follows it.
  const onClick = (event: MouseEvent) => {
    const act = press.takesClick() ? null : actOfClick(event, isSelecting)
    if (act !== 'follow') event.preventDefault()
    if (act !== 'follow' && act !== null) onAct(act)
  }
  const page = Math.max(1, Math.floor((window.innerHeight * 0.7) / height))
  const onKeyDown = (event: KeyboardEvent) => {
    const act = actOfKey(event, active, rows.length, page)
    if (!act) return
    event.preventDefault()
    onAct(act)
  }

  return (
    <div
      ref={grid}
      role="grid"
      className={`${styles['grid']} ${isNarrow ? styles['narrow'] : ''}`}
      aria-label={BROWSE.cards}
      aria-multiselectable
      aria-rowcount={rows.length + (isNarrow ? 0 : 1)}
      aria-colcount={isNarrow ? 1 : columns.length}
      data-selecting={isSelecting || selection.selected.size > 0 || undefined}
    >
      {isNarrow ? null : <Header {...props} stickAt={stickAt} />}
      <div
        ref={body}
        role="rowgroup"
        className={styles['body']}
        style={{ height: rows.length * height }}
        onClickCapture={onClick}
        onKeyDown={onKeyDown}
        onContextMenu={(event) => {
          // A long press selects; a menu over it would be in the way.
          if (window.matchMedia('(pointer: coarse)').matches) event.preventDefault()
        }}
        onPointerDown={press.onPointerDown}
        onPointerMove={press.onPointerMove}
        onPointerUp={press.onPointerUp}
        onPointerCancel={press.onPointerCancel}
      >
        {indexesOf(from, to, active, rows.length).map((index) => {
          const row = rows[index]
          return row ? (
            <CardRow
              key={row.cardId}
              {...props}
              row={row}
              index={index}
              height={height}
              template={template}
              isActive={index === active}
              isSelected={selection.selected.has(row.cardId)}
            />
          ) : null
        })}
      </div>
    </div>
  )
}

/** The rows to draw: those that can be seen, and the active one, so that it keeps the focus. */
function indexesOf(from: number, to: number, active: number, count: number): number[] {
  const indexes = Array.from({ length: to - from }, (_, place) => from + place)
  if (active >= count) return indexes
  if (active < from) return [active, ...indexes]
  return active >= to ? [...indexes, active] : indexes
}

/**
 * Brings the active row into sight and gives it the focus, if the focus is in the list, or was there when
 * the rows changed under it.
 */
function useActiveRow(
  grid: RefObject<HTMLElement | null>,
  body: RefObject<HTMLElement | null>,
  above: RefObject<HTMLElement | null>,
  active: number,
  { rows, height }: { readonly rows: readonly BrowseRow[]; readonly height: number },
): void {
  const hasFocus = useRef(false)
  useEffect(() => {
    const element = grid.current
    const onFocus = ({ target }: FocusEvent) => {
      // A row that is taken out of the page leaves the focus to nobody.
      if (target instanceof Node && target !== document.body) {
        hasFocus.current = element?.contains(target) === true
      }
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [grid])

  useLayoutEffect(() => {
    const { activeElement } = document
    const isLost = hasFocus.current && (!activeElement || activeElement === document.body)
    if (!body.current || (!isLost && !body.current.contains(activeElement))) return
    if (rows.length === 0) return
    const top = body.current.getBoundingClientRect().top + active * height
    const highest = above.current?.getBoundingClientRect().bottom ?? 0
    const lowest = window.innerHeight - 8 * 16
    if (top < highest) window.scrollBy({ top: top - highest, behavior: 'instant' })
    else if (top + height > lowest) {
      window.scrollBy({ top: top + height - lowest, behavior: 'instant' })
    }
    focusRow(grid.current, active)
  }, [active, rows, height, grid, body, above])
}

export function focusRow(grid: HTMLElement | null, index: number): void {
  grid?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true })
}

/** Height of an element in CSS pixels, as it changes. */
function useHeight(element: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(0)
  useEffect(() => {
    if (!element.current) return undefined
    const observer = new ResizeObserver(([entry]) =>
      setHeight(entry?.borderBoxSize[0]?.blockSize ?? 0),
    )
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return height
}

/** `stickAt` is where the names of the columns stay while the list scrolls. */
function Header({ columns, sort, onSort, stickAt }: CardGridProps & { stickAt: number }) {
  return (
    <div
      role="row"
      className={styles['header']}
      aria-rowindex={1}
      style={{ gridTemplateColumns: templateOf(columns), top: stickAt }}
    >
      {columns.map((id) => (
        <div
          key={id}
          role="columnheader"
          className={columnOf(id).isFigure ? styles['figure'] : undefined}
          aria-sort={sort?.by === id ? (sort.descending ? 'descending' : 'ascending') : 'none'}
        >
          <button type="button" onClick={() => onSort(id)}>
            {COLUMN_NAMES[id]}
            <i aria-hidden="true">{sort?.by === id ? (sort.descending ? '↓' : '↑') : ''}</i>
          </button>
        </div>
      ))}
    </div>
  )
}

/** Widths in rem; the question takes what is left. */
const WIDTHS: Readonly<Partial<Record<ColumnId, number>>> = {
  skill: 14,
  deck: 11,
  type: 9,
  state: 7.5,
  due: 7,
  tags: 9,
  id: 14,
  stability: 6,
  interval: 6,
  verified: 8,
}

/** The widths of columns, for `grid-template-columns`. */
export function templateOf(columns: readonly ColumnId[]): string {
  return columns
    .map((id) => (id === 'question' ? 'minmax(12rem, 1fr)' : `${WIDTHS[id] ?? 5.5}rem`))
    .join(' ')
}

function indexOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest('[data-index]') : null
  return row ? Number(row.getAttribute('data-index')) : null
}

/** What a click means; `follow` leaves it to the link. */
function actOfClick(event: MouseEvent, isSelecting: boolean): RowAct | 'follow' | null {
  const index = indexOf(event.target)
  if (index === null) return null
  if (event.shiftKey) return { kind: 'extend', index }
  const isOnTick = event.target instanceof Element && event.target.closest('[data-tick]')
  if (event.ctrlKey || event.metaKey || isSelecting || isOnTick) return { kind: 'toggle', index }
  const isLink = event.target instanceof Element && event.target.closest('a')
  return isLink ? 'follow' : { kind: 'open', index }
}

function actOfKey(
  { key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent,
  active: number,
  count: number,
  page: number,
): RowAct | null {
  if (altKey) return null
  if ((ctrlKey || metaKey) && key.toLowerCase() === 'a') return { kind: 'all' }
  if (ctrlKey || metaKey) return null
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: count - 1,
  }
  const target = targets[key]
  if (target !== undefined) return { kind: shiftKey ? 'extend' : 'move', index: target }
  if (key === ' ') return { kind: shiftKey ? 'extend' : 'toggle', index: active }
  if (key === 'Enter') return { kind: 'open', index: active }
  return key === 'Escape' ? { kind: 'none' } : null
}
