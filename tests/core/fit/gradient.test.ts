import { describe, expect, test } from 'vitest'
import { bounded } from '../../../src/core/fit/bounds.ts'
import { cardsIn } from '../../../src/core/fit/fit-log.ts'
import type { FitLog } from '../../../src/core/fit/fit-log.ts'
import { addGradient, lossOf } from '../../../src/core/fit/gradient.ts'
import { memoryModelOf } from '../../../src/core/fit/memory-model.ts'
import { Tape, walk } from '../../../src/core/fit/walk.ts'
import { DEFAULT_WEIGHTS } from '../../../src/core/scheduler.ts'
import { fitLogOf, memoryLog } from '../../support/memory-log.ts'
import { normal, randomOf } from '../../support/random.ts'

const log = fitLogOf(memoryLog({ ratings: 3000, seed: 5 }).logs)

function lossUnder(weights: readonly number[], of: FitLog): number {
  const model = memoryModelOf(weights)
  const tape = new Tape()
  let loss = 0
  for (let card = 0; card < cardsIn(of); card++) loss += lossOf(walk(of, card, model, tape))
  return loss
}

function gradientUnder(weights: readonly number[], of: FitLog): Float64Array {
  const model = memoryModelOf(weights)
  const tape = new Tape()
  const gradient = new Float64Array(21)
  for (let card = 0; card < cardsIn(of); card++) {
    addGradient(walk(of, card, model, tape), model, gradient)
  }
  return gradient
}

/** Slope of the loss by one parameter, from the loss on both sides of it. */
function slopeAt(weights: readonly number[], index: number, of: FitLog): number {
  const step = 1e-5 * Math.max(0.1, Math.abs(weights[index] ?? 0))
  const moved = (by: number) => weights.map((weight, at) => (at === index ? weight + by : weight))
  return (lossUnder(moved(step), of) - lossUnder(moved(-step), of)) / (2 * step)
}

function worstError(weights: readonly number[], of: FitLog): number {
  const gradient = gradientUnder(weights, of)
  return Math.max(
    ...weights.map((_, index) => {
      const slope = slopeAt(weights, index, of)
      return Math.abs((gradient[index] ?? 0) - slope) / (1e-2 + Math.abs(slope))
    }),
  )
}

describe('the gradient written by hand equals finite differences', () => {
  test('at the defaults', () => {
    expect(worstError(DEFAULT_WEIGHTS, log)).toBeLessThan(1e-4)
  })

  test.each([1, 2, 3, 4, 5, 6])('at other parameters, %i', (seed) => {
    const random = randomOf(seed)
    const weights = DEFAULT_WEIGHTS.map((weight, index) =>
      bounded(weight * Math.exp(normal(random) * 0.3), index),
    )
    expect(worstError(weights, log)).toBeLessThan(1e-3)
  })

  test('in every parameter: none has no slope, so that none is left out', () => {
    expect([...gradientUnder(DEFAULT_WEIGHTS, log)].filter((slope) => slope === 0)).toEqual([])
  })

  test('where difficulty is at its bounds and stability is as small as it gets', () => {
    const hard = { days: [0, 1, 1, 1, 1, 1, 2, 3], grades: [1, 1, 1, 1, 1, 1, 2, 3] }
    const easy = { days: [0, 5, 9, 60, 300], grades: [4, 4, 4, 4, 1] }
    const extreme = {
      starts: Int32Array.from([0, 8, 13]),
      days: Int32Array.from([...hard.days, ...easy.days]),
      grades: Uint8Array.from([...hard.grades, ...easy.grades]),
      at: new Float64Array(13),
    }
    expect(worstError(DEFAULT_WEIGHTS, extreme)).toBeLessThan(1e-4)
  })
})
