import * as v from 'valibot'
import { areWeights } from '../settings.ts'
import { InstantSchema } from '../time-schemas.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const loss = v.pipe(v.number(), v.minValue(0))
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

const weights = v.custom<readonly number[]>(areWeights)
const nothing = v.custom<null>((value) => value === null)

const TrialSchema = v.strictObject({
  reviews: count,
  defaultLoss: loss,
  fittedLoss: loss,
  defaultOff: share,
  fittedOff: share,
})

const base = {
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  at: InstantSchema,
  device: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  /** Ratings that count for memory, and cards that they are of. */
  ratings: count,
  cards: count,
  /** When the learner took these parameters up the last time; null if never, or given up again. */
  adoptedAt: v.nullable(InstantSchema),
  /** When the learner said no to them, or gave them up: they are not offered again. */
  declinedAt: v.nullable(InstantSchema),
  /** The parameters that they took the place of: what undo goes back to. Null for the defaults. */
  replaced: v.nullable(weights),
  updatedAt: InstantSchema,
}

/**
 * One fit of the learner's memory, kept for the history, also where nothing came of it. Last write wins;
 * which parameters are in force says the setting `weights` alone.
 */
export const FitRecordSchema = v.variant('verdict', [
  v.strictObject({ verdict: v.literal('too-few'), trial: nothing, weights: nothing, ...base }),
  v.strictObject({
    verdict: v.literal('no-better'),
    trial: TrialSchema,
    weights: nothing,
    ...base,
  }),
  v.strictObject({
    verdict: v.literal('better'),
    trial: TrialSchema,
    weights,
    ...base,
  }),
])
export type FitRecord = v.InferOutput<typeof FitRecordSchema>

/** Whether two sets of parameters are the same; null stands for the defaults. */
export function isSameWeights(a: readonly number[] | null, b: readonly number[] | null): boolean {
  if (!a || !b) return a === b
  return a.length === b.length && a.every((weight, index) => weight === b[index])
}

/** The fit whose parameters are in force: of several with the same, the one adopted last. */
export function fitInForce(
  fits: readonly FitRecord[],
  inForce: readonly number[] | null,
): FitRecord | null {
  const same = fits.filter((fit) => fit.weights !== null && isSameWeights(fit.weights, inForce))
  return same.toSorted((a, b) => (b.adoptedAt ?? 0) - (a.adoptedAt ?? 0) || b.at - a.at)[0] ?? null
}

/** A fit that found better parameters than those in force and still waits for the learner's word. */
export function fitWaiting(
  fits: readonly FitRecord[],
  inForce: readonly number[] | null,
): FitRecord | null {
  const latest = fits.toSorted((a, b) => b.at - a.at)[0]
  if (!latest || latest.verdict !== 'better') return null
  if (latest.adoptedAt !== null || latest.declinedAt !== null) return null
  return isSameWeights(latest.weights, inForce) ? null : latest
}
