import type { StudyDayNumber } from '../time.ts'

/** `work` is what was answered on a day; `stand` how the cards last seen on it, or due on it, stand. */
export type RowKind = 'work' | 'stand'

/** Counts by the name of a cell, whose first letter says what they are (footprint.ts). */
export type Cells = Map<string, number[]>

/** The rows of the statistics by `rowKey`. */
export type Rows = Map<string, Cells>

/** A row as it is stored. */
export interface DayRow {
  readonly kind: RowKind
  readonly day: StudyDayNumber
  readonly cells: Readonly<Record<string, readonly number[]>>
}

export function rowKey(kind: RowKind, day: StudyDayNumber): string {
  return `${kind} ${day}`
}

export function partsOfKey(key: string): [RowKind, StudyDayNumber] {
  const [kind, day] = key.split(' ')
  return [kind === 'stand' ? 'stand' : 'work', Number(day)]
}

/** Adds the counts of `rows` to `sum`, or takes them away (`sign` -1). What comes to nothing goes. */
export function addRows(sum: Rows, rows: Rows, sign: 1 | -1 = 1): void {
  for (const [key, cells] of rows) {
    const into = sum.get(key) ?? new Map<string, number[]>()
    for (const [cell, counts] of cells) addCounts(into, cell, counts, sign)
    if (into.size > 0) sum.set(key, into)
    else sum.delete(key)
  }
}

function addCounts(cells: Cells, cell: string, counts: readonly number[], sign: 1 | -1): void {
  const before = cells.get(cell)
  const after = counts.map((count, index) => (before?.[index] ?? 0) + sign * count)
  if (after.every((count) => count === 0)) cells.delete(cell)
  else cells.set(cell, after)
}

export function cellsOf({ cells }: Pick<DayRow, 'cells'>): Cells {
  return new Map(Object.entries(cells).map(([cell, counts]) => [cell, [...counts]]))
}

export function storedRow(key: string, cells: Cells): DayRow {
  const [kind, day] = partsOfKey(key)
  return { kind, day, cells: Object.fromEntries(cells) }
}
