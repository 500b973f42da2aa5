import { BROWSE, COLUMN_NAMES } from '../words/browse.ts'
import { COLUMN_IDS, isColumnId } from './columns.ts'
import styles from './page.module.css'
import type { Sort } from './sort.ts'

interface SortSelectProps {
  readonly sort: Sort | null
  readonly onSort: (sort: Sort | null) => void
}

/** The order of the list, where there are no names of columns to press. */
export function SortSelect({ sort, onSort }: SortSelectProps) {
  return (
    <span className={styles['sort']}>
      <select
        aria-label={BROWSE.sortBy}
        value={sort?.by ?? ''}
        onChange={({ target: { value } }) =>
          onSort(isColumnId(value) ? { by: value, descending: false } : null)
        }
      >
        <option value="">{BROWSE.authors}</option>
        {COLUMN_IDS.map((id) => (
          <option key={id} value={id}>
            {COLUMN_NAMES[id]}
          </option>
        ))}
      </select>
      {sort ? (
        <button
          type="button"
          aria-label={BROWSE.sortReversed}
          aria-pressed={sort.descending}
          onClick={() => onSort({ ...sort, descending: !sort.descending })}
        >
          {sort.descending ? '↓' : '↑'}
        </button>
      ) : null}
    </span>
  )
}
