import { STATS } from '../words/stats.ts'
import styles from './plot.module.css'

interface PlotTableProps {
  readonly caption: string
  readonly columns: readonly string[]
  /** The first cell names the row. */
  readonly rows: readonly (readonly string[])[]
}

/** What a plot shows as a table, folded until it is asked for. */
export function PlotTable({ caption, columns, rows }: PlotTableProps) {
  return (
    <details className={styles['fold']}>
      <summary>{STATS.asTable}</summary>
      {/* Long ones scroll, by keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles['scroll']} tabIndex={0} aria-label={STATS.figuresOf(caption)}>
        <table className={styles['table']}>
          <caption className="vh">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name = '', ...cells]) => (
              <tr key={[name, ...cells].join()}>
                <th scope="row">{name}</th>
                {cells.map((cell, index) => (
                  <td key={columns[index + 1] ?? index}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
