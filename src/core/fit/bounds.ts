import { DEFAULT_WEIGHTS } from '../scheduler.ts'

/** Lowest values of the 21 parameters. The scheduler takes no smaller ones; a first stability is at least 0.1 day. */
export const LOWEST: readonly number[] = [
  0.1, 0.1, 0.1, 0.1, 1, 0.001, 0.001, 0.001, 0, 0, 0.001, 0.001, 0.001, 0.001, 0, 0.001, 1, 0, 0,
  0.01, 0.1,
]

/** Highest values of the 21 parameters, as the scheduler takes them. */
export const HIGHEST: readonly number[] = [
  100, 100, 100, 100, 10, 4, 4, 0.75, 4.5, 0.8, 3.5, 5, 0.25, 0.9, 4, 1, 6, 2, 2, 0.8, 0.8,
]

/** The first four parameters are stabilities in days: learners differ by factors in them, not by days. */
export const STABILITIES = 4

/** Standard deviation of the logarithm of those four between learners. */
export const STABILITY_SPREAD = 0.6

/**
 * How far the other parameters lie from the defaults with most learners; the first four have no use
 * here. With them a small log moves little, and a large one has its way.
 */
export const SPREAD: readonly number[] = [
  1, 1, 1, 1, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31,
  0.32, 0.14, 0.27,
]

/** A parameter within its bounds. */
export function bounded(value: number, index: number): number {
  const lowest = LOWEST[index] ?? value
  return Math.min(HIGHEST[index] ?? value, Math.max(lowest, value))
}

/**
 * The slope of the penalty for lying away from the defaults: what a normal distribution around them
 * adds to the loss. Of the first four it is the slope by their logarithm.
 */
export function penaltySlope(value: number, index: number): number {
  const usual = DEFAULT_WEIGHTS[index] ?? value
  if (index < STABILITIES) return Math.log(value / usual) / STABILITY_SPREAD ** 2
  return (2 * (value - usual)) / (SPREAD[index] ?? 1) ** 2
}
