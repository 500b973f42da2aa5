import type { CatalogCard } from '../catalog.ts'
import { busyNotes, dueReviews } from './due-reviews.ts'
import type { DueReview } from './due-reviews.ts'
import { newCardsOf } from './new-cards.ts'
import type { CardId, ExamId, NoteId } from '../note.ts'
import { isByPlan, plannedLeft } from './planned.ts'
import type { PlannedCard, PlannedEntry } from './planned.ts'
import { apart, isRaised } from './raised.ts'
import type { Raised } from './raised.ts'
import { byAuthor, isAvailable, placeOf } from './study-day.ts'
import type { Known, StudyDay } from './study-day.ts'
import type { Instant } from '../time.ts'

/** What the learner chose to study: everything, or some of it. What is named must all hold. */
export interface Scope {
  readonly exam?: ExamId
  /** Id of a domain, group or skill. */
  readonly part?: string
  /** Only these: cards with a flag or a tag, those forgotten today, the result of a search. */
  readonly cards?: ReadonlySet<CardId>
}

/** Why a card comes up now. */
export type Reason =
  | { readonly kind: 'step'; readonly relearning: boolean; readonly dueAt: Instant }
  | { readonly kind: 'due'; readonly daysOverdue: number; readonly retrievability: number }
  | { readonly kind: 'new'; readonly domain: string }
  /** Before others and due or not, as its skill was missed in a mock exam. */
  | ({
      readonly kind: 'mock'
      readonly daysAgo: number
      /** Null for a new card. */
      readonly retrievability: number | null
    } & Pick<Raised, 'exam'>)
  /** As the plan of the day has it. */
  | ({ readonly kind: 'plan' } & PlannedCard)
  /** Before it is due, as the learner wants to study ahead. */
  | { readonly kind: 'ahead'; readonly daysEarly: number; readonly retrievability: number }
  /** Whatever its schedule, which stays as it is. `retrievability` is null for a new card. */
  | { readonly kind: 'cram'; readonly retrievability: number | null }

export interface QueueEntry {
  readonly card: CatalogCard
  readonly kind: 'learning' | 'review' | 'new'
  readonly reason: Reason
}

/** What is left to study today, in the order in which to study it. Computed, never stored. */
export interface Queue {
  readonly entries: readonly QueueEntry[]
  readonly counts: { readonly learning: number; readonly review: number; readonly new: number }
}

/**
 * What to study now. First a scenario that was begun, then learning cards whose step is over, then
 * reviews mixed evenly with new cards; learning cards whose step is not over come last, soonest first,
 * so that a card stays in the session until its first success.
 *
 * Of a note's cards at most one is reviewed or introduced a day, as siblings answer each other; the
 * questions of a scenario are introduced together. The same input always gives the same queue, and
 * what is left keeps its order while the learner works through it.
 *
 * Cards of an exam that has a plan come up as the plan of the day has them, unless the learner chose a
 * part of an exam, or cards: who does wants those, and gets what is due and new among them.
 *
 * Cards raised by a mock exam come after what is in learning and before all else, new ones first.
 */
export function buildQueue(day: StudyDay, scope: Scope, now: Instant): Queue {
  const inScope = scopeFilter(day, scope)
  const known = knownCards(day)
  const steps = learningCards(known).filter(({ card }) => inScope(card))
  const noteOf = (id: CardId) => day.cardById.get(id)?.note.id
  const busy = busyNotes(known, day.states.values(), day.today, noteOf)
  const isPlanned = planFilter(day, scope)
  // What a mock exam raises comes before the plan, and once.
  const byPlan = (card: CatalogCard) => isPlanned(card) && !isRaised(day, card)
  const planned = plannedLeft(day, (card) => inScope(card) && byPlan(card), busy)
  const isOther = (card: CatalogCard) => inScope(card) && !byPlan(card)
  // What was forgotten in cramming, or brought forward by hand, is asked, planned or not.
  const isAsked = ({ cardId }: CatalogCard) =>
    day.forgotten?.has(cardId) === true || day.moved?.has(cardId) === true
  const isDue = (card: CatalogCard) => isOther(card) || (inScope(card) && isAsked(card))
  const reviews = dueReviews(day, known, isDue, busy)
  const { begun, fresh } = newCardsOf(day, scope, inScope, busy, isOther)
  const done = doneToday(day, (card) => isOther(card) && !isRaised(day, card))
  const asNew = (card: CatalogCard) => newEntry(day, card, scope)
  const asReview = (review: DueReview) => reviewEntry(day, review)
  const newOnes = apart(day, fresh, ([card]) => card)
  const seenOnes = apart(day, reviews, ({ card }) => card)
  const entries = [
    ...begun.map(asNew),
    ...steps.filter(({ dueAt }) => dueAt <= now).map(stepEntry),
    ...newOnes.raised.flatMap((unit) => unit.map(asNew)),
    ...seenOnes.raised.map(asReview),
    ...mixed(
      { done: done.reviews, left: seenOnes.others.map((review) => [asReview(review)]) },
      { done: done.notes, left: newOnes.others.map((unit) => unit.map(asNew)) },
      { done: planned.done, left: planned.left.map((unit) => unit.map(plannedEntry)) },
    ),
    ...steps.filter(({ dueAt }) => dueAt > now).map(stepEntry),
  ]
  return { entries, counts: countsOf(entries) }
}

/** How many entries of each kind there are. */
export function countsOf(entries: readonly QueueEntry[]): Queue['counts'] {
  const count = (kind: QueueEntry['kind']) => entries.filter((entry) => entry.kind === kind).length
  return { learning: count('learning'), review: count('review'), new: count('new') }
}

/** Whether a card belongs to what the learner chose to study. */
export function scopeFilter(day: StudyDay, scope: Scope): (card: CatalogCard) => boolean {
  const { exam, part, cards } = scope
  if (cards) {
    const isThere = scopeFilter(day, withoutCards(scope))
    return (card) => cards.has(card.cardId) && isThere(card)
  }
  if (exam === undefined && part === undefined) return () => true
  return ({ note }) =>
    note.skills.some((id) => {
      const place = day.places.get(id)
      if (!place || (exam !== undefined && place.exam !== exam)) return false
      return part === undefined || [place.domain.id, place.group.id, id].includes(part)
    })
}

function withoutCards({ exam, part }: Scope): Scope {
  return { ...(exam === undefined ? {} : { exam }), ...(part === undefined ? {} : { part }) }
}

/** Whether cards come up by the plan in such a session. */
function planFilter(day: StudyDay, { part, cards }: Scope): (card: CatalogCard) => boolean {
  if (!day.planned || part !== undefined || cards !== undefined) return () => false
  return (card) => isByPlan(day, card)
}

/** When the next learning step is over, or null if none is under way. */
export function nextLearningAt(queue: Queue): Instant | null {
  const steps = queue.entries.flatMap(({ reason }) =>
    reason.kind === 'step' ? [reason.dueAt] : [],
  )
  return steps.length > 0 ? Math.min(...steps) : null
}

/** The cards with a state that may come up today, in the author's order. */
export function knownCards(day: StudyDay): Known[] {
  return [...day.states.values()]
    .flatMap((state): Known[] => {
      const card = day.cardById.get(state.cardId)
      return card && isAvailable(day, state.cardId) ? [{ card, state }] : []
    })
    .toSorted((a, b) => byAuthor(a.card, b.card))
}

interface LearningCard extends Known {
  /** When its step is over. */
  readonly dueAt: Instant
}

function learningCards(known: readonly Known[]): LearningCard[] {
  return known
    .flatMap(({ card, state }) =>
      state.dueAt === null ? [] : [{ card, state, dueAt: state.dueAt }],
    )
    .toSorted((a, b) => a.dueAt - b.dueAt)
}

/**
 * What was studied today: cards reviewed, and notes of which a card was introduced. Cards still in
 * learning from an earlier day come first of all, and so count as reviewed already.
 */
function doneToday(
  day: StudyDay,
  inScope: (card: CatalogCard) => boolean,
): { readonly reviews: number; readonly notes: number } {
  const notes = new Set<NoteId>()
  let reviews = 0
  for (const { cardId, lastReviewDay, introducedDay, dueAt } of day.states.values()) {
    const card = day.cardById.get(cardId)
    if (!card || !inScope(card) || (lastReviewDay < day.today && dueAt === null)) continue
    if (introducedDay >= day.today) notes.add(card.note.id)
    else reviews += 1
  }
  return { reviews, notes: notes.size }
}

/** Units of a kind to study today: how many are done, and those that are left. */
interface Share<T> {
  readonly done: number
  readonly left: readonly (readonly T[])[]
}

/** Several shares as one list, each spread evenly over the day; what is done keeps its place in front. */
function mixed<T>(...shares: readonly Share<T>[]): T[] {
  return shares
    .flatMap(({ done, left }) =>
      left.map((unit, index) => ({ unit, position: (done + index + 0.5) / (done + left.length) })),
    )
    .toSorted((a, b) => a.position - b.position)
    .flatMap(({ unit }) => unit)
}

function stepEntry({ card, state, dueAt }: LearningCard): QueueEntry {
  const relearning = state.phase === 'relearning'
  return { card, kind: 'learning', reason: { kind: 'step', relearning, dueAt } }
}

function reviewEntry(day: StudyDay, { card, ...why }: DueReview): QueueEntry {
  const raised = mockReason(day, card, why.retrievability)
  return { card, kind: 'review', reason: raised ?? { kind: 'due', ...why } }
}

function mockReason(
  { raised, today }: StudyDay,
  { cardId }: CatalogCard,
  recall: number | null,
): Reason | null {
  const { exam, day } = raised?.get(cardId) ?? {}
  if (exam === undefined || day === undefined) return null
  return { kind: 'mock', exam, daysAgo: today - day, retrievability: recall }
}

function plannedEntry({ card, planned }: PlannedEntry): QueueEntry {
  return { card, kind: planned.isNew ? 'new' : 'review', reason: { kind: 'plan', ...planned } }
}

function newEntry(day: StudyDay, card: CatalogCard, { exam }: Scope): QueueEntry {
  const domain = placeOf(day, card, exam)?.domain.title ?? ''
  return { card, kind: 'new', reason: mockReason(day, card, null) ?? { kind: 'new', domain } }
}
