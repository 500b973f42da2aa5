import type { CatalogCard } from '../catalog.ts'
import type { ExamId, NoteId } from '../note.ts'
import type { Scope } from './queue.ts'
import { apart } from './raised.ts'
import { byAuthor, cardsOfNote, examsOf, isAvailable, isSeen } from './study-day.ts'
import type { StudyDay } from './study-day.ts'

/** The new cards of a day. */
export interface NewCards {
  /** Questions left of scenarios that were begun today: they go on at once, in order. */
  readonly begun: readonly CatalogCard[]
  /** What to introduce next, one unit after the other; only a scenario has more than one card. */
  readonly fresh: readonly (readonly CatalogCard[])[]
}

/**
 * Chooses the new cards of a day: per exam up to the limit less what was introduced today, never a
 * sibling of a card of the day, and never two notes on one day that are easily mixed up. Only a
 * scenario, whose questions stay together, can exceed the limit.
 *
 * @param busy notes of which a card was reviewed today or is about to be
 * @param isChoosable what may be introduced; scenarios that were begun go on if they are in scope
 */
export function newCardsOf(
  day: StudyDay,
  scope: Scope,
  inScope: (card: CatalogCard) => boolean,
  busy: ReadonlySet<NoteId>,
  isChoosable: (card: CatalogCard) => boolean = inScope,
): NewCards {
  const today = introducedToday(day)
  const begun = begunScenarios(day, today).filter(inScope)
  // Who chooses a part of an exam, or cards, wants those: only what was introduced there counts.
  const isChosen = scope.part !== undefined || scope.cards !== undefined
  const counted = isChosen ? today.filter(inScope) : today
  const left = slotsLeft(day, [...counted, ...begun])
  const chosen = new Chosen(busy, today)
  const fresh = examsIn(day, scope).flatMap((exam) => {
    const turnsTaken = notesOf(day, exam, counted)
    return pick(day, exam, isChoosable, left, chosen).map((unit, turn) => ({
      unit,
      turn: turnsTaken + turn,
    }))
  })
  // Exams take turns, also where a session goes on.
  return { begun, fresh: fresh.toSorted((a, b) => a.turn - b.turn).map(({ unit }) => unit) }
}

function pick(
  day: StudyDay,
  exam: ExamId,
  inScope: (card: CatalogCard) => boolean,
  left: Map<ExamId, number>,
  chosen: Chosen,
): CatalogCard[][] {
  const picked: CatalogCard[][] = []
  const inTurn = [...newAgain(day, exam), ...(day.newOrder.get(exam) ?? [])]
  const { raised, others } = apart(day, inTurn, (card) => card)
  for (const card of [...raised, ...others]) {
    if ((left.get(exam) ?? 0) <= 0) break
    if (isSeen(day, card.cardId) || !inScope(card) || !isAvailable(day, card.cardId)) continue
    if (!chosen.allows(card)) continue
    const exams = examsOf(day, card)
    if (exams.some((each) => (left.get(each) ?? 0) <= 0)) {
      chosen.putOff(card)
      continue
    }
    const unit = unitOf(day, card)
    for (const each of exams) left.set(each, (left.get(each) ?? 0) - unit.length)
    chosen.add(card)
    picked.push(unit)
  }
  return picked
}

/** Cards of an exam that an undo made new again, though they were rated before the session. */
function newAgain(day: StudyDay, exam: ExamId): CatalogCard[] {
  return [...day.changed]
    .filter(([cardId, state]) => state === null && day.seen.has(cardId))
    .flatMap(([cardId]) => day.cardById.get(cardId) ?? [])
    .filter((card) => examsOf(day, card).includes(exam))
    .toSorted(byAuthor)
}

/** What the day has already: keeps siblings and easily confused notes out of it. */
class Chosen {
  readonly #siblings: Set<NoteId>
  readonly #introduced = new Set<NoteId>()
  readonly #confusable = new Set<NoteId>()
  readonly #putOff = new Set<NoteId>()

  constructor(busy: ReadonlySet<NoteId>, introduced: readonly CatalogCard[]) {
    this.#siblings = new Set(busy)
    introduced.forEach((card) => this.add(card))
  }

  allows(card: CatalogCard): boolean {
    const { id, confuse, needs } = card.note
    if (this.#siblings.has(id)) return false
    const isConfusable =
      this.#confusable.has(id) || confuse.some((other) => this.#introduced.has(other))
    // A note waits for those it needs, so where they are put off, it is too.
    const isEarly = needs.some((need) => this.#putOff.has(need))
    if (isConfusable || isEarly) this.putOff(card)
    return !isConfusable && !isEarly
  }

  add({ note }: CatalogCard): void {
    this.#siblings.add(note.id)
    this.#introduced.add(note.id)
    for (const id of note.confuse) this.#confusable.add(id)
  }

  putOff({ note }: CatalogCard): void {
    this.#putOff.add(note.id)
  }
}

/** A card alone, or all questions of a scenario on its first pass. */
function unitOf(day: StudyDay, card: CatalogCard): CatalogCard[] {
  const siblings = cardsOfNote(day, card.note)
  const first = siblings.every(({ cardId }) => !isSeen(day, cardId))
  if (card.note.type !== 'scenario' || !first) return [card]
  return siblings.filter(({ cardId }) => isAvailable(day, cardId))
}

function introducedToday(day: StudyDay): CatalogCard[] {
  return [...day.states.values()]
    .filter(({ introducedDay }) => introducedDay >= day.today)
    .flatMap(({ cardId }) => day.cardById.get(cardId) ?? [])
    .toSorted(byAuthor)
}

function begunScenarios(day: StudyDay, today: readonly CatalogCard[]): CatalogCard[] {
  const introduced = new Set(today.map(({ cardId }) => cardId))
  const begun = new Set(today.map(({ note }) => note).filter(({ type }) => type === 'scenario'))
  return [...begun].flatMap((note) => {
    const questions = cardsOfNote(day, note)
    const seen = questions.filter(({ cardId }) => isSeen(day, cardId))
    // A question seen on an earlier day: then this is no first pass, and siblings stay apart.
    if (seen.some(({ cardId }) => !introduced.has(cardId))) return []
    return questions.filter(({ cardId }) => !isSeen(day, cardId) && isAvailable(day, cardId))
  })
}

function slotsLeft(day: StudyDay, counted: readonly CatalogCard[]): Map<ExamId, number> {
  const left = new Map([...day.newOrder.keys()].map((exam) => [exam, day.newPerDay]))
  for (const card of counted) {
    for (const exam of examsOf(day, card)) left.set(exam, (left.get(exam) ?? 0) - 1)
  }
  return left
}

/** Notes among `cards` that were an exam's turn. One that counts for two was the first one's. */
function notesOf(day: StudyDay, exam: ExamId, cards: readonly CatalogCard[]): number {
  const exams = [...day.newOrder.keys()]
  const turnOf = (card: CatalogCard) => exams.find((each) => examsOf(day, card).includes(each))
  return new Set(cards.filter((card) => turnOf(card) === exam).map(({ note }) => note.id)).size
}

function examsIn(day: StudyDay, { exam }: Scope): ExamId[] {
  return exam === undefined ? [...day.newOrder.keys()] : [exam]
}
