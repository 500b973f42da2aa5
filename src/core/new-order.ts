import type { Domain, Place } from './blueprint.ts'
import type { CatalogCard, CatalogNote } from './catalog.ts'
import type { ExamId, NoteId, SkillId } from './note.ts'

/**
 * Per exam: the order in which cards are introduced. Domains alternate in proportion to their weight in
 * the exam, so that every stretch of new cards looks like the exam; within a domain the author's order
 * holds, except that a note's `needs` come before it.
 */
export function newOrder(
  cards: readonly CatalogCard[],
  places: ReadonlyMap<SkillId, Place>,
): ReadonlyMap<ExamId, readonly CatalogCard[]> {
  const exams = new Set([...places.values()].map(({ exam }) => exam))
  return new Map([...exams].map((exam) => [exam, orderOfExam(exam, cards, places)]))
}

function orderOfExam(
  exam: ExamId,
  cards: readonly CatalogCard[],
  places: ReadonlyMap<SkillId, Place>,
): CatalogCard[] {
  const domainOf = (note: CatalogNote): Domain | undefined =>
    note.skills.map((skill) => places.get(skill)).find((place) => place?.exam === exam)?.domain
  const mine = cards.filter(({ note }) => domainOf(note) !== undefined)
  const groups = [...Map.groupBy(needsFirst(mine), ({ note }) => domainOf(note))]
  return groups
    .flatMap(([domain, list]) => spread(list, weightOf(domain)))
    .toSorted((a, b) => a.position - b.position || a.card.order - b.card.order)
    .map(({ card }) => card)
}

/** Gives every card its place on a common line; the heavier the domain, the denser its cards. */
function spread(
  cards: readonly CatalogCard[],
  weight: number,
): { card: CatalogCard; position: number }[] {
  const firstOf = new Map<NoteId, number>()
  return cards.map((card, index) => {
    // The questions of a scenario are introduced together: they share one place.
    const scenario = card.note.type === 'scenario'
    const at = scenario ? (firstOf.get(card.note.id) ?? index) : index
    firstOf.set(card.note.id, at)
    return { card, position: (at + 0.5) / weight }
  })
}

function weightOf(domain: Domain | undefined): number {
  const [from, to] = domain?.weight ?? [0, 0]
  return Math.max(1, (from + to) / 2)
}

/** The same cards with those of needed notes before the notes that need them; circles are ignored. */
function needsFirst(cards: readonly CatalogCard[]): CatalogCard[] {
  if (cards.every(({ note }) => note.needs.length === 0)) return [...cards]
  const ofNote = Map.groupBy(cards, ({ note }) => note.id)
  const placed = new Set<NoteId>()
  const ordered: CatalogCard[] = []
  const place = (noteId: NoteId): void => {
    const own = ofNote.get(noteId)
    if (!own?.[0] || placed.has(noteId)) return
    placed.add(noteId)
    own[0].note.needs.forEach(place)
    ordered.push(...own)
  }
  for (const { note } of cards) place(note.id)
  return ordered
}
