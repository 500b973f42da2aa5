import { lacksOf } from './evidence.ts'
import type { DomainEvidence, Lack } from './evidence.ts'
import type { Band } from './forecast-record.ts'
import { simulate } from './simulate.ts'
import type { SimulatedDomain } from './simulate.ts'

export interface DomainForecast {
  readonly evidence: DomainEvidence
  /** Expected recall of its cards; null where it has none. */
  readonly recall: Band | null
  /** The same of those seen alone; null where none was. */
  readonly recallOfSeen: Band | null
  /** Share of its points; null where its evidence does not suffice. */
  readonly points: Band | null
}

/** What may be said of an exam on a day. A band holds the middle 80 %. */
export interface ReadinessForecast {
  readonly domains: readonly DomainForecast[]
  /** Null where no card was ever seen. */
  readonly recall: Band | null
  /** Share of the points; null as long as a domain lacks evidence. */
  readonly points: Band | null
  /** Probability of passing in steps of 5 %, 0.05 to 0.95; null where `points` is. */
  readonly pass: number | null
  /** What points need still; empty where they are forecast. */
  readonly lacks: readonly Lack[]
  /** What would make the bands narrower, in the order of what it brings. */
  readonly narrower: readonly Narrower[]
}

/** Something that makes a band narrower, with its width before and after, 0 to 1. */
export interface Narrower {
  readonly kind: 'mocks' | 'fit' | 'overdue'
  /** Answers in each domain that are meant, with mocks. */
  readonly answers?: number
  readonly from: number
  readonly to: number
}

/** How far expected recall may be off on the logistic scale: with own parameters, and with the defaults. */
const FITTED_SPREAD = 0.15
const DEFAULT_SPREAD = 0.3
/** So much more where all cards are long overdue: in one log 79 % were expected and 65 % came. */
const OVERDUE_SPREAD = 0.7

/** Answers in each domain, after which more of them hardly make a band narrower. */
const ENOUGH_MOCK_ANSWERS = 20

/**
 * What can be said of an exam from this evidence, and nothing that cannot. The same evidence gives the
 * same forecast.
 *
 * @param isFitted whether the parameters of memory are the learner's own
 */
export function forecastOf(
  domains: readonly DomainEvidence[],
  isFitted: boolean,
): ReadinessForecast {
  const simulated = simulate(
    domains.map((each) => simulatedOf(each, isFitted)),
    SEED,
  )
  const lacks = lacksOf(domains)
  const lacking = new Set(lacks.map(({ id }) => id))
  const isEnough = domains.length > 0 && lacks.length === 0
  const isSeen = domains.some(({ seen }) => seen > 0)
  return {
    domains: domains.map((evidence, index) => ({
      evidence,
      recall: evidence.seen > 0 ? (simulated.domainRecall[index] ?? null) : null,
      recallOfSeen: evidence.seen > 0 ? (simulated.domainSeen[index] ?? null) : null,
      points: lacking.has(evidence.id) ? null : (simulated.domains[index] ?? null),
    })),
    recall: isSeen ? simulated.recall : null,
    points: isEnough ? simulated.points : null,
    pass: isEnough ? roundedChance(simulated.pass) : null,
    lacks,
    narrower: isSeen ? narrowerOf(domains, isFitted, isEnough) : [],
  }
}

/** One for all: bands then move with the evidence, and not with chance. */
export const SEED = 'readiness'

function simulatedOf(domain: DomainEvidence, isFitted: boolean): SimulatedDomain {
  const { weight, recall, recallOfSeen, seen, cards, overdue, mock } = domain
  const spread = (isFitted ? FITTED_SPREAD : DEFAULT_SPREAD) + OVERDUE_SPREAD * overdue
  const share = cards === 0 ? 0 : seen / cards
  return { weight, recall, seen: { share, recall: recallOfSeen ?? 0 }, recallSpread: spread, mock }
}

/** To 5 %, and never none or certain. */
export function roundedChance(chance: number): number {
  return Math.min(19, Math.max(1, Math.round(chance * 20))) / 20
}

/** Smaller gains than this are not worth a line. */
const WORTH = 0.01

/** Tries each remedy in the model itself: of the points where they are forecast, else of recall. */
function narrowerOf(
  domains: readonly DomainEvidence[],
  isFitted: boolean,
  isEnough: boolean,
): Narrower[] {
  const width = (some: readonly DomainEvidence[], fitted: boolean) => {
    const { points, recall } = simulate(
      some.map((each) => simulatedOf(each, fitted)),
      SEED,
    )
    const { low, high } = isEnough ? points : recall
    return high - low
  }
  const from = width(domains, isFitted)
  const rested = domains.map((each) => ({ ...each, overdue: 0 }))
  const remedies: Narrower[] = [
    {
      kind: 'mocks',
      answers: ENOUGH_MOCK_ANSWERS,
      from,
      to: width(domains.map(withMockAnswers), isFitted),
    },
    { kind: 'fit', from, to: isFitted ? from : width(domains, true) },
    { kind: 'overdue', from, to: width(rested, isFitted) },
  ]
  return remedies.filter(({ to }) => from - to >= WORTH).toSorted((a, b) => a.to - b.to)
}

/** A domain as it would be after enough mock answers, going as those before went, or as memory expects. */
function withMockAnswers(domain: DomainEvidence): DomainEvidence {
  const { asked, right } = domain.mock
  if (asked >= ENOUGH_MOCK_ANSWERS) return domain
  const share = asked > 0 ? right / asked : domain.recall
  return {
    ...domain,
    mock: { asked: ENOUGH_MOCK_ANSWERS, right: Math.round(share * ENOUGH_MOCK_ANSWERS) },
  }
}
