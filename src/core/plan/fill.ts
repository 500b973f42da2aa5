import type { CatalogCard } from '../catalog.ts'
import type { NoteId } from '../note.ts'
import type { PlanExam } from './cards.ts'
import type { Ranked, Why } from './rank.ts'

/** What a day may hold, beside the ranking: the rules that keep cards apart or together. */
export interface DayRules {
  /** The cards of the plan by index. */
  readonly cards: readonly CatalogCard[]
  readonly exams: readonly PlanExam[]
  readonly isSeen: (card: number) => boolean
  /** Whether a card may come up today at all. */
  readonly isAway: (card: number) => boolean
  /** Notes that have their card of the day already. */
  readonly busy: ReadonlySet<NoteId>
  /** Notes of which a card was introduced today. */
  readonly introducedNotes: readonly NoteId[]
  /** By exam: how many of its cards were introduced today. */
  readonly introduced: readonly number[]
  /** Expected seconds and effect of a card. */
  readonly why: (card: number) => Why
  /** Seconds left today. */
  readonly budget: number
}

/** Cards to be studied one after the other; only a scenario has more than one. */
export type Unit = readonly { readonly card: number; readonly why: Why }[]

/**
 * Fills a day from its ranking: the best cards first, until their expected time uses up the budget or only
 * reviews are left that can wait. Of a note one card a day, of two notes that are easily mixed up one is
 * introduced a day, what a note needs comes before it, and the questions of a scenario stay together.
 */
export function fillDay(ranked: readonly Ranked[], rules: DayRules): Unit[] {
  const day = new Day(rules)
  for (const { card, tier } of ranked) {
    if (day.isFull || tier === 3) break
    day.take(card)
  }
  return day.units
}

class Day {
  readonly units: Unit[] = []
  readonly #rules: DayRules
  readonly #busy: Set<NoteId>
  readonly #introduced: Set<NoteId>
  readonly #confusable = new Set<NoteId>()
  readonly #new: number[]
  readonly #ofNote: ReadonlyMap<NoteId, readonly number[]>
  #seconds = 0

  constructor(rules: DayRules) {
    this.#rules = rules
    this.#busy = new Set(rules.busy)
    this.#introduced = new Set(rules.introducedNotes)
    this.#new = rules.exams.map((_, index) => rules.introduced[index] ?? 0)
    this.#ofNote = Map.groupBy(rules.cards.keys(), (card) => rules.cards[card]?.note.id ?? '')
    for (const { note } of rules.cards) {
      if (this.#introduced.has(note.id)) note.confuse.forEach((id) => this.#confusable.add(id))
    }
  }

  get isFull(): boolean {
    return this.#seconds >= this.#rules.budget
  }

  take(card: number): void {
    const note = this.#rules.cards[card]?.note
    if (!note || this.#busy.has(note.id)) return
    if (this.#rules.isSeen(card)) this.#add([card])
    else this.#introduce(card, new Set())
  }

  /** Introduces a card after those of the notes it needs. Says whether it is known or will be. */
  #introduce(card: number, asking: Set<NoteId>): boolean {
    const note = this.#rules.cards[card]?.note
    if (!note || this.isFull || this.#busy.has(note.id) || asking.has(note.id)) return false
    if (this.#rules.isAway(card) || this.#isLimited(card)) return false
    const isConfusable =
      this.#confusable.has(note.id) || note.confuse.some((id) => this.#introduced.has(id))
    if (isConfusable) return false
    asking.add(note.id)
    if (!note.needs.every((id) => this.#isKnown(id, asking))) return false
    if (this.isFull) return false
    const unit = this.#unitOf(card)
    this.#add(unit)
    this.#introduced.add(note.id)
    note.confuse.forEach((id) => this.#confusable.add(id))
    for (const index of this.#examsOf(card)) {
      this.#new[index] = (this.#new[index] ?? 0) + unit.length
    }
    return true
  }

  /** Whether a note was met before, or is introduced first. A note that is not studied is no obstacle. */
  #isKnown(noteId: NoteId, asking: Set<NoteId>): boolean {
    const cards = this.#ofNote.get(noteId) ?? []
    const isMet = this.#introduced.has(noteId) || cards.some((card) => this.#rules.isSeen(card))
    const [first] = cards.filter((card) => !this.#rules.isAway(card))
    if (isMet || first === undefined || asking.has(noteId)) return true
    return this.#introduce(first, asking)
  }

  #unitOf(card: number): number[] {
    const note = this.#rules.cards[card]?.note
    const siblings = this.#ofNote.get(note?.id ?? '') ?? []
    const isFirstPass = siblings.every((each) => !this.#rules.isSeen(each))
    if (note?.type !== 'scenario' || !isFirstPass) return [card]
    return siblings.filter((each) => !this.#rules.isAway(each))
  }

  #add(cards: readonly number[]): void {
    const unit = cards.map((card) => ({ card, why: this.#rules.why(card) }))
    const note = this.#rules.cards[cards[0] ?? -1]?.note
    if (note) this.#busy.add(note.id)
    this.#seconds += unit.reduce((sum, { why }) => sum + why.seconds, 0)
    this.units.push(unit)
  }

  #isLimited(card: number): boolean {
    return this.#examsOf(card).some(
      (index) => (this.#new[index] ?? 0) >= (this.#rules.exams[index]?.newPerDay ?? 0),
    )
  }

  #examsOf(card: number): number[] {
    return this.#rules.exams.flatMap(({ domainOf }, index) =>
      (domainOf[card] ?? -1) < 0 ? [] : [index],
    )
  }
}
