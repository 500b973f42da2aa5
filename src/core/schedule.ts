import { forgetting_curve, fsrs } from 'ts-fsrs'
import type { FSRS } from 'ts-fsrs'
import { effectiveEntries } from './log.ts'
import type { CardId } from './note.ts'
import { RATINGS } from './rating.ts'
import type { Rating } from './rating.ts'
import type { Rated, Rescheduled, Review } from './review.ts'
import { DEFAULT_SCHEDULER } from './scheduler.ts'
import type { Memory, SchedulerSettings } from './scheduler.ts'
import { moved } from './spread.ts'
import { stepAfter } from './steps.ts'
import type { Phase } from './steps.ts'
import { MINUTE_MS, studyDayOf } from './time.ts'
import type { Instant, StudyClock, StudyDayNumber } from './time.ts'

/**
 * What the reviews of one card add up to: a projection of the log, never edited, thrown away at will.
 * A card that was never rated has no state.
 */
export interface CardState {
  readonly cardId: CardId
  readonly phase: Phase
  /** Index of the learning or relearning step; 0 in phase review. */
  readonly step: number
  /** Days after which recall falls to 90 %. */
  readonly stability: number
  /** 1 (easiest) to 10. */
  readonly difficulty: number
  /** First study day on which the card is due. In learning and relearning the day of the last review. */
  readonly dueDay: StudyDayNumber
  /** In learning and relearning the instant at which the step is over; null in review. */
  readonly dueAt: Instant | null
  readonly lastReviewAt: Instant
  readonly lastReviewDay: StudyDayNumber
  /** Study day of the first rating that counts. */
  readonly introducedDay: StudyDayNumber
  readonly reps: number
  /** Times forgotten in phase review. */
  readonly lapses: number
}

/** The state that the log of one card leads to, in whatever order it is given; null while it is new. */
export function replay(reviews: readonly Review[], settings: SchedulerSettings): CardState | null {
  let seenRev = 0
  return effectiveEntries(reviews).reduce<CardState | null>((state, entry) => {
    if (entry.kind === 'rescheduled') {
      return (entry.rev ?? Infinity) > seenRev ? rescheduled(state, entry) : state
    }
    seenRev = Math.max(seenRev, entry.rev)
    return next(state, entry, { ...entry, rolloverHour: settings.rolloverHour }, settings)
  }, null)
}

/**
 * The state after the learner set a day: due then, in review, with the memory as it was. Never before
 * the last review. A card that was never rated has no memory to keep and stays new.
 */
export function rescheduled(
  state: CardState | null,
  { dueDay, rev }: Rescheduled,
): CardState | null {
  // A card in learning comes up anyway, and one that is due sooner is not put off by a release.
  if (!state || (rev !== undefined && (state.dueAt !== null || state.dueDay <= dueDay)))
    return state
  const day = Math.max(dueDay, state.lastReviewDay)
  return { ...state, phase: 'review', step: 0, dueDay: day, dueAt: null }
}

/**
 * The state after one rating. Preview and result are both this function. It knows neither chance (fuzz)
 * nor the load of other days, so that a log replays to the same days on every device. By how many days
 * the load of other days moved a review is part of the rating (`shift`).
 *
 * @param before null for a new card
 * @param rated  card, instant and rating
 * @param clock  offset that held at `rated.at`
 */
export function next(
  before: CardState | null,
  rated: Pick<Rated, 'cardId' | 'at' | 'rating' | 'shift'>,
  clock: StudyClock,
  settings: SchedulerSettings,
): CardState {
  // A device clock can run backwards, and a traveller's day can: time then stands still.
  const at = Math.max(rated.at, before?.lastReviewAt ?? 0)
  const today = Math.max(studyDayOf(at, clock), before?.lastReviewDay ?? Number.NEGATIVE_INFINITY)
  const elapsedDays = before ? today - before.lastReviewDay : 0
  const { rating, shift = 0 } = rated
  const meeting: Meeting = { before, rating, at, today, elapsedDays, shift }
  const lapsed = before?.phase === 'review' && rating === 'again'
  return {
    cardId: rated.cardId,
    ...memoryAfter(meeting, rating, settings),
    ...whenNext(meeting, settings),
    lastReviewAt: at,
    lastReviewDay: today,
    introducedDay: before?.introducedDay ?? today,
    reps: (before?.reps ?? 0) + 1,
    lapses: (before?.lapses ?? 0) + (lapsed ? 1 : 0),
  }
}

/** The states that the four ratings would lead to if the learner rated at `at`. */
export function preview(
  before: CardState | null,
  cardId: CardId,
  at: Instant,
  clock: StudyClock,
  settings: SchedulerSettings,
): Record<Rating, CardState> {
  const after = (rating: Rating) => next(before, { cardId, at, rating }, clock, settings)
  return { again: after('again'), hard: after('hard'), good: after('good'), easy: after('easy') }
}

/**
 * Probability that the learner recalls the card on study day `today`, 0 to 1: 1 on the day of the
 * review, 0.9 once `stability` days have passed.
 *
 * @see FSRS-6, R(t, S): https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm
 */
export function retrievability(
  state: Pick<CardState, 'stability' | 'lastReviewDay'>,
  today: StudyDayNumber,
  settings: Memory = DEFAULT_SCHEDULER,
): number {
  const elapsedDays = Math.max(0, today - state.lastReviewDay)
  return forgetting_curve(settings.weights, elapsedDays, state.stability)
}

/** Days from the last review to the due day; 0 in learning and relearning. */
export function intervalDays(state: CardState): number {
  return state.dueDay - state.lastReviewDay
}

/** One rating, and what it meets. */
interface Meeting {
  readonly before: CardState | null
  readonly rating: Rating
  readonly at: Instant
  readonly today: StudyDayNumber
  readonly elapsedDays: number
  /** Days by which the review is moved, within what its interval allows. */
  readonly shift: number
}

function memoryAfter(
  { before, elapsedDays }: Meeting,
  rating: Rating,
  settings: SchedulerSettings,
): Pick<CardState, 'stability' | 'difficulty'> {
  const memory = before ? { stability: before.stability, difficulty: before.difficulty } : null
  const { stability, difficulty } = modelOf(settings).next_state(
    memory,
    elapsedDays,
    gradeOf(rating),
  )
  return { stability, difficulty }
}

function whenNext(
  meeting: Meeting,
  settings: SchedulerSettings,
): Pick<CardState, 'phase' | 'step' | 'dueDay' | 'dueAt'> {
  const { before, rating, at, today } = meeting
  const sameDay = stepAfter(before, rating, settings)
  if (sameDay) {
    const { phase, step, minutes } = sameDay
    return { phase, step, dueDay: today, dueAt: at + Math.round(minutes * MINUTE_MS) }
  }
  const days =
    before?.phase === 'review'
      ? reviewInterval(meeting, settings)
      : firstInterval(meeting, settings)
  const dueDay = today + moved(days, meeting.shift, settings.maximumIntervalDays)
  return { phase: 'review', step: 0, dueDay, dueAt: null }
}

/** Days after the last step. Easy stays away at least a day longer than good would. */
function firstInterval(meeting: Meeting, settings: SchedulerSettings): number {
  const days = intervalAfter(meeting, meeting.rating, settings)
  if (meeting.rating !== 'easy') return days
  return cap(Math.max(days, intervalAfter(meeting, 'good', settings) + 1), settings)
}

/** Days after a review: hard < good < easy as long as the maximum allows it. */
function reviewInterval(meeting: Meeting, settings: SchedulerSettings): number {
  const plain = (rating: Rating) => intervalAfter(meeting, rating, settings)
  const { rating } = meeting
  if (rating === 'again' || rating === 'hard') return plain(rating)
  const good = Math.max(plain('good'), plain('hard') + 1)
  return cap(rating === 'good' ? good : Math.max(plain('easy'), good + 1), settings)
}

/** Days until recall falls to what is desired, rounded, at least 1. */
function intervalAfter(meeting: Meeting, rating: Rating, settings: SchedulerSettings): number {
  const { stability } = memoryAfter(meeting, rating, settings)
  return cap(modelOf(settings).next_interval(stability, 0), settings)
}

// ts-fsrs lets its ordering rule exceed the maximum; ours holds for every rating.
function cap(days: number, { maximumIntervalDays }: SchedulerSettings): number {
  return Math.max(1, Math.min(days, maximumIntervalDays))
}

function gradeOf(rating: Rating): number {
  return RATINGS.indexOf(rating) + 1
}

const models = new WeakMap<SchedulerSettings, FSRS>()

/** One instance per settings: making one costs more than using it. Only its maths is used. */
function modelOf(settings: SchedulerSettings): FSRS {
  const known = models.get(settings)
  if (known) return known
  const { weights, desiredRetention, relearningStepsMin } = settings
  // ts-fsrs would take its defaults instead, or migrate older parameters differently in each version.
  if (weights.length !== 21) throw new RangeError(`FSRS-6 has 21 parameters, not ${weights.length}`)
  if (!(desiredRetention > 0 && desiredRetention <= 1)) {
    throw new RangeError(`Desired retention lies above 0 and up to 1, not ${desiredRetention}`)
  }
  const model = fsrs({
    request_retention: desiredRetention,
    w: [...weights],
    enable_fuzz: false,
    // With several steps ts-fsrs lowers two parameters, so that passing them all gains nothing.
    relearning_steps: relearningStepsMin.map((minutes) => `${minutes}m` as const),
  })
  models.set(settings, model)
  return model
}
