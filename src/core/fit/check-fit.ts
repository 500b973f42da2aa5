import { calibrationOf } from '../stats/calibration.ts'
import { DEFAULT_WEIGHTS } from '../scheduler.ts'
import { cardsIn, instantAt, logBefore } from './fit-log.ts'
import type { FitLog } from './fit-log.ts'
import { fitWeights } from './fit-weights.ts'
import { differenceError, logLoss, predict } from './predict.ts'

/** Ratings from which on a fit is tried: with fewer, own parameters predict worse than the defaults. */
export const FEWEST_RATINGS = 400

/** Later reviews that a fit must at least be tried on. */
const FEWEST_LATER = 30

/** Share of the log that the trial is fitted on; the rest is what it has to predict. */
const EARLIER = 0.8

/** How well parameters predicted reviews that none of them had seen. */
export interface Trial {
  /** Reviews that were predicted. */
  readonly reviews: number
  /** Mean log loss: of the defaults, and of parameters fitted on what came before. Less is better. */
  readonly defaultLoss: number
  readonly fittedLoss: number
  /** By how much predictions were off on average, 0 to 1. */
  readonly defaultOff: number
  readonly fittedOff: number
}

/** What a fit found. `better` is the only one that has parameters to adopt. */
export type FitOutcome =
  | { readonly verdict: 'too-few'; readonly trial: null; readonly weights: null }
  | { readonly verdict: 'no-better'; readonly trial: Trial; readonly weights: null }
  | { readonly verdict: 'better'; readonly trial: Trial; readonly weights: readonly number[] }

export type CheckedFit = FitOutcome & {
  /** Ratings that count for memory, and cards that they are of. */
  readonly ratings: number
  readonly cards: number
}

/** Share of the work that is done, 0 to 1; saying false ends it. */
export type OnFitProgress = (share: number) => boolean

/**
 * Fits parameters and tries them: fitted on the earlier 80 % of the log they must predict the later
 * 20 % better than the defaults do. Only then are those fitted on all of it worth adopting. Parameters
 * in force are no rival: they were fitted on many of the later reviews already.
 *
 * @returns null if `onProgress` ended it
 */
export function checkedFit(log: FitLog, onProgress: OnFitProgress = () => true): CheckedFit | null {
  const counts = { ratings: log.days.length, cards: cardsIn(log) }
  const tooFew = { verdict: 'too-few', trial: null, weights: null, ...counts } as const
  if (counts.ratings < FEWEST_RATINGS) return tooFew
  const split = instantAt(log, EARLIER)
  const rival = predict(log, DEFAULT_WEIGHTS, split)
  if (rival.expected.length < FEWEST_LATER) return tooFew
  const half = (start: number) => (done: number, total: number) =>
    onProgress(start + done / total / 2)
  const tried = fitWeights(logBefore(log, split), half(0))
  if (!tried) return null
  const fitted = predict(log, tried, split)
  const trial: Trial = {
    reviews: rival.expected.length,
    defaultLoss: logLoss(rival),
    fittedLoss: logLoss(fitted),
    defaultOff: calibrationOf(rival).off,
    fittedOff: calibrationOf(fitted).off,
  }
  if (!isBetter(trial, differenceError(rival, fitted))) {
    return { verdict: 'no-better', trial, weights: null, ...counts }
  }
  const weights = fitWeights(log, half(0.5))
  return weights && { verdict: 'better', trial, weights, ...counts }
}

/**
 * Whether the fitted parameters did better: less log loss, and where the gain is well within what chance
 * makes of it, predictions that are not farther off on average. A new set of parameters moves hundreds of due
 * days, which is no price for noise.
 *
 * @param error standard error of the difference in log loss
 */
export function isBetter(trial: Trial, error: number): boolean {
  const gain = trial.defaultLoss - trial.fittedLoss
  return gain > 0 && (gain > error / 2 || trial.fittedOff <= trial.defaultOff)
}
