import { binomial, shifted } from '../../src/core/readiness/chance.ts'
import { ASSUMPTIONS, simulate } from '../../src/core/readiness/simulate.ts'
import type { SimulatedDomain } from '../../src/core/readiness/simulate.ts'
import { roundedChance, SEED } from '../../src/core/readiness/forecast.ts'
import { randomOf } from './random.ts'
import type { Random } from './random.ts'

/** How the world is in which candidates sit their exam; what the model assumes, unless said otherwise. */
export interface World {
  readonly transfer?: number
  readonly mockSpread?: number
  /** Numbers of mock answers in a domain, each as likely. */
  readonly mockAnswers?: readonly number[]
  /** Share of the cards of a domain that were seen; the others are not known. */
  readonly seen?: number
  /** How far memory is off, on the logistic scale, as the forecast is told. */
  readonly memorySpread?: number
}

interface Candidate {
  readonly domains: readonly SimulatedDomain[]
  readonly score: number
  readonly passed: boolean
}

const WEIGHTS = [0.225, 0.175, 0.225, 0.175, 0.2]

/** Draws in the order of the scheduling study, so that seed 11 gives the candidates of its figures. */
function candidate(random: Random, memory: Random, world: World): Candidate {
  const { transfer = 0.85, mockSpread = 0.25, mockAnswers = [0, 10, 20, 40] } = world
  const { seen: share = 1, memorySpread = 0 } = world
  const off = normal(memory) * memorySpread
  const ability = normal(random) * 0.9 + 0.9
  const own = Math.min(1.1, Math.max(0.3, transfer + normal(random) * 0.12))
  const offset = normal(random) * mockSpread
  const domains = WEIGHTS.map((weight) => {
    const ofSeen = shifted(0.5, ability + normal(random) * 0.5)
    const recalled = share * shifted(ofSeen, off)
    const known = Math.min(0.985, ASSUMPTIONS.guess + (1 - ASSUMPTIONS.guess) * recalled * own)
    const chance = shifted(known, normal(random) * 0.25)
    const asked = mockAnswers[Math.floor(random() * mockAnswers.length)] ?? 0
    const right = binomial(random, asked, shifted(chance, offset))
    const seen = { share, recall: ofSeen }
    const mock = { asked, right }
    return { weight, recall: share * ofSeen, seen, recallSpread: memorySpread, chance, mock }
  })
  const cut = ASSUMPTIONS.cut + normal(random) * ASSUMPTIONS.cutSpread
  const score = domains.reduce((sum, { weight, chance }) => {
    const questions = Math.round(ASSUMPTIONS.questions * weight)
    return sum + (weight * binomial(random, questions, chance)) / questions
  }, 0)
  return { domains, score, passed: score >= cut }
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random())
}

/** How well forecasts did over many candidates. */
export interface Score {
  /** Mean squared error of the probability; less is better. `said` is in steps of 5 %, as it is shown. */
  readonly brier: number
  readonly brierSaid: number
  /** Mean distance of probability and share of passes, over ten bins. */
  readonly ece: number
  readonly eceSaid: number
  /** Share of the scores within their band of 80 %. */
  readonly coverage: number
  /** Mean width of the bands, 0 to 1. */
  readonly width: number
  /** Share who passed. */
  readonly passed: number
}

/** Forecasts the exams of candidates and compares. */
export function scoreOf(world: World, count: number, seed = 11): Score {
  const random = randomOf(seed)
  const memory = randomOf(seed + 1)
  const raw = new Tally(count)
  const said = new Tally(count)
  let [covered, width, passes] = [0, 0, 0]
  for (let index = 0; index < count; index++) {
    const { domains, score, passed } = candidate(random, memory, world)
    const { points, pass } = simulate(domains, SEED)
    raw.add(Math.min(0.99, Math.max(0.01, pass)), passed)
    said.add(roundedChance(pass), passed)
    if (score >= points.low && score <= points.high) covered += 1 / count
    width += (points.high - points.low) / count
    if (passed) passes += 1 / count
  }
  return {
    brier: raw.brier,
    brierSaid: said.brier,
    ece: raw.ece,
    eceSaid: said.ece,
    coverage: covered,
    width,
    passed: passes,
  }
}

class Tally {
  brier = 0
  readonly #count: number
  readonly #bins = Array.from({ length: 10 }, () => ({ said: 0, passed: 0 }))

  constructor(count: number) {
    this.#count = count
  }

  add(chance: number, passed: boolean): void {
    const hit = passed ? 1 : 0
    this.brier += (chance - hit) ** 2 / this.#count
    const bin = this.#bins[Math.min(9, Math.floor(chance * 10))]
    if (!bin) return
    bin.said += chance
    bin.passed += hit
  }

  get ece(): number {
    return (
      this.#bins.reduce((sum, { said, passed }) => sum + Math.abs(said - passed), 0) / this.#count
    )
  }
}
