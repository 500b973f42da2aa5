import type { ExamId } from '../note.ts'

/** What a reader who did not write a note found. Errors are the first three. */
export const VERDICTS = [
  'wrong',
  'outdated',
  'misleading',
  'unverifiable',
  'cosmetic',
  'ok',
] as const
export type Verdict = (typeof VERDICTS)[number]

/** One judged note of a sample. */
export interface AuditRow {
  readonly note: string
  readonly verdict: Verdict
}

/** How many notes of a random sample were wrong when they were read, before they were corrected. */
export interface AuditFigure {
  readonly judged: number
  readonly errors: number
  /** Errors by judged, 0 to 1, with its 95 % interval. */
  readonly rate: number
  readonly low: number
  readonly high: number
}

/** What second readers found in an exam's notes. The figures are those of samples drawn by chance. */
export interface ExamAudit extends AuditFigure {
  readonly exam: ExamId
  /** First and last day `YYYY-MM-DD` of the samples, or null without any. */
  readonly from: string | null
  readonly to: string | null
  /** Notes that somebody who did not write them has read, in a sample or besides. */
  readonly read: number
}

/**
 * Reads the sheet of an audit: lines of cells between tabs, the first names the columns, `card` and
 * `verdict` among them.
 *
 * @throws Error naming the first line that cannot be read
 */
export function parseAudit(text: string): AuditRow[] {
  const [head = '', ...lines] = text.trimEnd().split('\n')
  const names = head.split('\t')
  const [card, verdict] = [names.indexOf('card'), names.indexOf('verdict')]
  if (card < 0 || verdict < 0) throw new Error('line 1 does not name the columns card and verdict')
  return lines.map((line, index) => {
    const cells = line.split('\t')
    const found = VERDICTS.find((each) => each === cells[verdict])
    if (!cells[card] || !found) throw new Error(`line ${index + 2} has no card or no known verdict`)
    return { note: cells[card], verdict: found }
  })
}

export function auditFigure(rows: readonly AuditRow[]): AuditFigure {
  const judged = rows.length
  const errors = rows.filter(({ verdict }) => isError(verdict)).length
  const [low, high] = interval(errors, judged)
  return { judged, errors, rate: judged === 0 ? 0 : errors / judged, low, high }
}

function isError(verdict: Verdict): boolean {
  return verdict === 'wrong' || verdict === 'outdated' || verdict === 'misleading'
}

/** Each side may be beyond with this probability. */
const TAIL = 0.025

/**
 * The exact interval of a share that was seen `hits` times in `trials` (Clopper and Pearson, 95 %).
 *
 * @see https://doi.org/10.1093/biomet/26.4.404
 */
export function interval(hits: number, trials: number): [low: number, high: number] {
  if (trials === 0) return [0, 1]
  const low = hits === 0 ? 0 : solve((share) => 1 - atMost(hits - 1, trials, share) < TAIL)
  const high = hits === trials ? 1 : solve((share) => atMost(hits, trials, share) > TAIL)
  return [low, high]
}

/** The share at which `isBelow` turns from true to false. */
function solve(isBelow: (share: number) => boolean): number {
  let [from, to] = [0, 1]
  for (let step = 0; step < 60; step++) {
    const middle = (from + to) / 2
    if (isBelow(middle)) from = middle
    else to = middle
  }
  return from
}

/** Probability of at most `hits` in `trials`, each with probability `share`. */
function atMost(hits: number, trials: number, share: number): number {
  if (share <= 0) return 1
  if (share >= 1) return hits >= trials ? 1 : 0
  let logTerm = trials * Math.log1p(-share)
  let sum = Math.exp(logTerm)
  for (let hit = 1; hit <= hits; hit++) {
    logTerm += Math.log((trials - hit + 1) / hit) + Math.log(share) - Math.log1p(-share)
    sum += Math.exp(logTerm)
  }
  return Math.min(1, sum)
}
