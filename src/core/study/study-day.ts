import type { Place } from '../blueprint.ts'
import type { CatalogCard, CatalogNote } from '../catalog.ts'
import type { Mark } from '../mark.ts'
import { newOrder } from './new-order.ts'
import type { PlannedDay } from './planned.ts'
import { cardIdOf } from '../note.ts'
import type { CardId, ExamId, NoteId, SkillId } from '../note.ts'
import type { Raised } from './raised.ts'
import type { CardState } from '../schedule.ts'
import type { Memory } from '../scheduler.ts'
import type { StudyDayNumber } from '../time.ts'

/** What a study day is made from: the learner's data as read, and the cards of the exams studied. */
export interface StudyDayInput {
  readonly today: StudyDayNumber
  /** All cards of the exams being studied, each once, in the author's order. */
  readonly cards: readonly CatalogCard[]
  /** States of the cards that are due by today, in learning, or were reviewed today. */
  readonly states: ReadonlyMap<CardId, CardState>
  /** Every card that has a state, due or not. */
  readonly seen: ReadonlySet<CardId>
  readonly marks: ReadonlyMap<CardId, Mark>
  /** Where each skill of the exams being studied stands. */
  readonly places: ReadonlyMap<SkillId, Place>
  /** New cards per day and exam. */
  readonly newPerDay: number
  /** Cards forgotten while cramming today: they may be studied today, though they are not due. */
  readonly forgotten?: ReadonlySet<CardId>
  /** Cards whose due day the learner set by hand today: that day holds, whatever the plan of the day has. */
  readonly moved?: ReadonlySet<CardId>
  /** How fast the learner forgets; the defaults where it is left out. */
  readonly memory?: Memory
  /** Cards that come up before others, due or not, as their skill was missed in a mock exam. */
  readonly raised?: ReadonlyMap<CardId, Raised>
  /** What the learner's plan has for the day; left out for who has none. */
  readonly planned?: PlannedDay
}

/** Everything that decides what is studied today. Kept in memory during a session. */
export interface StudyDay extends StudyDayInput {
  readonly cardById: ReadonlyMap<CardId, CatalogCard>
  /** Per exam: its cards that were never rated, in the order in which they are introduced. */
  readonly newOrder: ReadonlyMap<ExamId, readonly CatalogCard[]>
  /** Cards whose state changed since the data was read; null where an undo made them new again. */
  readonly changed: ReadonlyMap<CardId, CardState | null>
}

/** A card that was rated, with its state. */
export interface Known {
  readonly card: CatalogCard
  readonly state: CardState
}

/** Prepares a study day: all that depends on the catalog alone is worked out here, once. */
export function studyDay(input: StudyDayInput): StudyDay {
  const cardById = new Map<CardId, CatalogCard>()
  for (const card of input.cards) cardById.set(card.cardId, card)
  return {
    ...input,
    cardById,
    newOrder: newOrder(input.cards, input.places, input.seen),
    changed: new Map(),
  }
}

/**
 * The same day after a card got another state, by a rating or an undo. Cheap: the large collections are
 * shared, only what changed and the states of the day are copied.
 */
export function afterReview(day: StudyDay, cardId: CardId, state: CardState | null): StudyDay {
  const states = new Map(day.states)
  if (state) states.set(cardId, state)
  else states.delete(cardId)
  return { ...day, states, changed: new Map(day.changed).set(cardId, state) }
}

/** The same day after the learner marked a card. */
export function afterMark(day: StudyDay, mark: Mark): StudyDay {
  return { ...day, marks: new Map(day.marks).set(mark.cardId, mark) }
}

/** The cards of a note, in the author's order. */
export function cardsOfNote(day: Pick<StudyDay, 'cardById'>, note: CatalogNote): CatalogCard[] {
  return note.keys.flatMap((key) => day.cardById.get(cardIdOf(note.id, key)) ?? [])
}

/** The notes of all cards. */
export function noteIdsOf({ cards }: Pick<StudyDay, 'cards'>): Set<NoteId> {
  return new Set(cards.map(({ note }) => note.id))
}

/** Whether a card was ever rated. */
export function isSeen(day: StudyDay, cardId: CardId): boolean {
  const changed = day.changed.get(cardId)
  return changed === undefined ? day.seen.has(cardId) : changed !== null
}

/** Whether a card may come up today at all. */
export function isAvailable(day: Pick<StudyDayInput, 'today' | 'marks'>, cardId: CardId): boolean {
  const mark = day.marks.get(cardId)
  if (!mark) return true
  return !mark.suspended && (mark.buriedUntil === null || mark.buriedUntil <= day.today)
}

/** The exams that a card counts for, among those being studied. */
export function examsOf(day: StudyDay, { note }: CatalogCard): ExamId[] {
  const exams = note.skills.map((skill) => day.places.get(skill)?.exam)
  return [...new Set(exams.filter((exam) => exam !== undefined))]
}

/** Where a card stands in `exam`, or in the first exam that it counts for. */
export function placeOf(day: StudyDay, { note }: CatalogCard, exam?: ExamId): Place | undefined {
  const places = note.skills.flatMap((skill) => day.places.get(skill) ?? [])
  return places.find((place) => place.exam === exam) ?? places[0]
}

/** For sorting: the author's order. */
export function byAuthor(a: CatalogCard, b: CatalogCard): number {
  return a.order - b.order || (a.cardId < b.cardId ? -1 : a.cardId > b.cardId ? 1 : 0)
}
