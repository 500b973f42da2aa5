import type { Domain, Place } from '../blueprint.ts'
import type { CatalogCard } from '../catalog.ts'
import type { CardId, ExamId, NoteId, SkillId } from '../note.ts'

/**
 * Per exam: the cards never rated, in the order in which to introduce them. Domains alternate so that
 * all that was introduced so far is spread over them like the exam; who has seen much of one domain
 * meets the others first. Within a domain the author's order holds, and what a note `needs` comes
 * before it.
 *
 * @param cards all cards, in the author's order
 */
export function newOrder(
  cards: readonly CatalogCard[],
  places: ReadonlyMap<SkillId, Place>,
  seen: ReadonlySet<CardId>,
): ReadonlyMap<ExamId, readonly CatalogCard[]> {
  const exams = new Set([...places.values()].map(({ exam }) => exam))
  if (cards.every(({ cardId }) => seen.has(cardId)))
    return new Map([...exams].map((exam) => [exam, []]))
  return new Map([...exams].map((exam) => [exam, orderOfExam(exam, cards, places, seen)]))
}

function orderOfExam(
  exam: ExamId,
  cards: readonly CatalogCard[],
  places: ReadonlyMap<SkillId, Place>,
  seen: ReadonlySet<CardId>,
): CatalogCard[] {
  const domains = domainsOf(exam, places)
  const line = new Line()
  const unseen: { readonly card: CatalogCard; readonly position: number }[] = []
  for (const card of cards) {
    const skill = card.note.skills.find((each) => domains.has(each))
    const domain = skill && domains.get(skill)
    if (!domain) continue
    const position = line.place(card, domain)
    if (!seen.has(card.cardId)) unseen.push({ card, position })
  }
  const ordered = unseen.toSorted((a, b) => a.position - b.position || a.card.order - b.card.order)
  return needsFirst(ordered.map(({ card }) => card))
}

/** A common line on which every card has a place; the heavier its domain, the denser its cards. */
class Line {
  readonly #cardsOf = new Map<Domain, number>()
  readonly #scenarios = new Map<NoteId, number>()

  place({ note }: CatalogCard, domain: Domain): number {
    const index = this.#cardsOf.get(domain) ?? 0
    this.#cardsOf.set(domain, index + 1)
    const [from, to] = domain.weight
    const position = (index + 0.5) / Math.max(1, (from + to) / 2)
    if (note.type !== 'scenario') return position
    // The questions of a scenario are introduced together: they share one place.
    const shared = this.#scenarios.get(note.id) ?? position
    this.#scenarios.set(note.id, shared)
    return shared
  }
}

/** The domains of an exam by the skills in them. */
function domainsOf(exam: ExamId, places: ReadonlyMap<SkillId, Place>): Map<SkillId, Domain> {
  const mine = [...places].filter(([, place]) => place.exam === exam)
  return new Map(mine.map(([skill, { domain }]) => [skill, domain]))
}

/** The same cards with those of needed notes before the notes that need them; circles are ignored. */
function needsFirst(cards: readonly CatalogCard[]): CatalogCard[] {
  if (cards.every(({ note }) => note.needs.length === 0)) return [...cards]
  const ofNote = Map.groupBy(cards, ({ note }) => note.id)
  const placed = new Set<CardId>()
  const ordered: CatalogCard[] = []
  const place = (card: CatalogCard): void => {
    if (placed.has(card.cardId)) return
    placed.add(card.cardId)
    for (const need of card.note.needs) ofNote.get(need)?.forEach(place)
    ordered.push(card)
  }
  cards.forEach(place)
  return ordered
}
