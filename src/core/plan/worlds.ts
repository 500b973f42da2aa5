import type { PlanCards } from './cards.ts'
import { chanceOf, normalOf } from './chance.ts'
import { Memory } from './memory.ts'
import type { Grade, Weights } from './memory.ts'
import type { StudyDayNumber } from '../time.ts'

/**
 * How a simulated learner really remembers, whatever the plan believes. `matched`: as the plan believes.
 * `perturbed`: every parameter and every card differs, as people and facts do. `heavy`: much is forgotten
 * sooner. `actr`: another theory of memory altogether.
 */
export type WorldName = 'matched' | 'perturbed' | 'heavy' | 'actr'
export const WORLDS: readonly WorldName[] = ['matched', 'perturbed', 'heavy', 'actr']

export interface World {
  /** The card was introduced with this first grade. */
  first(card: number, grade: Grade, day: StudyDayNumber): void
  /** The card was answered again. */
  review(card: number, grade: Grade, day: StudyDayNumber): void
  /** Probability that it is recalled on that day, 0 to 1. */
  recall(card: number, day: StudyDayNumber): number
}

/** A world for these cards. What was seen already is remembered about as the plan believes. */
export function worldOf(name: WorldName, cards: PlanCards, weights: Weights, seed: number): World {
  if (name === 'actr') return new ActrWorld(cards, seed)
  let draws = 0
  const draw = () => chanceOf(seed, 12_345, draws++)
  if (name === 'matched') return new FsrsWorld(cards, weights, 0, seed)
  if (name === 'perturbed') return new FsrsWorld(cards, perturbed(weights, draw, 0.3), 0.5, seed)
  const heavy = perturbed(weights, draw, 0.15)
    .map((weight, index) => (index < 4 ? weight * 0.5 : weight))
    .map((weight, index) => (index === 8 ? weight - 0.5 : index === 20 ? 0.3 : weight))
  return new FsrsWorld(cards, bounded(heavy), 0.5, seed)
}

/** Bounds of the parameters of FSRS-6. */
const LOWEST = [
  0.001, 0.001, 0.001, 0.001, 1, 0.001, 0.001, 0.001, 0, 0, 0.001, 0.001, 0.001, 0.001, 0, 0, 1, 0,
  0, 0.01, 0.1,
]
const HIGHEST = [
  100, 100, 100, 100, 10, 4, 4, 0.75, 4.5, 0.8, 3.5, 5, 0.25, 0.9, 4, 1, 6, 2, 2, 0.8, 0.8,
]

function bounded(weights: Weights): Weights {
  return weights.map((weight, index) =>
    Math.min(HIGHEST[index] ?? weight, Math.max(LOWEST[index] ?? weight, weight)),
  )
}

/** Other parameters, log-normally around these; the four first stabilities stay in order. */
function perturbed(weights: Weights, draw: () => number, spread: number): Weights {
  const other = weights.map((weight) => weight * Math.exp(normalOf(draw) * spread))
  other[7] = Math.min(0.2, (weights[7] ?? 0) * Math.exp(normalOf(draw)))
  for (let index = 1; index < 4; index += 1) {
    other[index] = Math.max(other[index] ?? 0, (other[index - 1] ?? 0) * 1.05)
  }
  return bounded(other)
}

/** FSRS itself, with its own parameters and with cards that are harder or easier than others. */
class FsrsWorld implements World {
  readonly #memory: Memory
  readonly #stability: Float64Array
  readonly #difficulty: Float64Array
  readonly #lastDay: Int32Array
  readonly #ease: Float64Array
  readonly #hardness: Float64Array

  constructor(cards: PlanCards, weights: Weights, spread: number, seed: number) {
    this.#memory = new Memory(weights)
    this.#ease = new Float64Array(cards.count).fill(1)
    this.#hardness = new Float64Array(cards.count)
    if (spread > 0) this.#vary(spread, seed)
    this.#stability = cards.stability.map((stability, card) => stability * (this.#ease[card] ?? 1))
    this.#difficulty = cards.difficulty.slice()
    this.#lastDay = cards.lastDay.slice()
  }

  /** Makes some cards easier and others harder than the parameters say. */
  #vary(spread: number, seed: number): void {
    let draws = 0
    for (let card = 0; card < this.#ease.length; card += 1) {
      const draw = () => chanceOf(seed, card, 991 + ++draws)
      this.#ease[card] = Math.exp(spread * normalOf(draw))
      this.#hardness[card] = normalOf(draw) * spread * 1.5
    }
  }

  first(card: number, grade: Grade, day: StudyDayNumber): void {
    const hardness = this.#hardness[card] ?? 0
    this.#stability[card] = this.#memory.firstStability(grade) * (this.#ease[card] ?? 1)
    this.#difficulty[card] = Math.min(
      10,
      Math.max(1, this.#memory.firstDifficulty(grade) + hardness),
    )
    this.#lastDay[card] = day
  }

  review(card: number, grade: Grade, day: StudyDayNumber): void {
    const trace = { stability: this.#stability[card] ?? 0, difficulty: this.#difficulty[card] ?? 0 }
    const elapsed = day - (this.#lastDay[card] ?? 0)
    this.#stability[card] = this.#memory.nextStability(trace, elapsed, grade)
    this.#difficulty[card] = this.#memory.nextDifficulty(trace.difficulty, grade)
    this.#lastDay[card] = day
  }

  recall(card: number, day: StudyDayNumber): number {
    return this.#memory.recall(day - (this.#lastDay[card] ?? 0), this.#stability[card] ?? 1)
  }
}

/**
 * The activation model of Pavlik and Anderson: each study leaves a trace that decays, the faster the more
 * active the memory was. Knows no grades. A card seen before starts with the one trace of its last day.
 *
 * @see https://doi.org/10.1207/s15516709cog0000_14 Pavlik & Anderson 2005
 */
class ActrWorld implements World {
  readonly #days: number[][]
  readonly #decays: number[][]
  readonly #ease: Float64Array

  constructor(cards: PlanCards, seed: number) {
    this.#days = Array.from({ length: cards.count }, () => [])
    this.#decays = Array.from({ length: cards.count }, () => [])
    let draws = 0
    this.#ease = Float64Array.from({ length: cards.count }, (_, card) => {
      const draw = () => chanceOf(seed, card, 77 + ++draws)
      return normalOf(draw) * 0.35
    })
    for (let card = 0; card < cards.count; card += 1) {
      if (cards.seen[card]) this.#add(card, cards.lastDay[card] ?? 0)
    }
  }

  first(card: number, grade: Grade, day: StudyDayNumber): void {
    for (let study = 0; study < Math.max(1, grade - 1); study += 1) this.#add(card, day)
  }

  review(card: number, _grade: Grade, day: StudyDayNumber): void {
    this.#add(card, day)
  }

  recall(card: number, day: StudyDayNumber): number {
    return 1 / (1 + Math.exp((-0.704 - this.#activation(card, day)) / 0.255))
  }

  #activation(card: number, day: StudyDayNumber): number {
    const days = this.#days[card] ?? []
    const decays = this.#decays[card] ?? []
    let sum = 0
    for (let study = 0; study < days.length; study += 1) {
      // Between sessions time runs slower; within one, a minute is the least.
      const seconds = Math.max(60, (day - (days[study] ?? 0)) * 86_400 * 0.025)
      sum += Math.pow(seconds, -(decays[study] ?? 0))
    }
    return sum > 0 ? Math.log(sum) + (this.#ease[card] ?? 0) : -9
  }

  #add(card: number, day: StudyDayNumber): void {
    const activation = this.#days[card]?.length ? this.#activation(card, day) : -9
    this.#decays[card]?.push(0.217 * Math.exp(activation) + 0.177)
    this.#days[card]?.push(day)
  }
}
