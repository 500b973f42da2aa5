import type { Place } from '../blueprint.ts'
import type { Mark } from '../mark.ts'
import type { CardId, ExamId, Note, NoteId, NoteType } from '../note.ts'
import type { Rating } from '../review.ts'
import type { CardState } from '../schedule.ts'
import type { SchedulerSettings } from '../scheduler.ts'
import type { StudyDayNumber } from '../time.ts'

/** Who wrote a note: it came with an exam, the learner wrote it, or it was taken in from a file. */
export type Origin = 'shipped' | 'own' | 'imported'

/** What search knows of a note. Its cards share it. */
export interface SearchNote {
  readonly id: NoteId
  readonly deck: string
  readonly deckTitle: string
  readonly type: NoteType
  /** Where its skills stand in the installed exams, the primary one first. */
  readonly places: readonly Place[]
  readonly exams: readonly ExamId[]
  /** The author's tags and the learner's, each once. */
  readonly tags: readonly string[]
  readonly status: Note['status']
  readonly origin: Origin
  /** In no installed exam any more; its history is kept. */
  readonly retired: boolean
  /** The learner changed the text of a shipped note. */
  readonly edited: boolean
  /** A new version and the learner changed the same place of it, which is still to be decided. */
  readonly conflict: boolean
  /** All that can be read on its cards, folded, with its id and tags; null while it is not read yet. */
  readonly text: string | null
}

/** A rating of the last days, as `rated:` looks at it. */
export interface RecentRating {
  readonly day: StudyDayNumber
  readonly rating: Rating
}

/** One card with all that a query can ask about it. */
export interface SearchRow {
  readonly cardId: CardId
  /** Key of the card within its note. */
  readonly key: string
  readonly note: SearchNote
  /** Null for a new card. */
  readonly state: CardState | null
  readonly mark: Mark | null
  /** Forgotten so often that repeating it alone does not help. */
  readonly isLeech: boolean
  /** The ratings of the last days that stand; empty where the query asks for none. */
  readonly ratings: readonly RecentRating[]
}

/** What a query is looked at with. */
export interface SearchDay {
  readonly today: StudyDayNumber
  readonly scheduler: Pick<SchedulerSettings, 'weights'>
}

/** Whether a row is what a query asks for. */
export type Test = (row: SearchRow, day: SearchDay) => boolean
