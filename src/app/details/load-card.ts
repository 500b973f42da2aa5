import { placesOf } from '../../core/places.ts'
import type { Place } from '../../core/blueprint.ts'
import { scheduleFor } from '../../core/exam-schedule.ts'
import type { FullSchedule } from '../../core/exam-schedule.ts'
import type { Mark } from '../../core/mark.ts'
import { cardIdOf, cardKeysOf } from '../../core/note.ts'
import type { CardId, NoteId, SkillId } from '../../core/note.ts'
import type { Review } from '../../core/review.ts'
import { schedulerFor, schedulerSettingsOf } from '../../core/scheduler.ts'
import type { CardState } from '../../core/schedule.ts'
import type { SchedulerSettings } from '../../core/scheduler.ts'
import type { Settings } from '../../core/settings.ts'
import { examsOfSkills } from '../../core/stats/place.ts'
import { studyDayOf } from '../../core/time.ts'
import type { Instant, StudyDayNumber } from '../../core/time.ts'
import type { EditRow, StoredNote } from '../../db/db.ts'
import { installedExams } from '../../db/exams.ts'
import { markOf } from '../../db/marks.ts'
import { tagsOf } from '../../db/note-tags.ts'
import { notesWithEdits } from '../../db/notes.ts'
import { reviewsOfCard } from '../../db/log.ts'
import { loadSettings } from '../../db/settings.ts'
import { statesOf } from '../../db/states.ts'
import { clockAt } from '../app.ts'
import type { App } from '../app.ts'
import { loadNotes } from '../notes/load-notes.ts'
import type { ShownNote } from '../notes/load-notes.ts'

/** Everything that is known of one card, as it was read at `now`. */
export interface LoadedCard {
  readonly cardId: CardId
  readonly key: string
  /** As it is shown: with the learner's edit. */
  readonly note: ShownNote
  readonly edit: EditRow | null
  /** The note without an edit. */
  readonly original: StoredNote
  /** Of this card and its siblings; new cards have none. */
  readonly states: ReadonlyMap<CardId, CardState>
  readonly mark: Mark | null
  /** The learner's own tags on the note. */
  readonly tags: readonly string[]
  readonly reviews: readonly Review[]
  /** Where the skills of the installed exams stand. */
  readonly places: ReadonlyMap<SkillId, Place>
  readonly settings: Settings
  readonly scheduler: SchedulerSettings
  /** What the learner set for the exam that it goes by. */
  readonly schedule: FullSchedule
  readonly now: Instant
  readonly utcOffsetMin: number
  readonly today: StudyDayNumber
}

/** Reads a card, or null where neither a deck nor the log knows it. */
export async function loadCard(app: App, noteId: NoteId, key: string): Promise<LoadedCard | null> {
  const [shown, { notes, edits }] = await Promise.all([
    loadNotes(app.db, [noteId]),
    notesWithEdits(app.db, [noteId]),
  ])
  const [note, original] = [shown.get(noteId), notes.get(noteId)]
  if (!note || !original) return null
  const cardId = cardIdOf(noteId, key)
  const siblings = cardKeysOf(note.body).map((each) => cardIdOf(noteId, each))
  const [states, mark, tags, reviews, exams, settings] = await Promise.all([
    statesOf(app.db, [cardId, ...siblings]),
    markOf(app.db, cardId),
    tagsOf(app.db, noteId),
    reviewsOfCard(app.db, cardId),
    installedExams(app.db),
    loadSettings(app.db),
  ])
  if (!siblings.includes(cardId) && reviews.length === 0) return null
  const now = app.now()
  const clock = clockAt(app, now, settings.rolloverHour)
  return {
    cardId,
    key,
    note,
    edit: edits.get(noteId) ?? null,
    original,
    states,
    mark: mark ?? null,
    tags,
    reviews,
    places: placesOf(exams.map(({ blueprint }) => blueprint)),
    settings,
    scheduler: schedulerFor(schedulerSettingsOf(settings), examsOfSkills(original.skills)),
    schedule: scheduleFor(settings, examsOfSkills(original.skills)),
    now,
    utcOffsetMin: clock.utcOffsetMin,
    today: studyDayOf(now, clock),
  }
}
