import type { CatalogCard } from '../catalog.ts'
import type { CardId, ExamId, NoteId } from '../note.ts'
import { examsOf, isAvailable, isSeen } from './study-day.ts'
import type { StudyDay } from './study-day.ts'

/** A card that the plan of a day has, and why. */
export interface PlannedCard {
  readonly cardId: CardId
  /** The exam that it helps most. */
  readonly exam: ExamId
  /** Its recall on that exam's day if it is left alone, 0 to 1; without a date in 60 days. */
  readonly left: number
  /** The same if it is studied today. */
  readonly after: number
  /** Expected time. */
  readonly seconds: number
  /** Whether it was never seen when the day was planned. */
  readonly isNew: boolean
  /** Whether that exam has a date. */
  readonly isDated: boolean
}

/** What the plan has for one day: worked out once a day, kept, and the same until the day is over. */
export interface PlannedDay {
  /** Best first; only a scenario has more than one card. */
  readonly units: readonly (readonly PlannedCard[])[]
  /** Units that the minutes of the day hold no more, as what was done of it took longer. */
  readonly beyond?: readonly (readonly PlannedCard[])[]
  /** Whether the learner goes on beyond the minutes of the day. */
  readonly isOpen?: boolean
  /** The exams that have a plan: their cards come up by it, and no other way. */
  readonly exams: ReadonlySet<ExamId>
  /** Exams whose cards rest today: it is their day, or they are over and archived. */
  readonly resting: ReadonlySet<ExamId>
  /** Exams that have a plan and whose day has passed. */
  readonly over?: readonly ExamId[]
  /** Days to each exam that has a date ahead, the nearest first; 0 on its day. */
  readonly daysLeft: readonly { readonly exam: ExamId; readonly days: number }[]
  /** Minutes that the learner has on this day; 0 is a day off. */
  readonly minutes: number
}

/** Whether a card comes up by the plan, or not at all; not where an exam without a plan asks for it. */
export function isByPlan(day: StudyDay, card: CatalogCard): boolean {
  const { planned } = day
  if (!planned) return false
  const exams = examsOf(day, card)
  const isResting = exams.length > 0 && exams.every((exam) => planned.resting.has(exam))
  return isResting || exams.some((exam) => planned.exams.has(exam))
}

/** A planned card with its card of the catalog. */
export interface PlannedEntry {
  readonly card: CatalogCard
  readonly planned: PlannedCard
}

/**
 * The units of the plan that are left today, and how many are done. A note that had its card of the day
 * otherwise is left out.
 *
 * @param busy notes that have their card of the day; those of the units are added to it
 */
export function plannedLeft(
  day: StudyDay,
  inScope: (card: CatalogCard) => boolean,
  busy: Set<NoteId>,
): { readonly done: number; readonly left: PlannedEntry[][] } {
  let done = 0
  const left: PlannedEntry[][] = []
  for (const planned of day.planned?.units ?? []) {
    const unit = planned.flatMap((each): PlannedEntry[] => {
      const card = day.cardById.get(each.cardId)
      return card && inScope(card) ? [{ card, planned: each }] : []
    })
    const note = unit[0]?.card.note.id
    if (note === undefined) continue
    if (unit.some(({ card }) => wasStudied(day, card.cardId))) done += 1
    const open = unit.filter(({ card: { cardId } }) => isOpen(day, cardId))
    if (busy.has(note) || open.length === 0) continue
    busy.add(note)
    left.push(open)
  }
  return { done, left }
}

/** Cards that lie beyond the minutes of the day and could be asked. */
export function leftBeyond(day: StudyDay): number {
  const cards = (day.planned?.beyond ?? []).flat()
  return cards.filter(({ cardId }) => isOpen(day, cardId) && !wasStudied(day, cardId)).length
}

function wasStudied(day: StudyDay, cardId: CardId): boolean {
  return (day.states.get(cardId)?.lastReviewDay ?? 0) >= day.today
}

/** A card whose state was not read cannot be asked: it is one that another device introduced. */
function isOpen(day: StudyDay, cardId: CardId): boolean {
  if (!isAvailable(day, cardId) || isPutOff(day, cardId)) return false
  return !isSeen(day, cardId) || day.states.has(cardId)
}

/** Whether the learner set a later day since the day was planned. */
function isPutOff({ moved, states, today }: StudyDay, cardId: CardId): boolean {
  return moved?.has(cardId) === true && (states.get(cardId)?.dueDay ?? today) > today
}
