import type { CatalogCard } from '../catalog.ts'
import type { CardId } from '../note.ts'
import type { Rating } from '../review.ts'
import { retrievability } from '../schedule.ts'
import type { CardState } from '../schedule.ts'
import { busyNotes } from './due-reviews.ts'
import { buildQueue, countsOf, knownCards, scopeFilter } from './queue.ts'
import type { Queue, QueueEntry, Scope } from './queue.ts'
import { byAuthor, isAvailable } from './study-day.ts'
import type { StudyDay } from './study-day.ts'
import type { Instant } from '../time.ts'

/**
 * How a session treats the schedule. `study` asks what is due and new. `ahead` goes on with cards before
 * they are due; each answer counts, with the days that have really passed. `cram` asks everything, and
 * no answer changes a schedule.
 */
export type StudyMode = 'study' | 'ahead' | 'cram'

/** The last answer to each card that was crammed in this session, and which answer of it that was, from 1. */
export type Crammed = ReadonlyMap<CardId, { readonly rating: Rating; readonly nth: number }>

/** How many other cards come before one that was forgotten while cramming comes again. */
const CRAM_PAUSE = 5

/** The same after one more card was crammed. */
export function afterCram(crammed: Crammed, cardId: CardId, rating: Rating): Crammed {
  return new Map(crammed).set(cardId, { rating, nth: answersOf(crammed) + 1 })
}

function answersOf(crammed: Crammed): number {
  return [...crammed.values()].reduce((most, { nth }) => Math.max(most, nth), 0)
}

/** What to ask now, in a session of the given mode. */
export function sessionQueue(
  day: StudyDay,
  scope: Scope,
  mode: StudyMode,
  crammed: Crammed,
  now: Instant,
): Queue {
  if (mode === 'cram') return cramQueue(day, scope, crammed)
  const queue = buildQueue(day, scope, now)
  if (mode === 'study') return queue
  const entries = [...queue.entries, ...aheadOf(day, scope, queue)]
  return { entries, counts: countsOf(entries) }
}

/**
 * Cards that are not due yet, least likely recalled first, at most one a note and each once a day: what
 * was answered a moment ago has nothing to gain.
 */
function aheadOf(day: StudyDay, scope: Scope, { entries }: Queue): QueueEntry[] {
  const inScope = scopeFilter(day, scope)
  const known = knownCards(day)
  const noteOf = (id: CardId) => day.cardById.get(id)?.note.id
  const busy = busyNotes(known, day.states.values(), day.today, noteOf)
  for (const { card } of entries) busy.add(card.note.id)
  return known
    .filter(({ card, state }) => state.dueAt === null && state.dueDay > day.today && inScope(card))
    .map(({ card, state }) => ({
      card,
      state,
      recall: retrievability(state, day.today, day.memory),
    }))
    .toSorted((a, b) => a.recall - b.recall || byAuthor(a.card, b.card))
    .filter(({ card }) => !busy.has(card.note.id) && busy.add(card.note.id))
    .map(({ card, state, recall }) => ({
      card,
      kind: 'review',
      reason: { kind: 'ahead', daysEarly: state.dueDay - day.today, retrievability: recall },
    }))
}

/** All cards until each was known once: the least likely recalled first, then the new ones. */
function cramQueue(day: StudyDay, scope: Scope, crammed: Crammed): Queue {
  const inScope = scopeFilter(day, scope)
  const open = day.cards
    .filter((card) => inScope(card) && isAvailable(day, card.cardId))
    .filter(({ cardId }) => isOpen(crammed, cardId))
    .map((card) => ({ card, recall: recallOf(day, day.states.get(card.cardId)) }))
    .toSorted((a, b) => (a.recall ?? 2) - (b.recall ?? 2) || byAuthor(a.card, b.card))
  const nthOf = (card: CatalogCard) => crammed.get(card.cardId)?.nth ?? 0
  const again = open
    .filter(({ card }) => crammed.has(card.cardId))
    .toSorted((a, b) => nthOf(a.card) - nthOf(b.card))
  const isOver = ({ card }: { card: CatalogCard }) => answersOf(crammed) - nthOf(card) >= CRAM_PAUSE
  const ordered = [
    ...again.filter(isOver),
    ...open.filter(({ card }) => !crammed.has(card.cardId)),
    ...again.filter((each) => !isOver(each)),
  ]
  const entries = ordered.map(({ card, recall }): QueueEntry => ({
    card,
    kind: recall === null ? 'new' : 'review',
    reason: { kind: 'cram', retrievability: recall },
  }))
  return { entries, counts: countsOf(entries) }
}

function isOpen(crammed: Crammed, cardId: CardId): boolean {
  return (crammed.get(cardId)?.rating ?? 'again') === 'again'
}

function recallOf(day: StudyDay, state: CardState | undefined): number | null {
  return state ? retrievability(state, day.today, day.memory) : null
}
