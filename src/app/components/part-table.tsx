import { PROGRESS, percent } from '../words/progress.ts'
import { number } from '../words/plural.ts'
import type { PartFigures } from './part-list.tsx'
import styles from './part-table.module.css'

interface PartTableProps {
  readonly kind: keyof typeof PROGRESS.columns.part
  readonly caption: string
  readonly parts: readonly PartFigures[]
}

/** The figures of the chart as a table, folded until it is asked for. */
export function PartTable({ kind, caption, parts }: PartTableProps) {
  const { columns } = PROGRESS
  return (
    <details className={styles['fold']}>
      <summary>{PROGRESS.asTable}</summary>
      <table className={styles['table']}>
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.part[kind]}</th>
            {kind === 'domain' ? (
              <th scope="col" className={styles['wide']}>
                {columns.weight}
              </th>
            ) : null}
            <th scope="col">{columns.seen}</th>
            <th scope="col">{columns.recall}</th>
            <th scope="col">{columns.due}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <PartTableRow key={part.id} part={part} />
          ))}
        </tbody>
      </table>
    </details>
  )
}

function PartTableRow({ part }: { readonly part: PartFigures }) {
  const { weight, cards, seen, recall, due } = part
  return (
    <tr>
      <th scope="row">
        {part.number === null ? null : <span className={styles['number']}>{part.number} </span>}
        {part.title}
      </th>
      {weight ? (
        <td className={`${styles['wide']} nb`}>
          {weight[0]}–{weight[1]}
          {'\u202f%'}
        </td>
      ) : null}
      <td className="nb">
        {number(seen)} of {number(cards)}
      </td>
      <td>{recall === null ? PROGRESS.notSeen : percent(recall)}</td>
      <td>{number(due)}</td>
    </tr>
  )
}
