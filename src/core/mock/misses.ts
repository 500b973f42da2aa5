import type { CatalogCard } from '../catalog.ts'
import type { CardId, ExamId, NoteId, SkillId } from '../note.ts'
import type { CardState } from '../schedule.ts'
import type { Memory } from '../scheduler.ts'
import { retrievability } from '../schedule.ts'
import type { Raised } from '../study/raised.ts'
import { studyDayOf } from '../time.ts'
import type { Instant, StudyDayNumber } from '../time.ts'
import type { Finished } from './evidence.ts'

/** So many study days a miss raises cards, the day of the mock exam included. */
export const RAISED_DAYS = 3
/** Cards that one missed question raises, and all that are raised at once. */
const MOST_PER_MISS = 4
const MOST = 40

/** A question that did not bring all its points. */
export interface Miss {
  readonly noteId: NoteId
  readonly skill: SkillId
  readonly confuse: readonly NoteId[]
  readonly exam: ExamId
  /** When the mock exam ended, and the study day of that. */
  readonly at: Instant
  readonly day: StudyDayNumber
}

/** The misses of the runs that ended in the last study days, latest run first. */
export function missesOf(
  finished: readonly Finished[],
  today: StudyDayNumber,
  rolloverHour: number,
): Miss[] {
  return finished
    .toSorted((a, b) => b.submitted.at - a.submitted.at)
    .flatMap(({ begun, submitted: { at, utcOffsetMin, marks } }) => {
      const day = studyDayOf(at, { utcOffsetMin, rolloverHour })
      if (today - day >= RAISED_DAYS) return []
      return begun.questions.flatMap(({ noteId, skill, confuse }, q): Miss[] => {
        const mark = marks[q]
        const isMiss = mark !== undefined && mark.points < mark.of
        return isMiss ? [{ noteId, skill, confuse, exam: begun.exam, at, day }] : []
      })
    })
}

/** The cards that may be raised for some misses: of the missed skills, and what the questions are mixed up with. */
export function candidatesOf(
  misses: readonly Miss[],
  cards: readonly CatalogCard[],
): CatalogCard[] {
  const skills = new Set(misses.map(({ skill }) => skill))
  const confused = new Set(misses.flatMap(({ confuse }) => confuse))
  const missed = new Set(misses.map(({ noteId }) => noteId))
  return cards.filter(
    ({ note }) =>
      confused.has(note.id) ||
      note.skills.some((skill) => skills.has(skill)) ||
      note.confuse.some((id) => missed.has(id)),
  )
}

/**
 * The cards that misses raise, the first to be asked first. Of each miss at most four, one a note: what it
 * is mixed up with, cards never seen, and those of its skill that are least likely recalled. A card that
 * was answered since keeps its place among the four, so that the misses are worked off and nothing follows
 * them without end; it is left out from the next day on.
 *
 * @param states of at least all candidates that were rated
 * @param memory how fast the learner forgets; the defaults where it is left out
 */
export function raisedBy(
  misses: readonly Miss[],
  cards: readonly CatalogCard[],
  states: ReadonlyMap<CardId, CardState>,
  today: StudyDayNumber,
  memory?: Memory,
): Map<CardId, Raised> {
  const candidates = candidatesOf(misses, cards)
  const chosen = misses.map((miss) => chosenFor(miss, candidates, states, { today, memory }))
  const raised = new Map<CardId, Raised>()
  const notes = new Set<NoteId>()
  let taken = 0
  for (let round = 0; round < MOST_PER_MISS; round++) {
    for (const [index, list] of chosen.entries()) {
      const [card, miss] = [list[round], misses[index]]
      if (!card || !miss || taken >= MOST || notes.has(card.note.id)) continue
      notes.add(card.note.id)
      taken += 1
      const state = states.get(card.cardId)
      // One answered today stays, so that what is left of the day keeps its order.
      if (isAnsweredSince(state, miss.at) && (state?.lastReviewDay ?? 0) < today) continue
      raised.set(card.cardId, { exam: miss.exam, day: miss.day })
    }
  }
  return withNeeds(raised, cards, states)
}

/** With the cards never seen that those raised need to be known first: these come before them. */
function withNeeds(
  raised: ReadonlyMap<CardId, Raised>,
  cards: readonly CatalogCard[],
  states: ReadonlyMap<CardId, CardState>,
): Map<CardId, Raised> {
  const all = new Map(raised)
  const cardById = new Map(cards.map((card) => [card.cardId, card]))
  const ofNote = Map.groupBy(cards, ({ note }) => note.id)
  // The map grows while it is walked, so that what a needed card needs comes, too.
  for (const [cardId, why] of all) {
    if (states.has(cardId)) continue
    for (const need of cardById.get(cardId)?.note.needs ?? []) {
      const [first] = ofNote.get(need) ?? []
      if (first && !states.has(first.cardId) && !all.has(first.cardId)) all.set(first.cardId, why)
    }
  }
  return all
}

function chosenFor(
  miss: Miss,
  candidates: readonly CatalogCard[],
  states: ReadonlyMap<CardId, CardState>,
  { today, memory }: { readonly today: StudyDayNumber; readonly memory: Memory | undefined },
): CatalogCard[] {
  const notes = new Set<NoteId>()
  return candidates
    .flatMap((card) => {
      const isMixedUp =
        miss.confuse.includes(card.note.id) || card.note.confuse.includes(miss.noteId)
      if (!isMixedUp && !card.note.skills.includes(miss.skill)) return []
      const state = states.get(card.cardId)
      const since = isAnsweredSince(state, miss.at)
      const recall = state ? retrievability(state, today, memory) : 0
      return [{ card, rank: [since ? 0 : 1, isMixedUp ? 0 : 1, recall, card.order] }]
    })
    .toSorted((a, b) => compare(a.rank, b.rank))
    .map(({ card }) => card)
    .filter(({ note }) => !notes.has(note.id) && notes.add(note.id))
    .slice(0, MOST_PER_MISS)
}

function isAnsweredSince(state: CardState | undefined, at: Instant): boolean {
  return state !== undefined && state.lastReviewAt >= at
}

function compare(one: readonly number[], other: readonly number[]): number {
  for (const [index, value] of one.entries()) {
    const gap = value - (other[index] ?? 0)
    if (gap !== 0) return gap
  }
  return 0
}
