import type { Blueprint } from '../blueprint.ts'
import type { CatalogCard } from '../catalog.ts'
import { countedDomain } from '../counted-parts.ts'
import type { CardId } from '../note.ts'
import { retrievability } from '../schedule.ts'
import type { CardState } from '../schedule.ts'
import type { Memory } from '../scheduler.ts'
import type { StudyDayNumber } from '../time.ts'

/** First answers to questions of mock exams in one domain. Questions seen before never count. */
export interface MockAnswers {
  readonly asked: number
  readonly right: number
}

/** What is known of one domain of an exam, for one day. */
export interface DomainEvidence {
  readonly id: string
  readonly title: string
  /** Share of the exam, 0 to 1; those of all domains add up to 1. */
  readonly weight: number
  readonly cards: number
  /** Rated at least once. */
  readonly seen: number
  /** Ratings that the memory of its cards rests on. */
  readonly reviews: number
  /** Mean probability of recall on that day over all its cards, 0 to 1; a card never seen counts as known before. */
  readonly recall: number
  /** The same of those seen alone; null where none was. */
  readonly recallOfSeen: number | null
  /** Share of the cards seen that will be long overdue on that day, 0 to 1: of them too much is expected. */
  readonly overdue: number
  readonly mock: MockAnswers
}

/** What a forecast rests on, in sum. */
export interface Evidence {
  readonly cards: number
  readonly seen: number
  readonly reviews: number
  readonly mockAnswers: number
  /** Whether the parameters of memory are the learner's own. */
  readonly isFitted: boolean
}

/** A forecast of points needs so many first answers in mock exams, in each domain. */
export const LEAST_MOCK_ANSWERS = 5
/** And this share of the cards of each domain seen. */
export const LEAST_COVERAGE = 0.5

/** What a domain still lacks; nothing where both are 0. */
export interface Lack {
  readonly id: string
  readonly title: string
  readonly mockAnswers: number
  readonly cards: number
}

/** What is missing before points can be forecast, by domain; empty where nothing is. */
export function lacksOf(domains: readonly DomainEvidence[]): Lack[] {
  return domains
    .map(({ id, title, cards, seen, mock }) => ({
      id,
      title,
      mockAnswers: Math.max(0, LEAST_MOCK_ANSWERS - mock.asked),
      // A domain without cards says nothing, and no studying changes that.
      cards: cards === 0 ? 1 : Math.max(0, Math.ceil(cards * LEAST_COVERAGE) - seen),
    }))
    .filter(({ mockAnswers, cards }) => mockAnswers > 0 || cards > 0)
}

/**
 * What the evidence of some domains rests on, each card once.
 *
 * @param cards all cards; those of other exams are left out
 */
export function sumOf(
  domains: readonly DomainEvidence[],
  isFitted: boolean,
  { blueprint, cards, states }: Pick<EvidenceInput, 'blueprint' | 'cards' | 'states'>,
): Evidence {
  const domainOf = domainsOfSkills(blueprint)
  const own = cards.filter(({ note }) => note.skills.some((skill) => domainOf.has(skill)))
  const seen = own.flatMap(({ cardId }) => states.get(cardId) ?? [])
  return {
    cards: own.length,
    seen: seen.length,
    reviews: seen.reduce((sum, { reps }) => sum + reps, 0),
    mockAnswers: domains.reduce((sum, { mock }) => sum + mock.asked, 0),
    isFitted,
  }
}

interface EvidenceInput {
  readonly blueprint: Blueprint
  /** All cards that count for the exam. */
  readonly cards: readonly CatalogCard[]
  /** States of at least those of them that were rated. */
  readonly states: ReadonlyMap<CardId, CardState>
  /** The study day that the forecast is for. */
  readonly day: StudyDayNumber
  readonly memory: Memory
  /** First answers in mock exams by domain; empty as long as there are none. */
  readonly mocks: ReadonlyMap<string, MockAnswers>
  /** Share of a domain that was known before any card of it was seen, 0 to 1. */
  readonly knownBefore?: (domain: string) => number
}

/**
 * The evidence of each domain for a day to come, if nothing more is studied until then. A card
 * counts in the domain of its first skill there.
 */
export function evidenceOf(input: EvidenceInput): DomainEvidence[] {
  const { blueprint, mocks } = input
  const tallies = talliesOf(input)
  const weights = blueprint.domains.map(({ weight: [from, to] }) => (from + to) / 2)
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  return blueprint.domains.map(({ id, title }, index) => {
    const { cards, seen, reviews, recall, recallOfSeen, overdue } = tallies.get(id) ?? new Tally()
    return {
      id,
      title,
      weight: (weights[index] ?? 0) / whole,
      cards,
      seen,
      reviews,
      recall: cards === 0 ? 0 : recall / cards,
      recallOfSeen: seen === 0 ? null : recallOfSeen / seen,
      overdue: seen === 0 ? 0 : overdue / seen,
      mock: mocks.get(id) ?? { asked: 0, right: 0 },
    }
  })
}

class Tally {
  cards = 0
  seen = 0
  reviews = 0
  recall = 0
  recallOfSeen = 0
  overdue = 0
}

function talliesOf({ blueprint, cards, states, day, memory, knownBefore }: EvidenceInput) {
  const domainOf = domainsOfSkills(blueprint)
  const tallies = new Map(blueprint.domains.map(({ id }) => [id, new Tally()]))
  for (const { cardId, note } of cards) {
    const state = states.get(cardId)
    const id = countedDomain(note.skills, domainOf)
    const tally = id === undefined ? undefined : tallies.get(id)
    if (id === undefined || !tally) continue
    tally.cards += 1
    const recall = state ? retrievability(state, day, memory) : (knownBefore?.(id) ?? 0)
    tally.recall += recall
    if (!state) continue
    tally.recallOfSeen += recall
    tally.seen += 1
    tally.reviews += state.reps
    if (isLongOverdue(state, day)) tally.overdue += 1
  }
  return tallies
}

function domainsOfSkills({ domains }: Blueprint): ReadonlyMap<string, string> {
  return new Map(
    domains.flatMap(({ id, groups }) =>
      groups.flatMap(({ skills }) => skills.map((skill) => [skill.id, id] as const)),
    ),
  )
}

/** Days overdue from which on too much recall is expected, however stable a card is. */
const LONG_DAYS = 60

/** Whether a card has not been seen for twice its stability, or is overdue by more than 60 days. */
export function isLongOverdue(
  { stability, lastReviewDay, dueDay }: CardState,
  day: StudyDayNumber,
): boolean {
  return day - lastReviewDay > 2 * stability || day - dueDay > LONG_DAYS
}
