import styles from './plot.module.css'

export interface AmountRow {
  readonly key: string
  readonly name: string
  readonly value: number
  /** "8.4 s", with what it rests on. */
  readonly figure: string
  readonly basis: string
}

/** Amounts as bars, each with its name and its figure above it. */
export function PlotAmounts({ rows }: { readonly rows: readonly AmountRow[] }) {
  const most = Math.max(...rows.map(({ value }) => value)) || 1
  return (
    <ul className={styles['rows']}>
      {rows.map(({ key, name, value, figure, basis }) => (
        <li key={key}>
          <span>{name}</span>
          <span className={styles['figure']}>
            <span className="nb">{figure}</span> <span className="small">{basis}</span>
          </span>
          <svg height="10" aria-hidden="true">
            <rect className={styles['level0']} width="100%" y="1" height="8" rx="2" />
            <rect
              className={styles['bar']}
              width={`${Math.round((value / most) * 1000) / 10}%`}
              y="1"
              height="8"
              rx="2"
            />
          </svg>
        </li>
      ))}
    </ul>
  )
}
