import { domainShare } from '../blueprint.ts'
import type { Blueprint, Place } from '../blueprint.ts'
import type { CatalogCard } from '../catalog.ts'
import type { ExamSchedule } from '../exam-schedule.ts'
import type { CardId, ExamId, SkillId } from '../note.ts'
import { wantedRecall, dayOfDate } from '../plan-settings.ts'
import type { ExamPlan } from '../plan-settings.ts'
import type { CardState } from '../schedule.ts'
import { spreadRange } from '../spread.ts'
import type { StudyDayNumber } from '../time.ts'
import { AWAY, AWAY_TODAY, freshCards } from './cards.ts'
import type { PlanCards, PlanExam } from './cards.ts'
import type { Memory } from './memory.ts'

/** What the columns of a plan are made from. */
export interface PlanSource {
  /** All cards of the exams being studied, each once, in the author's order. */
  readonly cards: readonly CatalogCard[]
  readonly states: ReadonlyMap<CardId, CardState>
  readonly isAvailable: (cardId: CardId) => boolean
  readonly isSuspended: (cardId: CardId) => boolean
  /** Cards forgotten while cramming today. */
  readonly forgotten: ReadonlySet<CardId>
  /** Per exam its new cards in the order of introducing. */
  readonly newOrder: ReadonlyMap<ExamId, readonly CatalogCard[]>
  readonly today: StudyDayNumber
  readonly memory: Memory
  /** With what the due day of a card was computed. */
  readonly dueOf: (card: CatalogCard) => DueRule
}

/** What due days are computed with. */
export interface DueRule {
  /** Wanted recall, 0 to 1. */
  readonly desiredRetention: number
  readonly maximumIntervalDays: number
}

/** Days by which the scheduler's order of ratings may move a due day away from the bare interval. */
const SLACK = 2

/** The columns of the cards, in the order given. */
export function planCardsOf(source: PlanSource): PlanCards {
  const { cards: list, states, isAvailable, isSuspended, forgotten, today } = source
  const cards = freshCards(list.length)
  const places = placesInOrder(source)
  list.forEach((card, index) => {
    const { cardId } = card
    const state = states.get(cardId)
    cards.order[index] = places.get(cardId) ?? list.length + index
    if (!isAvailable(cardId)) cards.away[index] = isSuspended(cardId) ? AWAY : AWAY_TODAY
    if (!state) return
    cards.seen[index] = 1
    cards.stability[index] = state.stability
    cards.difficulty[index] = state.difficulty
    cards.lastDay[index] = state.lastReviewDay
    // What is on a step comes up by itself.
    const { moved, sooner, later } = movedBy(state, card, source)
    const isPutOff = moved > later && state.dueDay > today
    if ((state.dueAt !== null || isPutOff) && !cards.away[index]) cards.away[index] = AWAY_TODAY
    const isBroughtForward = moved < -sooner && state.dueDay <= today
    if (isBroughtForward || forgotten.has(cardId)) cards.pressing[index] = 1
    if (moved >= -sooner && moved <= later) cards.shift[index] = moved
  })
  return cards
}

/**
 * By how many days the due day lies beside the interval, later above 0, and up to how many that is the
 * scheduler's doing: what goes beyond was set by the learner or a release.
 */
function movedBy(state: CardState, card: CatalogCard, { memory, dueOf }: PlanSource) {
  const { desiredRetention, maximumIntervalDays } = dueOf(card)
  const days = Math.max(1, Math.round(memory.interval(state.stability, desiredRetention)))
  const interval = Math.min(days, maximumIntervalDays)
  const { from, to } = spreadRange(interval, maximumIntervalDays)
  return {
    moved: state.dueDay - state.lastReviewDay - interval,
    sooner: interval - from + SLACK,
    later: to - interval + SLACK,
  }
}

function placesInOrder({ newOrder }: PlanSource): Map<CardId, number> {
  const places = new Map<CardId, number>()
  for (const cards of newOrder.values()) {
    cards.forEach(({ cardId }, place) => {
      places.set(cardId, Math.min(place, places.get(cardId) ?? place))
    })
  }
  return places
}

/** Where an exam stands on a day. */
export type ExamPhase = 'dated' | 'undated' | 'today' | 'over'

export function phaseOf({ date }: Pick<ExamPlan, 'date'>, today: StudyDayNumber): ExamPhase {
  if (date === null) return 'undated'
  const examDay = dayOfDate(date)
  return examDay > today ? 'dated' : examDay === today ? 'today' : 'over'
}

interface Defaults {
  readonly newPerDay: number
  readonly desiredRetention: number
  /** What was set for the exam. */
  readonly schedule?: ExamSchedule | undefined
}

/**
 * An exam as the ranking takes it. Null where nothing is planned for it: on the day of the exam, and
 * after it once its cards are archived.
 */
export function planExamOf(
  blueprint: Blueprint,
  plan: ExamPlan,
  cards: readonly CatalogCard[],
  places: ReadonlyMap<SkillId, Place>,
  today: StudyDayNumber,
  defaults: Defaults,
): PlanExam | null {
  const phase = phaseOf(plan, today)
  if (phase === 'today' || (phase === 'over' && plan.after === 'archive')) return null
  const { exam, domains } = blueprint
  const indexOf = new Map(domains.map(({ id }, index) => [id, index]))
  const own = defaults.schedule
  return {
    examDay: phase === 'dated' && plan.date !== null ? dayOfDate(plan.date) : null,
    startDay: Math.min(plan.since, today),
    retention: wantedRecall(plan, today, defaults),
    ...(own?.maximumIntervalDays !== undefined && { longest: own.maximumIntervalDays }),
    shares: domains.map(({ id }) => domainShare(blueprint, id)),
    domainOf: Int16Array.from(cards, (card) => {
      const place = placeIn(exam, card, places)
      return place ? (indexOf.get(place.domain.id) ?? -1) : -1
    }),
    unseenRecall: domains.map(({ id }) => plan.known[id] ?? 0),
    newPerDay: newPerDayOf(phase, plan, defaults),
  }
}

function newPerDayOf(phase: ExamPhase, plan: ExamPlan, { newPerDay }: Defaults): number {
  if (phase === 'over') return 0
  if (plan.newPerDay !== null) return plan.newPerDay
  return phase === 'dated' ? Number.POSITIVE_INFINITY : newPerDay
}

/** Where a card counts in an exam: by its first skill there. */
function placeIn(
  exam: ExamId,
  { note }: CatalogCard,
  places: ReadonlyMap<SkillId, Place>,
): Place | undefined {
  return note.skills.map((skill) => places.get(skill)).find((place) => place?.exam === exam)
}
