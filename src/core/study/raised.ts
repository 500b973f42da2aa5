import type { CatalogCard } from '../catalog.ts'
import type { ExamId } from '../note.ts'
import type { StudyDay } from './study-day.ts'
import type { StudyDayNumber } from '../time.ts'

/** Why a card comes up before others: a question of its skill was missed in a mock exam. */
export interface Raised {
  readonly exam: ExamId
  /** The study day of the mock exam. */
  readonly day: StudyDayNumber
}

/** Whether a card comes up before others, due or not. */
export function isRaised({ raised }: StudyDay, { cardId }: CatalogCard): boolean {
  return raised?.has(cardId) === true
}

/** The same cards, those raised first. */
export function raisedFirst(day: StudyDay, cards: readonly CatalogCard[]): readonly CatalogCard[] {
  if (!day.raised) return cards
  return [...cards.filter((card) => isRaised(day, card)), ...cards.filter((c) => !isRaised(day, c))]
}
