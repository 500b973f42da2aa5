import type { Mark } from '../core/mark.ts'
import { forgottenInCram } from '../core/forgotten.ts'
import { movedByHand } from '../core/moved.ts'
import type { CardId, ExamId } from '../core/note.ts'
import type { CardState } from '../core/schedule.ts'
import type { Instant, StudyDayNumber } from '../core/time.ts'
import { DAY_MS } from '../core/time.ts'
import { CRAMMED_AT, MOCKED_AT, MOVED_AT, reviewsSince } from './log.ts'
import { withDb } from './db.ts'
import type { ExamRow, LocalRow, SettingRow, StudyDb } from './db.ts'
import { examRowsIn } from './exams.ts'

/** Everything that decides what is studied on one day, as it was at one moment. */
export interface StudySnapshot {
  /** Those of the exams asked for that are installed, in the order asked for. */
  readonly exams: readonly ExamRow[]
  /** States of the cards that are due by today or in learning, or were reviewed today; each once. */
  readonly states: ReadonlyMap<CardId, CardState>
  /** Every card that has a state, due or not. */
  readonly seen: ReadonlySet<CardId>
  readonly marks: ReadonlyMap<CardId, Mark>
  /** Cards forgotten while cramming on that day. Their states are among `states`. */
  readonly forgotten: ReadonlySet<CardId>
  /** Cards whose due day was set by hand on that day. */
  readonly moved: ReadonlySet<CardId>
  /** The rows of the learner's plans; empty for who never made one. */
  readonly plans: readonly SettingRow[]
  /** When the latest mock exam ended; null without any. */
  readonly mockedAt: Instant | null
}

/** Reads the snapshot by index: never all states, and no text of a note. */
export async function loadStudySnapshot(
  db: StudyDb,
  exams: readonly ExamId[],
  today: StudyDayNumber,
  rolloverHour = 4,
): Promise<StudySnapshot> {
  return withDb(db, () =>
    db.transaction('r', TABLES, async () => {
      const [rows, due, reviewed, seen, marks, plans, [crammed, mocked, movedAt]] =
        await Promise.all([
          examRowsIn(db, exams),
          db.cardStates.where('dueDay').belowOrEqual(today).toArray(),
          // Not only equal: a card may have been reviewed farther east, where it is tomorrow already.
          db.cardStates.where('lastReviewDay').aboveOrEqual(today).toArray(),
          db.cardStates.toCollection().primaryKeys(),
          db.marks.toArray(),
          // As in core/plan-settings.ts, which the start does not load.
          db.settings.where('key').startsWith('plan/').toArray(),
          db.local.bulkGet([CRAMMED_AT, MOCKED_AT, MOVED_AT]),
        ])
      const isLooked = isRecent(instantOf(crammed), today) || isRecent(instantOf(movedAt), today)
      const log = isLooked ? await reviewsSince(db, since(today)) : []
      const forgotten = forgottenInCram(log, today, rolloverHour)
      const also = forgotten.size > 0 ? await db.cardStates.bulkGet([...forgotten]) : []
      return {
        exams: rows,
        states: new Map(
          [...due, ...reviewed, ...also].flatMap((state) => (state ? [[state.cardId, state]] : [])),
        ),
        seen: new Set(seen),
        marks: new Map(marks.map((mark) => [mark.cardId, mark])),
        forgotten,
        moved: movedByHand(log, today, rolloverHour),
        plans,
        mockedAt: instantOf(mocked),
      }
    }),
  )
}

const TABLES = ['exams', 'cardStates', 'marks', 'settings', 'local', 'reviews']

function instantOf(row: LocalRow | undefined): Instant | null {
  return typeof row?.value === 'number' ? row.value : null
}

/** An instant before the study day, wherever on the globe. */
function since(today: StudyDayNumber): Instant {
  return (today - 1) * DAY_MS
}

/** Most days nobody crammed or moved a card, and the log need not be looked at. */
function isRecent(at: Instant | null, today: StudyDayNumber): boolean {
  return at !== null && at >= since(today)
}
