import * as v from 'valibot'
import { undoneIds } from '../core/log.ts'
import { ReviewSchema } from '../core/review.ts'
import type { Review, Undone } from '../core/review.ts'
import { replay } from '../core/schedule.ts'
import type { CardState } from '../core/schedule.ts'
import type { Schedulers } from '../core/scheduler.ts'
import { studyDayOf } from '../core/time.ts'
import { areDaysKept, countChanges } from './days.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'
import { actOfEntry, noteAct, putAct, removeAct, toUndo } from './journal.ts'
import { CRAMMED_AT, reviewsOfCard } from './log.ts'
import { outdateProjection } from './projection.ts'
import { schedulersOfCards } from './schedulers.ts'

export { reviewsOfCard, reviewsSince } from './log.ts'

export interface Recorded {
  /** What the card's log adds up to now; null while the card counts as new. */
  readonly state: CardState | null
  /** False if the log had the entry already, or if the card was answered that day since it was shown. */
  readonly added: boolean
}

/**
 * Adds one entry to the review log and brings the card's state up to date, or does neither.
 * An entry whose id is there already is left as it is, so that trying again is harmless, also from
 * another tab. Nothing but `db` is awaited inside: IndexedDB commits once it finds itself idle.
 *
 * @param shownReps ratings that the card had when it was shown. If it has more by now, it was answered
 *   elsewhere in the meantime, and the entry is not added: one showing of a card is one answer. On a later
 *   study day, as in a tab left open over night, it is an answer of its own and counts
 * @throws v.ValiError for an entry that is not one; StorageFault where nothing could be saved
 */
export async function recordReview(
  db: StudyDb,
  entry: Review,
  settings: Schedulers,
  shownReps = Number.POSITIVE_INFINITY,
): Promise<Recorded> {
  const review = v.parse(ReviewSchema, entry)
  const recorded = await withDb(db, () =>
    db.transaction('rw', [...REVIEW_TABLES], async () => {
      const result = await addEntry(db, review, settings, shownReps)
      if (result.added) await note(db, review)
      return result
    }),
  )
  if (recorded.added) db.changes.announce({ kind: 'reviewed', cardId: review.cardId })
  return recorded
}

/** What adding an entry of the log reads and writes. */
const REVIEW_TABLES = ['reviews', 'cardStates', 'days', 'tallies', 'notes', 'local'] as const

/** The same inside a transaction over these tables, without noting it for undo. */
export async function addEntry(
  db: StudyDb,
  review: Review,
  settings: Schedulers,
  shownReps = Number.POSITIVE_INFINITY,
): Promise<Recorded> {
  const { cardId } = review
  const [stored, before, isKept] = await Promise.all([
    db.reviews.get(review.id),
    reviewsOfCard(db, cardId),
    areDaysKept(db, settings),
    outdateProjection(db, settings),
  ])
  const scheduler = (await schedulersOfCards(db, settings, [cardId]))(cardId)
  const known = replay(before, scheduler)
  const isAnswered = known !== null && known.reps > shownReps && isSameDay(review, known, settings)
  const added = stored === undefined && !isAnswered
  const after = added ? [...before, review] : before
  const state = added ? replay(after, scheduler) : known
  await Promise.all([
    added ? db.reviews.add(review) : null,
    added && isCram(review) ? db.local.put({ key: CRAMMED_AT, value: review.at }) : null,
    state ? db.cardStates.put(state) : db.cardStates.delete(cardId),
    added && isKept ? countChanges(db, [{ cardId, before, after }], settings) : null,
  ])
  return { state, added }
}

/** Whether an entry belongs to the study day of the card's last answer, or to one before. */
function isSameDay(
  { at, utcOffsetMin }: Review,
  { lastReviewDay }: CardState,
  { rolloverHour }: Schedulers,
): boolean {
  return studyDayOf(at, { utcOffsetMin, rolloverHour }) <= lastReviewDay
}

function isCram(review: Review): boolean {
  return review.kind === 'rated' && review.mode === 'cram'
}

async function note(db: StudyDb, review: Review): Promise<void> {
  const { id, cardId, at } = review
  if (review.kind === 'undone') return noteTakenBack(db, review)
  await noteAct(db, { at, entries: [{ id, cardId }] })
}

/** An entry was taken back by itself, as on its card's page, or brought back. */
async function noteTakenBack(db: StudyDb, undo: Undone): Promise<void> {
  const act = await actOfEntry(db, undo.target)
  if (!act) return
  const [last, log] = [await toUndo(db), await reviewsOfCard(db, undo.cardId)]
  const isUndone = undoneIds(log).has(undo.target)
  if (last?.seq === act.seq && isUndone) await putAct(db, { ...act, undoneBy: undo.id })
  // Out of its turn it is no longer a step of undo.
  else await removeAct(db, act)
}
