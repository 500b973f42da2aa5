import { DEFAULT_WEIGHTS } from '../scheduler.ts'
import { shuffled } from '../shuffle.ts'
import { bounded, penaltySlope, STABILITIES } from './bounds.ts'
import { cardsIn, predictableIn } from './fit-log.ts'
import type { FitLog } from './fit-log.ts'
import { addGradient } from './gradient.ts'
import { memoryModelOf } from './memory-model.ts'
import { Tape, walk } from './walk.ts'

/** Called after each step; saying false ends the fit. */
export type OnStep = (done: number, total: number) => boolean

/** Predictions that one step of the descent looks at. */
const BATCH = 512
const ROUNDS = 5
const FEWEST_STEPS = 60
const MOST_STEPS = 600
/** Size of the first steps; they get smaller along half a cosine. */
const RATE = 0.03
/** Adam's memory of the slope, and of its square. */
const SLOPE_MEMORY = 0.9
const SQUARE_MEMORY = 0.999

/**
 * The 21 parameters under which a learner's answers are most likely, given that most learners are near
 * the defaults (maximum a posteriori, found by Adam). The same log gives the same parameters. Individual
 * parameters mean little, as they make up for each other; what they predict is what was fitted.
 *
 * @returns parameters within their bounds, to four decimals; null if `onStep` ended it
 * @see Kingma & Ba 2015, Adam: https://arxiv.org/abs/1412.6980
 */
export function fitWeights(log: FitLog, onStep: OnStep = () => true): number[] | null {
  const batches = batchesOf(log)
  const total = batches.reduce((sum, { predictions }) => sum + predictions, 0)
  const steps = Math.max(FEWEST_STEPS, Math.min(MOST_STEPS, batches.length * ROUNDS))
  const weights = Float64Array.from(DEFAULT_WEIGHTS)
  const descent = new Descent(weights)
  const tape = new Tape()
  for (let step = 1; step <= steps; step++) {
    const batch = batches[(step - 1) % batches.length]
    if (!batch) break
    const model = memoryModelOf(weights)
    const gradient = new Float64Array(weights.length)
    for (const card of batch.cards) addGradient(walk(log, card, model, tape), model, gradient)
    const rate = (RATE * (1 + Math.cos((Math.PI * (step - 1)) / steps))) / 2
    descent.step(gradient, batch.predictions / total, rate)
    if (!onStep(step, steps)) return null
  }
  return rounded(inOrder(weights))
}

interface Batch {
  readonly cards: number[]
  predictions: number
}

/** All cards that can be predicted, in an order that looks random, in batches of about equal weight. */
function batchesOf(log: FitLog): Batch[] {
  const counts = Array.from({ length: cardsIn(log) }, (_, card) => predictableIn(log, card))
  const cards = shuffled([...counts.keys()], 'fit').filter((card) => (counts[card] ?? 0) > 0)
  const batches: Batch[] = []
  for (const card of cards) {
    const last = batches.at(-1)
    const batch = last && last.predictions < BATCH ? last : { cards: [], predictions: 0 }
    if (batch !== last) batches.push(batch)
    batch.cards.push(card)
    batch.predictions += counts[card] ?? 0
  }
  return batches
}

/** Adam. The first four parameters move on a logarithmic scale. */
class Descent {
  readonly #weights: Float64Array
  readonly #slopes: Float64Array
  readonly #squares: Float64Array
  #steps = 0

  constructor(weights: Float64Array) {
    this.#weights = weights
    this.#slopes = new Float64Array(weights.length)
    this.#squares = new Float64Array(weights.length)
  }

  /** @param share of all predictions that the gradient is from: it carries as much of the penalty */
  step(gradient: Float64Array, share: number, rate: number): void {
    this.#steps += 1
    this.#weights.forEach((weight, index) => {
      const isLog = index < STABILITIES
      const slope =
        (gradient[index] ?? 0) * (isLog ? weight : 1) + share * penaltySlope(weight, index)
      const move = rate * this.#direction(index, slope)
      this.#weights[index] = bounded(isLog ? weight * Math.exp(-move) : weight - move, index)
    })
  }

  #direction(index: number, slope: number): number {
    const mean = SLOPE_MEMORY * (this.#slopes[index] ?? 0) + (1 - SLOPE_MEMORY) * slope
    const square = SQUARE_MEMORY * (this.#squares[index] ?? 0) + (1 - SQUARE_MEMORY) * slope ** 2
    this.#slopes[index] = mean
    this.#squares[index] = square
    const unbiased = mean / (1 - SLOPE_MEMORY ** this.#steps)
    return unbiased / (Math.sqrt(square / (1 - SQUARE_MEMORY ** this.#steps)) + 1e-8)
  }
}

/** A better first rating never leads to a smaller stability. */
function inOrder(weights: Float64Array): number[] {
  let least = 0
  return Array.from(weights, (weight, index) => {
    if (index >= STABILITIES) return weight
    least = Math.max(least, weight)
    return least
  })
}

function rounded(weights: readonly number[]): number[] {
  return weights.map((weight, index) => bounded(Math.round(weight * 1e4) / 1e4, index))
}
