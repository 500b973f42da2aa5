/** One line of the table. Times in milliseconds, sizes in kilobytes. */
export interface Figure {
  readonly what: string
  readonly samples: readonly number[]
  readonly unit: 'ms' | 'kB' | 'MB' | ''
  /** What the figure is held to, or null where it only informs. */
  readonly target: { readonly at: 'p50' | 'p95'; readonly most: number } | null
}

/** The value below which `share` of the samples lie, 0 to 1. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** A table in Markdown, each figure with its target beside. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(rowOf)
  const all = [HEAD, ...rows]
  const widths = HEAD.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`
  return [line(HEAD), rule, ...rows.map(line)].join('\n')
}

const HEAD = ['', 'p50', 'p95', 'n', 'target', '']

function rowOf({ what, samples, unit, target }: Figure): string[] {
  const value = (share: number) =>
    `${percentile(samples, share).toFixed(unit === 'kB' ? 1 : 0)} ${unit}`
  const p95 = samples.length > 1 ? value(0.95) : ''
  const goal = target ? `${target.at === 'p95' ? 'p95 ' : ''}≤ ${round(target.most)} ${unit}` : ''
  return [what, value(0.5), p95, String(samples.length), goal, verdictOf(samples, target)]
}

function verdictOf(samples: readonly number[], target: Figure['target']): string {
  if (!target) return ''
  const value = percentile(samples, target.at === 'p95' ? 0.95 : 0.5)
  return value <= target.most ? 'met' : 'missed'
}

function round(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1)
}
