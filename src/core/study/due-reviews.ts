import type { CatalogCard } from '../catalog.ts'
import type { CardId, NoteId } from '../note.ts'
import { retrievability } from '../schedule.ts'
import type { CardState } from '../schedule.ts'
import type { Memory } from '../scheduler.ts'
import { byAuthor, placeOf } from './study-day.ts'
import type { Known, StudyDay } from './study-day.ts'
import type { StudyDayNumber } from '../time.ts'

/** A card to review today. */
export interface DueReview {
  readonly card: CatalogCard
  /** Study days since the first on which it was due. */
  readonly daysOverdue: number
  /** Probability of recall today, 0 to 1. */
  readonly retrievability: number
}

/** Width of the bands of recall within which domains take turns. */
const BAND = 0.05

/**
 * The reviews due, least likely recalled first, one a note; among cards about equally likely recalled
 * domains take turns, as they do in the exam. Recall is that of the study day, and the turns go on from
 * the last review, so that the order stays the same while the learner works through it.
 *
 * @param known cards with a state that may come up today
 * @param busy  notes that have their card of the day already; those chosen are added to it
 */
export function dueReviews(
  day: StudyDay,
  known: readonly Known[],
  inScope: (card: CatalogCard) => boolean,
  busy: Set<NoteId>,
): DueReview[] {
  return byTurns(day, oneANote(leastRecalledFirst(known, day), inScope, busy))
}

/**
 * The cards that the queue asks today, by their ids: those in learning, and of the reviews due one a
 * note. Unlike the queue it needs no scope and no order.
 *
 * @param known cards with a state that may come up today; those due later do no harm
 */
export function askedToday(
  known: readonly Known[],
  today: StudyDayNumber,
  busy: ReadonlySet<NoteId>,
  memory?: Memory,
): Set<CardId> {
  const day = { today, ...(memory && { memory }) }
  const learning = known.filter(({ state }) => state.dueAt !== null)
  const reviews = oneANote(leastRecalledFirst(known, day), () => true, new Set(busy))
  return new Set([...learning, ...reviews].map(({ card }) => card.cardId))
}

/** Notes that have their card of the day: one in learning, or one that was reviewed today. */
export function busyNotes(
  known: readonly Known[],
  states: Iterable<CardState>,
  today: StudyDayNumber,
  noteOf: (id: CardId) => NoteId | undefined,
): Set<NoteId> {
  const busy = new Set<NoteId>()
  for (const { card, state } of known) if (state.dueAt !== null) busy.add(card.note.id)
  for (const { cardId, lastReviewDay } of states) {
    const note = lastReviewDay >= today ? noteOf(cardId) : undefined
    if (note !== undefined) busy.add(note)
  }
  return busy
}

function leastRecalledFirst(
  known: readonly Known[],
  { today, forgotten, raised, memory }: Pick<StudyDay, 'today' | 'forgotten' | 'raised' | 'memory'>,
): DueReview[] {
  return known
    .filter(({ state }) => state.dueAt === null)
    .filter(
      ({ card: { cardId }, state }) =>
        state.dueDay <= today || forgotten?.has(cardId) || raised?.has(cardId),
    )
    .map(({ card, state }) => ({
      card,
      daysOverdue: Math.max(0, today - state.dueDay),
      retrievability: retrievability(state, today, memory),
    }))
    .toSorted((a, b) => a.retrievability - b.retrievability || byAuthor(a.card, b.card))
}

function oneANote(
  due: readonly DueReview[],
  inScope: (card: CatalogCard) => boolean,
  busy: Set<NoteId>,
): DueReview[] {
  return due.filter(({ card }) => {
    if (!inScope(card) || busy.has(card.note.id)) return false
    busy.add(card.note.id)
    return true
  })
}

function byTurns(day: StudyDay, due: readonly DueReview[]): DueReview[] {
  const domains = [...new Set([...day.places.values()].map(({ domain }) => domain.id))]
  const domainOf = (card: CatalogCard) => domains.indexOf(placeOf(day, card)?.domain.id ?? '')
  const last = lastReviewed(day)
  let turn = last ? domainOf(last) : -1
  const bands = Map.groupBy(due, (review) => Math.floor(review.retrievability / BAND))
  return [...bands.values()].flatMap((band) => {
    const lists = Map.groupBy(band, ({ card }) => domainOf(card))
    const afterTurn = (domain: number) => (domain > turn ? domain : domain + domains.length + 1)
    const order = [...lists.keys()].toSorted((a, b) => afterTurn(a) - afterTurn(b))
    const taken = inTurn(order.map((domain) => lists.get(domain) ?? []))
    const end = taken.at(-1)
    if (end) turn = domainOf(end.card)
    return taken
  })
}

/** The first of each list, then the second of each, and so on. */
function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, index) =>
    lists.flatMap((list) => list.slice(index, index + 1)),
  ).flat()
}

/** The card that was reviewed last today, not counting cards that were new. */
function lastReviewed(day: StudyDay): CatalogCard | undefined {
  const [last] = [...day.states.values()]
    .filter((state) => state.lastReviewDay >= day.today && state.introducedDay < day.today)
    .toSorted((a, b) => b.lastReviewAt - a.lastReviewAt || (a.cardId < b.cardId ? -1 : 1))
  return last && day.cardById.get(last.cardId)
}
