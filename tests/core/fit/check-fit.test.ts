import { describe, expect, test } from 'vitest'
import { checkedFit, FEWEST_RATINGS, isBetter } from '../../../src/core/fit/check-fit.ts'
import { fitWeights } from '../../../src/core/fit/fit-weights.ts'
import { fitLogOf, memoryLog } from '../../support/memory-log.ts'

function logWith(ratings: number, seed: number, spread = 0.3) {
  return fitLogOf(memoryLog({ ratings, seed, spread }).logs)
}

describe('a checked fit', () => {
  test('is not tried with fewer than 400 ratings', () => {
    const few = fitLogOf(memoryLog({ ratings: 330, seed: 1 }).logs)
    expect(few.days.length).toBeLessThan(FEWEST_RATINGS)
    expect(checkedFit(few)).toMatchObject({ verdict: 'too-few', weights: null, trial: null })
    expect(checkedFit(few)?.ratings).toBe(few.days.length)
  })

  test('is not tried where nothing was reviewed on a later day', () => {
    const onlyNew = fitLogOf(memoryLog({ ratings: 450, seed: 1, newPerDay: 600 }).logs)
    expect(onlyNew.days.length).toBeGreaterThan(FEWEST_RATINGS)
    expect(checkedFit(onlyNew)).toMatchObject({ verdict: 'too-few', weights: null })
  })

  test('is adopted where it predicts later reviews better than the defaults', () => {
    const log = logWith(10_000, 4)
    const fit = checkedFit(log)
    expect(fit?.verdict).toBe('better')
    expect(fit?.trial?.fittedLoss).toBeLessThan(fit?.trial?.defaultLoss ?? 0)
    expect(fit?.weights).toEqual(fitWeights(log))
  })

  test('is not adopted where it predicts them no better', () => {
    const fit = checkedFit(logWith(10_000, 3))
    expect(fit).toMatchObject({ verdict: 'no-better', weights: null })
    expect(fit?.trial?.fittedLoss).toBeGreaterThanOrEqual(fit?.trial?.defaultLoss ?? 1)
  })

  test('is better by log loss, and by calibration where the gain is as small as chance makes it', () => {
    const trial = { reviews: 57, defaultLoss: 0.267, fittedLoss: 0.266, defaultOff: 0.077 }
    const isSo = (fittedOff: number, changes = {}, error = 0.004) =>
      isBetter({ ...trial, fittedOff, ...changes }, error)
    expect(isSo(0.079)).toBe(false)
    expect(isSo(0.075)).toBe(true)
    expect(isSo(0.079, { fittedLoss: 0.26 })).toBe(true)
    expect(isSo(0.079, {}, 0.0001)).toBe(true)
    expect(isSo(0.05, { fittedLoss: 0.267 })).toBe(false)
  })

  test('is adopted on noise half as often, and nearly always where there is something to find', () => {
    const tried = (ratings: number, spread: number) => {
      const fits = Array.from({ length: 24 }, (_, seed) =>
        checkedFit(logWith(ratings, seed + 1, spread)),
      )
      const byLoss = fits.filter(
        (fit) => fit?.trial && fit.trial.fittedLoss < fit.trial.defaultLoss,
      )
      return {
        byLoss: byLoss.length,
        adopted: fits.filter((fit) => fit?.verdict === 'better').length,
      }
    }
    // Who forgets as the defaults say, and who does not.
    expect(tried(600, 0)).toEqual({ byLoss: 6, adopted: 3 })
    expect(tried(600, 0.3)).toEqual({ byLoss: 9, adopted: 8 })
  })

  test('ends where it is told to, in the trial and after it', () => {
    const log = logWith(3000, 2)
    expect(checkedFit(log, () => false)).toBeNull()
    expect(checkedFit(log, (share) => share < 0.6)).toBeNull()
  })

  test('tells how far it is, up to the end', () => {
    const shares: number[] = []
    checkedFit(logWith(3000, 2), (share) => shares.push(share) > 0)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
  })
})
