/** When a row was written, and by which installation. */
export interface Stamped {
  readonly updatedAt: number
  readonly device: string
}

/**
 * Whether a row replaces another of the same key: the one written later does, at the same instant the one of
 * the device that sorts last, so that the order in which they arrive does not matter.
 */
export function isLater(a: Stamped, b: Stamped): boolean {
  return a.updatedAt === b.updatedAt ? a.device > b.device : a.updatedAt > b.updatedAt
}

/** Of rows with the same key only the latest. */
export function latestOf<Row extends Stamped>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Map<string, Row> {
  const latest = new Map<string, Row>()
  for (const row of rows) {
    const known = latest.get(keyOf(row))
    if (!known || isLater(row, known)) latest.set(keyOf(row), row)
  }
  return latest
}
