import { PROGRESS, daysOf, minutesOf, percent } from '../words/progress.ts'
import { number } from '../words/plural.ts'
import type { PartFigures } from './part-list.tsx'
import styles from './part-table.module.css'
import { WideTable } from './wide-table.tsx'

/** Where nothing is known. */
const NONE = '–'

interface PartTableProps {
  readonly kind: keyof typeof PROGRESS.columns.part
  readonly caption: string
  readonly parts: readonly PartFigures[]
  /** Time spent on each part in ms, by id; null until it is known. */
  readonly times: ReadonlyMap<string, number> | null
}

/** The figures of the chart as a table, folded until it is asked for. */
export function PartTable({ kind, caption, parts, times }: PartTableProps) {
  const { columns } = PROGRESS
  const isPlanned = parts.some(({ planned }) => planned !== null)
  const hasThen = parts.some(({ depth }) => depth?.recallThen != null)
  return (
    <details className={styles['fold']}>
      <summary>{PROGRESS.asTable}</summary>
      <WideTable label={PROGRESS.figuresOf(caption)}>
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
              {hasThen ? <th scope="col">{columns.onExamDay}</th> : null}
              <th scope="col" className={styles['wide']}>
                {columns.stability}
              </th>
              <th scope="col" className={styles['wide']}>
                {columns.lapses}
              </th>
              <th scope="col" className={styles['wide']}>
                {columns.time}
              </th>
              <th scope="col">{isPlanned ? columns.left : columns.due}</th>
              {isPlanned ? <th scope="col">{columns.done}</th> : null}
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <PartTableRow
                key={part.id}
                part={part}
                hasThen={hasThen}
                ms={times?.get(part.id) ?? null}
              />
            ))}
          </tbody>
        </table>
      </WideTable>
    </details>
  )
}

interface PartTableRowProps {
  readonly part: PartFigures
  readonly hasThen: boolean
  readonly ms: number | null
}

function PartTableRow({ part, hasThen, ms }: PartTableRowProps) {
  const { weight, cards, seen, recall, due, done, planned, depth } = part
  const then = depth?.recallThen ?? null
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
      {hasThen ? <td>{then === null ? NONE : percent(then)}</td> : null}
      <td className={styles['wide']}>{depth?.stability ? daysOf(depth.stability[1]) : NONE}</td>
      <td className={styles['wide']}>{number(depth?.lapses ?? 0)}</td>
      <td className={styles['wide']}>{ms === null ? NONE : minutesOf(ms)}</td>
      <td>{number(planned ?? due)}</td>
      {planned === null ? null : <td>{number(done)}</td>}
    </tr>
  )
}
