import type { Domain } from './blueprint.ts'
import type { CatalogCard } from './catalog.ts'
import { newCardsOf } from './new-cards.ts'
import type { ExamId, NoteId } from './note.ts'
import { retrievability } from './schedule.ts'
import type { CardState } from './schedule.ts'
import { isAvailable } from './study-day.ts'
import type { StudyDay } from './study-day.ts'
import type { Instant } from './time.ts'

/** What the learner chose to study: everything, an exam, or a domain, group or skill of it. */
export interface Scope {
  readonly exam?: ExamId
  /** Id of a domain, group or skill. */
  readonly part?: string
}

/** Why a card comes up now. */
export type Reason =
  | { readonly kind: 'step'; readonly relearning: boolean; readonly dueAt: Instant }
  | { readonly kind: 'due'; readonly daysOverdue: number; readonly retrievability: number }
  | { readonly kind: 'new'; readonly domain: string }

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
 * questions of a scenario are introduced together. The same input always gives the same queue.
 */
export function buildQueue(day: StudyDay, scope: Scope, now: Instant): Queue {
  const inScope = scopeFilter(day, scope)
  const states = [...day.states.values()]
    .filter(({ cardId }) => day.cardById.has(cardId) && isAvailable(day, cardId))
    .toSorted((a, b) => orderOf(day, a) - orderOf(day, b))
  const learning = learningEntries(day, states).filter(({ card }) => inScope(card))
  const busy = notesReviewedToday(day)
  const reviews = reviewEntries(day, states, inScope, busy)
  const { begun, fresh } = newCardsOf(day, scope, inScope, busy)
  const entries = [
    ...begun.map((card) => newEntry(day, card)),
    ...learning.filter(({ reason }) => reason.kind === 'step' && reason.dueAt <= now),
    ...mixed(
      reviews.map((entry) => [entry]),
      fresh.map((unit) => unit.map((card) => newEntry(day, card))),
    ),
    ...learning.filter(({ reason }) => reason.kind === 'step' && reason.dueAt > now),
  ]
  const count = (kind: QueueEntry['kind']) => entries.filter((entry) => entry.kind === kind).length
  return {
    entries,
    counts: { learning: count('learning'), review: count('review'), new: count('new') },
  }
}

/** Whether a card belongs to what the learner chose to study. */
export function scopeFilter(day: StudyDay, { exam, part }: Scope): (card: CatalogCard) => boolean {
  if (exam === undefined && part === undefined) return () => true
  return ({ note }) =>
    note.skills.some((id) => {
      const place = day.places.get(id)
      if (!place || (exam !== undefined && place.exam !== exam)) return false
      return part === undefined || [place.domain.id, place.group.id, id].includes(part)
    })
}

/** When the next learning step is over, or null if none is under way. */
export function nextLearningAt(queue: Queue): Instant | null {
  const steps = queue.entries.flatMap(({ reason }) =>
    reason.kind === 'step' ? [reason.dueAt] : [],
  )
  return steps.length > 0 ? Math.min(...steps) : null
}

function learningEntries(day: StudyDay, states: readonly CardState[]): QueueEntry[] {
  return states
    .flatMap((state): QueueEntry[] => {
      const card = day.cardById.get(state.cardId)
      if (!card || state.dueAt === null) return []
      const { dueAt, phase } = state
      const reason = { kind: 'step', relearning: phase === 'relearning', dueAt } as const
      return [{ card, kind: 'learning', reason }]
    })
    .toSorted((a, b) => stepEnd(a) - stepEnd(b))
}

function stepEnd({ reason }: QueueEntry): Instant {
  return reason.kind === 'step' ? reason.dueAt : 0
}

function notesReviewedToday(day: StudyDay): Set<NoteId> {
  const reviewed = [...day.states.values()].filter((state) => state.lastReviewDay >= day.today)
  const notes = reviewed.map(({ cardId }) => day.cardById.get(cardId)?.note.id)
  return new Set(notes.filter((id) => id !== undefined))
}

/** Reviews due, least likely recalled first; adds their notes to `busy`. */
function reviewEntries(
  day: StudyDay,
  states: readonly CardState[],
  inScope: (card: CatalogCard) => boolean,
  busy: Set<NoteId>,
): QueueEntry[] {
  const learning = states.filter(({ dueAt }) => dueAt !== null)
  for (const { cardId } of learning) busy.add(day.cardById.get(cardId)?.note.id ?? cardId)
  const due = states
    .filter((state) => state.dueAt === null && state.dueDay <= day.today)
    .map((state) => ({ state, recall: retrievability(state, day.today) }))
    .toSorted((a, b) => a.recall - b.recall || orderOf(day, a.state) - orderOf(day, b.state))
  const entries: QueueEntry[] = []
  for (const { state, recall } of due) {
    const card = day.cardById.get(state.cardId)
    if (!card || busy.has(card.note.id) || !inScope(card)) continue
    busy.add(card.note.id)
    const daysOverdue = day.today - state.dueDay
    entries.push({
      card,
      kind: 'review',
      reason: { kind: 'due', daysOverdue, retrievability: recall },
    })
  }
  return byTurns(day, entries)
}

/** Lets domains alternate among reviews that are about equally urgent: the exam mixes them too. */
function byTurns(day: StudyDay, entries: readonly QueueEntry[]): QueueEntry[] {
  return [...Map.groupBy(entries, urgencyBand).values()].flatMap((list) => {
    const lists = [...Map.groupBy(list, ({ card }) => domainOf(day, card)?.id).values()]
    const longest = Math.max(...lists.map(({ length }) => length))
    return Array.from({ length: longest }, (_, turn) =>
      lists.flatMap((each) => each.slice(turn, turn + 1)),
    ).flat()
  })
}

function urgencyBand({ reason }: QueueEntry): number {
  return reason.kind === 'due' ? Math.floor(reason.retrievability * 20) : 0
}

/** Two lists as one, each spread evenly over it. */
function mixed<T>(reviews: readonly T[][], fresh: readonly T[][]): T[] {
  const placed = [reviews, fresh].flatMap((units, list) =>
    units.map((unit, index) => ({ unit, list, position: (index + 0.5) / units.length })),
  )
  return placed
    .toSorted((a, b) => a.position - b.position || a.list - b.list)
    .flatMap(({ unit }) => unit)
}

function newEntry(day: StudyDay, card: CatalogCard): QueueEntry {
  return { card, kind: 'new', reason: { kind: 'new', domain: domainOf(day, card)?.title ?? '' } }
}

function domainOf(day: StudyDay, { note }: CatalogCard): Domain | undefined {
  return note.skills.map((skill) => day.places.get(skill)?.domain).find((domain) => domain)
}

function orderOf(day: StudyDay, { cardId }: CardState): number {
  return day.cardById.get(cardId)?.order ?? 0
}
