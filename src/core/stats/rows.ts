import type { StudyDayNumber } from '../time.ts'

/**
 * `work` is what was answered on a day; `missed` which wrong options were chosen on it; `stand` how the cards
 * last seen on it, or due on it, stand.
 */
export type RowKind = 'work' | 'missed' | 'stand'

/**
 * Counts by the name of a cell:
 *
 * - `d|domains` time in ms, new cards, ratings from again to easy, reviews when due, those recalled
 * - `t|exams|type` answers, time in ms, reviews when due, those recalled
 * - `h|exams` for each hour answers and those that were right
 * - `r|exams` for each bin of expected recall reviews, those recalled, sum of what was expected in 1/10,000
 * - `u|exams|type` cards due on that day
 * - `s|exams` for each bin of stability cards and the sum of 1,000 log2 of their stability in days
 * - `f|exams` cards by difficulty 1 to 10
 * - `m|exams|[card, revision, option]` times that the option was chosen in a wrong answer, and those of them
 *   in which at least 90 % recall was expected
 */
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
  return [kind === 'stand' || kind === 'missed' ? kind : 'work', Number(day)]
}

/** Adds the counts of `rows` to `sum`, in place, or takes them away (`sign` -1). What comes to nothing goes. */
export function addRows(sum: Rows, rows: Rows, sign: 1 | -1 = 1): void {
  for (const [key, cells] of rows) {
    const into = sum.get(key) ?? new Map<string, number[]>()
    for (const [cell, counts] of cells) addCounts(into, cell, counts, sign)
    if (into.size > 0) sum.set(key, into)
    else sum.delete(key)
  }
}

function addCounts(cells: Cells, cell: string, counts: readonly number[], sign: 1 | -1): void {
  const sum = cells.get(cell) ?? counts.map(() => 0)
  let isNothing = true
  for (let index = 0; index < counts.length; index++) {
    const count = (sum[index] ?? 0) + sign * (counts[index] ?? 0)
    sum[index] = count
    if (count !== 0) isNothing = false
  }
  if (isNothing) cells.delete(cell)
  else cells.set(cell, sum)
}

export function cellsOf({ cells }: Pick<DayRow, 'cells'>): Cells {
  return new Map(Object.entries(cells).map(([cell, counts]) => [cell, [...counts]]))
}

export function storedRow(key: string, cells: Cells): DayRow {
  const [kind, day] = partsOfKey(key)
  return { kind, day, cells: Object.fromEntries(cells) }
}
