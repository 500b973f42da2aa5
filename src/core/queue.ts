import type { CatalogCard } from './catalog.ts'
import type { Mark } from './mark.ts'
import type { CardId, ExamId, SkillId } from './note.ts'
import type { CardState } from './schedule.ts'
import type { StudyDayNumber } from './time.ts'

/** Everything that decides what is studied today. Kept in memory during a session. */
export interface StudyDay {
  readonly today: StudyDayNumber
  /** All cards of the exams being studied, in the order in which new ones are introduced. */
  readonly cards: readonly CatalogCard[]
  /** States of the cards that are due by today, in learning, or were reviewed today. */
  readonly states: ReadonlyMap<CardId, CardState>
  /** Every card that has a state, due or not. */
  readonly seen: ReadonlySet<CardId>
  readonly marks: ReadonlyMap<CardId, Mark>
  /** Exams of a skill. */
  readonly examOf: (skill: SkillId) => ExamId | undefined
  /** New cards per day for each exam. */
  readonly newPerDay: number
  /** New cards already introduced today, per exam. */
  readonly introduced: ReadonlyMap<ExamId, number>
}
