import { describe, expect, test } from 'vitest'
import { HIGHEST, LOWEST } from '../../../src/core/fit/bounds.ts'
import { instantAt, logBefore } from '../../../src/core/fit/fit-log.ts'
import { fitWeights } from '../../../src/core/fit/fit-weights.ts'
import { logLoss, predict } from '../../../src/core/fit/predict.ts'
import { replay } from '../../../src/core/schedule.ts'
import { DEFAULT_WEIGHTS, schedulerKey, DEFAULT_SCHEDULER } from '../../../src/core/scheduler.ts'
import reference from '../../fixtures/fit-reference.json' with { type: 'json' }
import { fitLogOf, memoryLog } from '../../support/memory-log.ts'

/**
 * Log loss on the last fifth of synthetic logs, of parameters fitted on what came before: `lab` by the
 * reference code of the scheduling study, `binding` by fsrs-rs (@open-spaced-repetition/binding 0.5.0,
 * native). Recorded on 2026-11-26 on these very logs, which `truth` and `defaults` make sure of.
 */
describe.each(reference)('a log of $ratings ratings', ({ ratings, seed, ...known }) => {
  const made = memoryLog({ ratings, seed })
  const log = fitLogOf(made.logs)
  const split = instantAt(log, 0.8)
  const later = (weights: readonly number[]) => logLoss(predict(log, weights, split))
  const fitted = fitWeights(logBefore(log, split)) ?? []

  test('is the one that the reference was measured on', () => {
    expect(predict(log, DEFAULT_WEIGHTS, split).expected).toHaveLength(known.reviews)
    expect(later(DEFAULT_WEIGHTS)).toBeCloseTo(known.defaults, 5)
  })

  test('is fitted as well as by the reference, within 0.001', () => {
    expect(Math.abs(later(fitted) - known.lab)).toBeLessThan(0.001)
  })

  // fsrs-rs has another penalty, which tells in small logs.
  test.runIf(ratings >= 10_000)('is fitted as well as by fsrs-rs', () => {
    expect(later(fitted)).toBeLessThan(known.binding + 0.001)
  })

  test.runIf(ratings >= 30_000)('is predicted nearly as well as memory allows', () => {
    expect(later(fitted)).toBeLessThan(known.truth + 0.0015)
    expect(later(fitted)).toBeLessThan(known.defaults - 0.003)
  })

  test('the scheduler takes the parameters as they are', () => {
    expect(fitted).toHaveLength(21)
    fitted.forEach((weight, index) => {
      expect(weight).toBeGreaterThanOrEqual(LOWEST[index] ?? Number.NaN)
      expect(weight).toBeLessThanOrEqual(HIGHEST[index] ?? Number.NaN)
    })
    const [again = 1, hard = 0, good = 0, easy = 0] = fitted
    expect(again <= hard && hard <= good && good <= easy).toBe(true)
    const settings = { ...DEFAULT_SCHEDULER, weights: fitted }
    expect(schedulerKey(settings)).not.toBe(schedulerKey(DEFAULT_SCHEDULER))
    expect(replay(made.logs[0] ?? [], settings)?.stability).toBeGreaterThan(0)
  })
})

/** How far the fit of so many ratings lies from the defaults. */
function far(ratings: number): number {
  const fitted = fitWeights(fitLogOf(memoryLog({ ratings, seed: 4 }).logs)) ?? []
  const factors = fitted.map(
    (weight, index) => (weight + 0.1) / (0.1 + (DEFAULT_WEIGHTS[index] ?? 0)),
  )
  return factors.reduce((sum, factor) => sum + Math.abs(Math.log(factor)), 0)
}

describe('a fit', () => {
  const log = fitLogOf(memoryLog({ ratings: 2000, seed: 8 }).logs)

  test('gives the same parameters for the same log', () => {
    expect(fitWeights(log)).toEqual(fitWeights(log))
  })

  test('tells how far it is, and ends when it is told to', () => {
    const seen: [number, number][] = []
    expect(fitWeights(log, (done, total) => seen.push([done, total]) < 7)).toBeNull()
    expect(seen).toHaveLength(7)
    expect(seen.at(-1)?.[0]).toBe(7)

    const all: number[] = []
    fitWeights(log, (done, total) => all.push(done / total) > 0)
    expect(all.at(-1)).toBe(1)
    expect(all).toEqual(all.toSorted((a, b) => a - b))
  })

  test('stays at the defaults where there is nothing to learn from', () => {
    expect(fitWeights(fitLogOf([]))).toEqual(DEFAULT_WEIGHTS)
    const onlyNew = memoryLog({ ratings: 20, seed: 1, newPerDay: 20 }).logs
    expect(fitWeights(fitLogOf(onlyNew))).toEqual(DEFAULT_WEIGHTS)
  })

  test('moves little after little, and far after much', () => {
    expect(far(200)).toBeLessThan(far(10_000) / 2)
  })
})
