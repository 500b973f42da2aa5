import type { Mark } from '../core/mark.ts'
import type { CardId } from '../core/note.ts'
import { OWN_EXAM } from '../core/own-exam.ts'
import type { CardState } from '../core/schedule.ts'
import { PLAN_ROWS } from '../core/plan-settings.ts'
import { withDb } from './db.ts'
import type { ExamRow, StudyDb } from './db.ts'
import { examRowsIn } from './exams.ts'
import { planHintsOf } from './plan-hints.ts'
import type { PlanHints } from './plan-hints.ts'

/** What progress in any exam is made from. */
export interface LearnerRows {
  readonly states: ReadonlyMap<CardId, CardState>
  readonly marks: ReadonlyMap<CardId, Mark>
  /** The own cards; undefined for who has none. */
  readonly own: ExamRow | undefined
  readonly hints: PlanHints
}

/** Reads it as of one moment, once for all exams that a screen shows. */
export async function loadLearner(db: StudyDb): Promise<LearnerRows> {
  return withDb(db, () =>
    db.transaction('r', db.cardStates, db.marks, db.exams, db.settings, async () => {
      const [states, marks, [own], plans] = await Promise.all([
        db.cardStates.toArray(),
        db.marks.toArray(),
        examRowsIn(db, [OWN_EXAM]),
        db.settings.where('key').startsWith(PLAN_ROWS).toArray(),
      ])
      return {
        states: new Map(states.map((state) => [state.cardId, state])),
        marks: new Map(marks.map((mark) => [mark.cardId, mark])),
        own,
        hints: planHintsOf(plans),
      }
    }),
  )
}
