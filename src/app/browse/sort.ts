import { columnOf, isColumnId } from './columns.ts'
import type { ColumnId } from './columns.ts'
import type { Collection } from './collection.ts'
import type { Listed } from './listed.ts'
import type { BrowseRow } from './rows.ts'

/** By which column the list is sorted; null is the author's order. */
export interface Sort {
  readonly by: ColumnId
  readonly descending: boolean
}

/** `due`, or `-due` from the end, as in the address; null for anything else. */
export function sortOf(text: string | null): Sort | null {
  const by = (text ?? '').replace(/^-/, '')
  return isColumnId(by) ? { by, descending: text?.startsWith('-') === true } : null
}

export function sortText(sort: Sort | null): string | null {
  return sort && `${sort.descending ? '-' : ''}${sort.by}`
}

/** What another press on a column's name does: up, down, and back to the author's order. */
export function nextSort(sort: Sort | null, by: ColumnId): Sort | null {
  if (sort?.by !== by) return { by, descending: false }
  return sort.descending ? null : { by, descending: true }
}

/**
 * The rows in order. What has no value comes last, whichever way; equal rows keep the author's order. Each
 * value is worked out once.
 */
export function sortedRows(
  { rows, day }: Pick<Listed, 'rows' | 'day'>,
  sort: Sort | null,
  texts: Pick<Collection, 'titleOf' | 'verifiedOf'>,
): readonly BrowseRow[] {
  if (!sort) return rows
  const { sortBy } = columnOf(sort.by)
  const known: { readonly row: BrowseRow; readonly value: number | string }[] = []
  const unknown: BrowseRow[] = []
  for (const row of rows) {
    const value = sortBy(row, day, texts)
    if (value === null) unknown.push(row)
    else known.push({ row, value })
  }
  const way = sort.descending ? -1 : 1
  known.sort((a, b) => (a.value < b.value ? -way : a.value > b.value ? way : 0))
  return [...known.map(({ row }) => row), ...unknown]
}
