/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows and cells of a grid */
import { Link } from 'react-router'
import { columnOf } from '../browse/columns.ts'
import type { ColumnId } from '../browse/columns.ts'
import type { BrowseRow } from '../browse/rows.ts'
import { BROWSE, lineWords } from '../words/browse.ts'
import { FLAGS } from '../words/card.ts'
import type { CardGridProps } from './card-grid.tsx'
import styles from './card-grid.module.css'

interface CardRowProps extends Pick<CardGridProps, 'columns' | 'isNarrow' | 'textOf'> {
  readonly row: BrowseRow
  readonly index: number
  /** In CSS pixels. */
  readonly height: number
  /** Widths of the columns; none for two lines. */
  readonly template: string | undefined
  readonly isActive: boolean
  readonly isSelected: boolean
}

/** One card: a line of columns, or two lines on a phone. Its list has the keys and clicks. */
export function CardRow(props: CardRowProps) {
  const { columns, isNarrow, row, index, height, template, isActive, isSelected } = props
  return (
    <div
      role="row"
      className={styles['row']}
      data-index={index}
      data-exam={row.note.exams[0]?.toLowerCase()}
      aria-rowindex={index + (isNarrow ? 1 : 2)}
      aria-selected={isSelected}
      tabIndex={isActive ? 0 : -1}
      style={{
        height,
        transform: `translateY(${index * height}px)`,
        gridTemplateColumns: template,
      }}
    >
      {isNarrow ? (
        <TwoLines {...props} />
      ) : (
        columns.map((id) => <Cell key={id} id={id} {...props} />)
      )}
    </div>
  )
}

function Cell({ id, row, textOf }: CardRowProps & { readonly id: ColumnId }) {
  const text = textOf(row, id)
  return (
    <div
      role="gridcell"
      className={`${styles['cell']} ${columnOf(id).isFigure ? styles['figure'] : ''}`}
    >
      {id === 'question' ? (
        <>
          <Tick />
          <Flag row={row} />
          <Title row={row} text={text} />
        </>
      ) : (
        <span>{text}</span>
      )}
    </div>
  )
}

function TwoLines({ columns, row, textOf }: CardRowProps) {
  const rest = columns.filter((id) => id !== 'question')
  const facts = rest.flatMap((id) => {
    const text = textOf(row, id)
    return (text === null ? null : lineWords(id, text)) ?? []
  })
  return (
    <div role="gridcell" className={styles['lines']}>
      <Tick />
      <span className={styles['two']}>
        <Title row={row} text={textOf(row, 'question')} />
        <span className={`${styles['facts']} small num`}>
          <Flag row={row} />
          <span>{facts.join(' · ')}</span>
        </span>
      </span>
    </div>
  )
}

/** Where a pointer selects; the row itself says whether it is selected. */
function Tick() {
  return (
    <span className={styles['tick']} data-tick aria-hidden="true">
      <svg width="18" height="18" viewBox="0 0 18 18">
        <rect x="1.5" y="1.5" width="15" height="15" rx="3.5" />
        <path d="m5 9.2 2.8 2.8L13 6.4" />
      </svg>
    </span>
  )
}

function Flag({ row: { mark } }: Pick<CardRowProps, 'row'>) {
  if (!mark || mark.flag === 0) return null
  return (
    <span className={styles['flag']} data-flag={mark.flag}>
      <span className="vh">{FLAGS[mark.flag]}</span>
    </span>
  )
}

function Title({ row, text }: { readonly row: BrowseRow; readonly text: string | null }) {
  return (
    <Link className={styles['title']} to={`/cards/${row.note.id}/${row.key}`} tabIndex={-1}>
      {text ?? BROWSE.unread}
    </Link>
  )
}
