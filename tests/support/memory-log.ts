import { bounded } from '../../src/core/fit/bounds.ts'
import { FitLogBuilder } from '../../src/core/fit/fit-log.ts'
import type { FitLog } from '../../src/core/fit/fit-log.ts'
import { RATINGS } from '../../src/core/rating.ts'
import type { Rated } from '../../src/core/review.ts'
import { intervalDays, next, retrievability } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER, DEFAULT_WEIGHTS } from '../../src/core/scheduler.ts'
import type { CardState } from '../../src/core/schedule.ts'
import type { SchedulerSettings } from '../../src/core/scheduler.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/core/time.ts'
import { normal, pick, randomOf } from './random.ts'
import type { Random } from './random.ts'

interface MemoryLogOptions {
  /** Ratings at least. */
  readonly ratings: number
  readonly seed: number
  readonly newPerDay?: number
  /** Standard deviation of the logarithm of the learner's parameters around the defaults. */
  readonly spread?: number
}

interface MemoryLog {
  /** The log of each card, oldest first. */
  readonly logs: readonly (readonly Rated[])[]
  /** The parameters that the learner's memory really has. */
  readonly weights: readonly number[]
  /** Real probability of recall at each rating, as in `logs`. */
  readonly chances: readonly (readonly number[])[]
}

/** First ratings, and those of cards that were recalled (hard, good, easy), as learners give them. */
const FIRST = [0.24, 0.09, 0.5, 0.17]
const RECALLED = [0.22, 0.63, 0.15]
/** Chance that a forgotten card is known when it comes again that day. */
const AGAIN_KNOWN = 0.85
/** Chance of not studying a card on the day on which it is due. */
const LATE = 0.15

const FIRST_DAY = 20_000
const MORNING = FIRST_DAY * DAY_MS + 10 * HOUR_MS
const CLOCK = { utcOffsetMin: 0, rolloverHour: 4 }

/**
 * A learner whose memory follows FSRS-6 with parameters of their own, and who is scheduled with the
 * defaults: what a fit has to find out. The same arguments give the same log.
 */
export function memoryLog({ ratings, seed, newPerDay = 20, spread = 0.3 }: MemoryLogOptions) {
  const random = randomOf(seed)
  const weights = ownWeights(random, spread)
  const learner = new Learner(random, { ...DEFAULT_SCHEDULER, weights })
  for (let day = 0; learner.ratings < ratings; day++) learner.study(day, newPerDay)
  const cards = learner.cards
  const log: MemoryLog = {
    logs: cards.map((card) => card.log),
    weights,
    chances: cards.map((card) => card.chances),
  }
  return log
}

/** The log as a fit reads it. */
export function fitLogOf(logs: readonly (readonly Rated[])[]): FitLog {
  const builder = new FitLogBuilder(CLOCK.rolloverHour)
  logs.forEach((log) => builder.add(log))
  return builder.build()
}

function ownWeights(random: Random, spread: number): number[] {
  let stability = 0
  return DEFAULT_WEIGHTS.map((weight, index) => {
    const own = bounded(weight * Math.exp(normal(random) * spread), index)
    if (index > 3) return own
    stability = Math.max(own, stability * 1.05)
    return stability
  })
}

interface Card {
  readonly id: string
  readonly log: Rated[]
  readonly chances: number[]
  /** What the scheduler knows, and how memory really is. */
  known: CardState | null
  real: CardState | null
}

class Learner {
  readonly cards: Card[] = []
  ratings = 0
  readonly #random: Random
  readonly #memory: SchedulerSettings
  readonly #due = new Map<number, Card[]>()

  constructor(random: Random, memory: SchedulerSettings) {
    this.#random = random
    this.#memory = memory
  }

  study(day: number, newCards: number): void {
    for (const card of this.#due.get(day) ?? []) {
      if (this.#random() < LATE) this.#put(card, day + 1 + Math.floor(this.#random() * 2))
      else this.#review(card, day)
    }
    this.#due.delete(day)
    for (let count = 0; count < newCards; count++) this.#introduce(day)
  }

  #introduce(day: number): void {
    const card: Card = {
      id: `c${this.cards.length}`,
      log: [],
      chances: [],
      known: null,
      real: null,
    }
    this.cards.push(card)
    const first = pick(this.#random, FIRST)
    this.#rate(card, day, first)
    if (first < 3) this.#untilKnown(card, day)
    this.#schedule(card, day)
  }

  #review(card: Card, day: number): void {
    const chance = card.real ? retrievability(card.real, FIRST_DAY + day, this.#memory) : 1
    const isRecalled = this.#random() < chance
    this.#rate(card, day, isRecalled ? 1 + pick(this.#random, RECALLED) : 0, chance)
    if (!isRecalled) this.#untilKnown(card, day)
    this.#schedule(card, day)
  }

  #untilKnown(card: Card, day: number): void {
    for (let tries = 0; tries < 3; tries++) {
      const isKnown = this.#random() < AGAIN_KNOWN
      this.#rate(card, day, isKnown ? 2 : 0)
      if (isKnown) return
    }
  }

  #rate(card: Card, day: number, grade: number, chance = 1): void {
    const rated: Rated = {
      kind: 'rated',
      id: `r${this.ratings}`,
      cardId: card.id,
      at: MORNING + day * DAY_MS + card.log.length * MINUTE_MS,
      utcOffsetMin: 0,
      device: 'synthetic',
      rating: RATINGS[grade] ?? 'good',
      durationMs: 5000,
      mode: 'study',
      rev: 1,
    }
    card.known = next(card.known, rated, CLOCK, DEFAULT_SCHEDULER)
    card.real = next(card.real, rated, CLOCK, this.#memory)
    card.log.push(rated)
    card.chances.push(chance)
    this.ratings += 1
  }

  #schedule(card: Card, day: number): void {
    this.#put(card, day + Math.max(1, card.known ? intervalDays(card.known) : 1))
  }

  #put(card: Card, day: number): void {
    const due = this.#due.get(day) ?? []
    due.push(card)
    this.#due.set(day, due)
  }
}
