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

/** Those about a raised card, and the others, each in their order. */
export function apart<T>(
  day: StudyDay,
  items: readonly T[],
  cardOf: (item: T) => CatalogCard | undefined,
): { readonly raised: readonly T[]; readonly others: readonly T[] } {
  if (!day.raised) return { raised: [], others: items }
  const is = (item: T) => {
    const card = cardOf(item)
    return card !== undefined && isRaised(day, card)
  }
  return { raised: items.filter(is), others: items.filter((item) => !is(item)) }
}
