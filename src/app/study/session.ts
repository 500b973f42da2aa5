import type { Place } from '../../core/blueprint.ts'
import type { CatalogCard } from '../../core/catalog.ts'
import type { Mark } from '../../core/mark.ts'
import type { CardId, ExamId, NoteId } from '../../core/note.ts'
import { afterCram, sessionQueue } from '../../core/study/session-queue.ts'
import type { Crammed, StudyMode } from '../../core/study/session-queue.ts'
import type { Queue, QueueEntry, Scope } from '../../core/study/queue.ts'
import type { Rating } from '../../core/review.ts'
import type { CardState } from '../../core/schedule.ts'
import { afterMark, afterReview, isAvailable } from '../../core/study/study-day.ts'
import type { StudyDay } from '../../core/study/study-day.ts'
import type { Instant } from '../../core/time.ts'
import type { Changed } from '../../db/undo.ts'
import { entryOf } from './entry-of.ts'
import type { Interrupted } from './resume.ts'

/** A card on screen. Its id becomes the id of the review, so that rating it twice is one entry. */
export interface Showing {
  readonly id: string
  readonly shownAt: Instant
  readonly entry: QueueEntry
  /** Ratings that the card had when it was shown: if it has more by then, a rating does not count. */
  readonly reps: number
}

/** A rating given in this session, by the id of its entry in the log. */
export interface Answered {
  readonly id: string
  readonly card: CatalogCard
  readonly rating: Rating
  readonly durationMs: number
  /** The card had been learnt on an earlier day: whether it was recalled tells how well memory holds. */
  readonly isReview: boolean
}

/** One sitting, from the first card to the last. Nothing of it is stored: the log is what remains. */
export interface Session {
  readonly day: StudyDay
  readonly scope: Scope
  readonly mode: StudyMode
  /** When the learner wanted to stop, or null. */
  readonly endsAt: Instant | null
  /** How many cards the learner wanted, or null. Those forgotten come back beyond it. */
  readonly limit: number | null
  /** What was crammed in this session; empty in other modes. */
  readonly crammed: Crammed
  /** How many answers there were before the learner went on after the end; they are crammed anew. */
  readonly answeredBefore: number
  readonly queue: Queue
  /** Null once the session is over, and where there was nothing to study. */
  readonly showing: Showing | null
  readonly answered: readonly Answered[]
}

/** What showing a card needs from outside: the time, and an id for the showing. */
export interface Moment {
  readonly now: Instant
  readonly id: string
}

/** What the learner asked for. */
export interface Wish {
  readonly scope: Scope
  readonly mode?: StudyMode
  readonly endsAt?: Instant | null
  readonly limit?: number | null
}

export function begin(day: StudyDay, wish: Wish, moment: Moment): Session {
  const { scope, mode = 'study', endsAt = null, limit = null } = wish
  const asked = { scope, mode, endsAt, limit }
  const none = { queue: EMPTY, showing: null, answered: [], answeredBefore: 0, crammed: new Map() }
  return goOn({ day, ...asked, ...none }, moment)
}

/** Goes on after the end, with what is due by now or everything to be crammed again, without a limit. */
export function nextRound(session: Session, moment: Moment): Session {
  const answeredBefore = session.answered.length
  const anew = { endsAt: null, limit: null, crammed: new Map(), answeredBefore }
  return goOn({ ...session, ...anew }, moment)
}

/** Goes on with a session that was interrupted: its answers, and its card with the same showing. */
export function goOnFrom(session: Session, before: Interrupted): Session {
  const { answered, answeredBefore, endsAt, showing } = before
  const { cardId, mode, ...same } = showing
  // A later round has no limits any more.
  const limits = answeredBefore > 0 ? { endsAt: null, limit: null } : null
  const gone = { answered, answeredBefore, endsAt: endsAt ?? session.endsAt, ...limits }
  const crammed = crammedIn({ ...session, ...gone })
  const next = requeue({ ...session, ...gone, crammed }, same.shownAt)
  const entry = entryOf(next, cardId, mode)
  const known = session.day.states.get(cardId)?.reps ?? 0
  // Something happened to the card meanwhile: then it is asked anew, or not at all.
  if (!entry || known !== same.reps || !isAvailable(session.day, cardId)) return session
  return { ...next, showing: { ...same, entry } }
}

const EMPTY: Queue = { entries: [], counts: { learning: 0, review: 0, new: 0 } }

/** The card on screen was rated: the next one is shown, or the session ends. */
export function afterAnswer(
  session: Session,
  answered: Answered,
  state: CardState | null,
  moment: Moment,
): Session {
  const { cardId } = answered.card
  const day = afterReview(session.day, cardId, state)
  const crammed = crammedWith(session, cardId, answered.rating)
  return goOn({ ...session, day, crammed, answered: [...session.answered, answered] }, moment)
}

function crammedWith({ mode, crammed }: Session, cardId: CardId, rating: Rating): Crammed {
  return mode === 'cram' ? afterCram(crammed, cardId, rating) : crammed
}

/** What was crammed, from the answers that are left after some were taken back. */
function crammedIn({ mode, answered, answeredBefore }: Session): Crammed {
  return answered
    .slice(answeredBefore)
    .reduce<Crammed>(
      (crammed, { card, rating }) =>
        mode === 'cram' ? afterCram(crammed, card.cardId, rating) : crammed,
      new Map(),
    )
}

/** Another tab had answered the card on screen meanwhile: the session goes on without an answer here. */
export function afterOthersAnswer(
  session: Session,
  cardId: CardId,
  state: CardState | null,
  moment: Moment,
): Session {
  return goOn({ ...session, day: afterReview(session.day, cardId, state) }, moment)
}

/** Something was taken back: the card it is about is on screen again, if it is among those studied. */
export function afterUndo(session: Session, changed: Changed, moment: Moment): Session {
  const gone = new Set(changed.entries.map(({ id }) => id))
  const answered = session.answered.filter(({ id }) => !gone.has(id))
  // Undo may reach back into a round before this one.
  const answeredBefore = Math.min(session.answeredBefore, answered.length)
  const left = { ...session, answered, answeredBefore, day: dayAfter(session.day, changed) }
  const { day } = left
  const next = requeue({ ...left, crammed: crammedIn(left) }, moment.now)
  const [cardId, other] = cardsOf(changed)
  const shown = session.showing?.entry.card.cardId
  const isTold = shown !== undefined && changed.states.has(shown)
  // Of many cards, that on screen is another now than when it was shown.
  const about = other === undefined ? cardId : isTold ? shown : undefined
  const entry = about === undefined ? null : entryAfterUndo(next, about, changed)
  if (entry) return { ...next, showing: show(day, entry, moment) }
  const isAway = isTold || (shown !== undefined && !isAvailable(day, shown))
  return isAway ? goOn(next, moment) : next
}

/**
 * What is asked of a card about which something was taken back. An answer is given again, and counts as
 * it did before. After anything else the card is asked only if it has its turn today.
 */
function entryAfterUndo(session: Session, cardId: CardId, changed: Changed): QueueEntry | null {
  const { day, queue, mode, showing } = session
  if (!isAvailable(day, cardId)) return null
  const answer = changed.entries.find(({ kind }) => kind === 'rated')
  if (answer?.kind === 'rated') {
    const wasCram = answer.mode === 'cram'
    return entryOf(session, cardId, wasCram ? 'cram' : mode === 'cram' ? 'study' : mode)
  }
  const state = day.states.get(cardId)
  const isMarked = changed.states.size === 0 && showing?.entry.card.cardId === cardId
  const isDue = state !== undefined && state.dueDay <= day.today
  const isQueued = queue.entries.some(({ card }) => card.cardId === cardId)
  return isMarked || isDue || isQueued ? entryOf(session, cardId) : null
}

/** What had been taken back was done again: its answer counts, and the session goes on. */
export function afterRedo(session: Session, changed: Changed, moment: Moment): Session {
  const again = changed.entries.flatMap((entry): Answered[] => {
    const card = session.day.cardById.get(entry.cardId)
    if (entry.kind !== 'rated' || !card) return []
    const { id, rating, durationMs } = entry
    const introducedDay = changed.states.get(entry.cardId)?.introducedDay ?? session.day.today
    const isReview = entry.mode !== 'cram' && introducedDay < session.day.today
    return [{ id, card, rating, durationMs, isReview }]
  })
  const day = dayAfter(session.day, changed)
  const answered = [...session.answered, ...again]
  const next = { ...session, day, answered, crammed: crammedIn({ ...session, answered }) }
  const shown = session.showing?.entry.card.cardId
  const isAbout = shown === undefined || cardsOf(changed).includes(shown)
  const stays = shown !== undefined && changed.entries.length === 0 && isAvailable(day, shown)
  return isAbout && !stays ? goOn(next, moment) : requeue(next, moment.now)
}

function dayAfter(day: StudyDay, { states, marks }: Pick<Changed, 'states' | 'marks'>): StudyDay {
  const reviewed = [...states].reduce((each, [id, state]) => afterReview(each, id, state), day)
  return marks.reduce((each, mark) => afterMark(each, mark), reviewed)
}

function cardsOf({ states, marks }: Pick<Changed, 'states' | 'marks'>): CardId[] {
  return [...new Set([...states.keys(), ...marks.map(({ cardId }) => cardId)])]
}

/** The learner marked the card on screen; if it may not come up now, the next one is shown. */
export function afterMarking(session: Session, mark: Mark, moment: Moment): Session {
  const marked = { ...session, day: afterMark(session.day, mark) }
  const isAway = !isAvailable(marked.day, mark.cardId)
  return isAway ? goOn(marked, moment) : requeue(marked, moment.now)
}

/** Another tab rated a card: it leaves the queue or changes its place. What is on screen stays. */
export function afterElsewhere(
  session: Session,
  cardId: CardId,
  state: CardState | null,
  now: Instant,
): Session {
  return requeue({ ...session, day: afterReview(session.day, cardId, state) }, now)
}

/** Everything was read again, as on a new study day. What is on screen stays. */
export function withDay(session: Session, day: StudyDay, now: Instant): Session {
  return requeue({ ...session, day }, now)
}

/** Shows what the queue has first, unless the learner's time is over or they have had enough cards. */
export function goOn(session: Session, moment: Moment): Session {
  const { day, endsAt } = session
  const next = requeue(session, moment.now)
  const entry = next.queue.entries.find(isWithin(session))
  const isOver = endsAt !== null && moment.now >= endsAt
  return { ...next, showing: entry && !isOver ? show(day, entry, moment) : null }
}

/** Once there were as many cards as wanted, only those come again that were forgotten. */
function isWithin({ limit, answered }: Session): (entry: QueueEntry) => boolean {
  const cards = new Set(answered.map(({ card }) => card.cardId))
  return ({ card }) => limit === null || cards.size < limit || cards.has(card.cardId)
}

function requeue(session: Session, now: Instant): Session {
  const { day, scope, mode, crammed } = session
  return { ...session, queue: sessionQueue(day, scope, mode, crammed, now) }
}

function show(day: StudyDay, entry: QueueEntry, { now, id }: Moment): Showing {
  const reps = day.states.get(entry.card.cardId)?.reps ?? 0
  return { id, shownAt: now, entry, reps }
}

/** Entries that are still to come after the one on screen. */
export function upcoming({ queue, showing, limit, answered }: Session): QueueEntry[] {
  const now = showing?.entry.card.cardId
  const entries = queue.entries.filter(({ card }) => card.cardId !== now)
  if (limit === null) return entries
  const cards = new Set(answered.map(({ card }) => card.cardId))
  if (now !== undefined) cards.add(now)
  let left = limit - cards.size
  // Those that come back do not count again.
  return entries.filter(({ card }) => cards.has(card.cardId) || left-- > 0)
}

/** How many cards are read ahead of the one on screen. */
const AHEAD = 6

/** The notes of the card on screen and of those after it. */
export function noteIdsAhead(session: Session): NoteId[] {
  const entries = upcoming(session).slice(0, AHEAD)
  const all = session.showing ? [session.showing.entry, ...entries] : entries
  return [...new Set(all.map(({ card }) => card.note.id))]
}

/**
 * Answers given, and answers that the session has in all from what is known now. A card that was
 * forgotten comes back, so that the second number grows with it.
 */
export function extent(session: Session): { readonly answered: number; readonly total: number } {
  const answered = session.answered.length
  return { answered, total: answered + upcoming(session).length + (session.showing ? 1 : 0) }
}

/** Where a card stands in the exam that is studied. */
export function placeOf({ day, scope }: Session, { note }: CatalogCard): Place | undefined {
  const places = note.skills.flatMap((skill) => day.places.get(skill) ?? [])
  return places.find(({ exam }) => exam === scope.exam) ?? places[0]
}

/** How many domains an exam has. */
export function domainCount({ places }: StudyDay, exam: ExamId | undefined): number {
  const mine = [...places.values()].filter((place) => place.exam === exam)
  return new Set(mine.map(({ domain }) => domain.id)).size
}
