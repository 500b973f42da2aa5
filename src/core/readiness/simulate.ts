import { randomOf } from '../shuffle.ts'
import { beta, binomial, normal, shifted } from './chance.ts'
import type { Random } from './chance.ts'
import type { Band } from './forecast-record.ts'

/** What the model takes for granted. Each is listed on the page, in words. */
export const ASSUMPTIONS = {
  /** Chance of hitting a question by guessing: four options, some with several right ones. */
  guess: 0.22,
  /** How much of what is recalled on a card helps with a question of the exam, and how sure that is. */
  transfer: 0.85,
  transferSpread: 0.12,
  /** How many answers in mock exams the estimate from memory is worth. */
  memoryWorth: 8,
  /** How far mock exams may be off the real one, on the logistic scale. */
  mockSpread: 0.25,
  /** Share of the points that passes, and how sure that is: it differs between forms of an exam. */
  cut: 0.7,
  cutSpread: 0.03,
  /** Questions of an exam that count. */
  questions: 50,
} as const

/** The share of the points that so much recall is expected to bring, both 0 to 1, without mock exams. */
export function pointsOfRecall(recall: number): number {
  const { guess, transfer } = ASSUMPTIONS
  return guess + (1 - guess) * transfer * recall
}

/** Exams that are drawn for a forecast. */
const DRAWS = 600

/** Share of the draws on each side of a band: it holds the middle 80 %. */
const TAIL = 0.1

/** What the model needs to know of a domain. */
export interface SimulatedDomain {
  /** Share of the exam, 0 to 1. */
  readonly weight: number
  /** Expected recall of all its cards on the day, 0 to 1. */
  readonly recall: number
  /** The cards seen: their share of all, and their expected recall, both 0 to 1. All were, if left out. */
  readonly seen?: { readonly share: number; readonly recall: number }
  /** How far recall of the cards seen may be off, on the logistic scale: one draw for all domains. */
  readonly recallSpread?: number
  readonly mock: { readonly asked: number; readonly right: number }
}

/** Nothing here is rounded, and nothing is held back: `forecastOf` decides what may be said. */
export interface Simulated {
  readonly points: Band
  /** Probability of reaching the cut, 0 to 1. */
  readonly pass: number
  /** Of each domain, as they were given. */
  readonly domains: readonly Band[]
  readonly recall: Band
  readonly domainRecall: readonly Band[]
  /** Of the cards seen of each domain. */
  readonly domainSeen: readonly Band[]
}

/**
 * Draws exams that agree with the evidence: recall gives a first estimate of the chance to answer a
 * question, answers in mock exams correct it, and transfer, mock exams and the cut are off by what
 * nobody can know. The same evidence and seed give the same bands.
 */
export function simulate(domains: readonly SimulatedDomain[], seed: string): Simulated {
  const random = randomOf(seed)
  const scores = new Float64Array(DRAWS)
  const shares = domains.map(() => new Float64Array(DRAWS))
  const recalls = new Float64Array(DRAWS)
  const domainRecalls = domains.map(() => new Float64Array(DRAWS))
  const domainSeen = domains.map(() => new Float64Array(DRAWS))
  let passed = 0
  for (let draw = 0; draw < DRAWS; draw++) {
    const luck = luckOf(random)
    let score = 0
    let recalled = 0
    domains.forEach((domain, index) => {
      const seen = recallOfSeen(domain, luck)
      const recall = recallOf(domain, seen)
      const share = shareOf(random, domain, recall, luck)
      shares[index]?.fill(share, draw, draw + 1)
      domainRecalls[index]?.fill(recall, draw, draw + 1)
      domainSeen[index]?.fill(seen, draw, draw + 1)
      score += domain.weight * share
      recalled += domain.weight * recall
    })
    scores[draw] = score
    recalls[draw] = recalled
    if (score >= luck.cut) passed += 1
  }
  return {
    points: bandOf(scores),
    pass: passed / DRAWS,
    domains: shares.map(bandOf),
    recall: bandOf(recalls),
    domainRecall: domainRecalls.map(bandOf),
    domainSeen: domainSeen.map(bandOf),
  }
}

/** What is the same for all domains in one draw. */
interface Luck {
  readonly transfer: number
  readonly offset: number
  readonly cut: number
  readonly memory: number
}

function luckOf(random: Random): Luck {
  const { transfer, transferSpread, mockSpread, cut, cutSpread } = ASSUMPTIONS
  return {
    transfer: Math.min(1.1, Math.max(0.2, transfer + normal(random) * transferSpread)),
    offset: normal(random) * mockSpread,
    cut: cut + normal(random) * cutSpread,
    memory: normal(random),
  }
}

function recallOfSeen(domain: SimulatedDomain, { memory }: Luck): number {
  const { recallSpread = 0 } = domain
  const { recall } = seenOf(domain)
  if (recallSpread === 0 || recall <= 0 || recall >= 1) return recall
  return shifted(recall, memory * recallSpread)
}

/** Of all cards: those never seen count with what was known before, which no memory makes unsure. */
function recallOf(domain: SimulatedDomain, drawn: number): number {
  const { share, recall } = seenOf(domain)
  return Math.min(1, Math.max(0, domain.recall + share * (drawn - recall)))
}

function seenOf({ recall, seen }: SimulatedDomain): NonNullable<SimulatedDomain['seen']> {
  return seen ?? { share: 1, recall }
}

function shareOf(
  random: Random,
  { weight, mock }: SimulatedDomain,
  recall: number,
  { transfer, offset }: Luck,
): number {
  const { guess, memoryWorth, questions } = ASSUMPTIONS
  const mean = Math.min(0.98, guess + (1 - guess) * transfer * recall)
  const right = memoryWorth * mean + mock.right
  const wrong = memoryWorth * (1 - mean) + mock.asked - mock.right
  const chance = Math.min(0.999, Math.max(0.001, beta(random, right, wrong)))
  const asked = Math.max(1, Math.round(questions * weight))
  return binomial(random, asked, shifted(chance, offset)) / asked
}

function bandOf(values: Float64Array): Band {
  const sorted = values.toSorted()
  const at = (share: number) => sorted[Math.floor(share * sorted.length)] ?? 0
  return { low: at(TAIL), high: at(1 - TAIL) }
}
