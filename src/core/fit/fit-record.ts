import type { Instant } from '../time.ts'
import type { CheckedFit } from './check-fit.ts'

/**
 * One fit of the learner's memory, kept for the history, also where nothing came of it. Last write wins;
 * which parameters are in force says the setting `weights` alone.
 */
export type FitRecord = CheckedFit & {
  readonly id: string
  readonly at: Instant
  readonly device: string
  /** When the learner took these parameters up the last time; null if never, or given up again. */
  readonly adoptedAt: Instant | null
  /** When the learner said no to them, or gave them up: they are not offered again. */
  readonly declinedAt: Instant | null
  /** The parameters that they took the place of: what undo goes back to. Null for the defaults. */
  readonly replaced: readonly number[] | null
  readonly updatedAt: Instant
}

/** Whether two sets of parameters are the same; null stands for the defaults. */
export function isSameWeights(a: readonly number[] | null, b: readonly number[] | null): boolean {
  if (!a || !b) return a === b
  return a.length === b.length && a.every((weight, index) => weight === b[index])
}

/** The fit whose parameters are in force: of several with the same, the one adopted last. */
export function fitInForce(
  fits: readonly FitRecord[],
  weights: readonly number[] | null,
): FitRecord | null {
  const same = fits.filter((fit) => fit.weights !== null && isSameWeights(fit.weights, weights))
  return same.toSorted((a, b) => (b.adoptedAt ?? 0) - (a.adoptedAt ?? 0) || b.at - a.at)[0] ?? null
}

/** A fit that found better parameters than those in force and still waits for the learner's word. */
export function fitWaiting(
  fits: readonly FitRecord[],
  weights: readonly number[] | null,
): FitRecord | null {
  const latest = fits.toSorted((a, b) => b.at - a.at)[0]
  if (!latest || latest.verdict !== 'better') return null
  if (latest.adoptedAt !== null || latest.declinedAt !== null) return null
  return isSameWeights(latest.weights, weights) ? null : latest
}
