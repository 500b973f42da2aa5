import { default_w, fsrs } from 'ts-fsrs'
import type { FSRS } from 'ts-fsrs'
import { effectiveRatings } from './log.ts'
import type { CardId } from './note.ts'
import { RATINGS } from './review.ts'
import type { Rated, Rating, Review } from './review.ts'
import type { Settings } from './settings.ts'
import { MINUTE_MS, studyDayOf } from './time.ts'
import type { Instant, StudyClock, StudyDayNumber } from './time.ts'

/** Raised when the code below would compute other states from the same log. */
const CODE_VERSION = 1

/** What the scheduler is told. Changing any of it means that all states are computed anew. */
export interface SchedulerSettings {
  /** Wanted recall at the due moment, 0 to 1. */
  readonly desiredRetention: number
  /** 21 FSRS-6 parameters. */
  readonly weights: readonly number[]
  readonly rolloverHour: number
  /** Minutes until a card comes back within the day. */
  readonly learningStepsMin: readonly number[]
  readonly relearningStepsMin: readonly number[]
  readonly maximumIntervalDays: number
}

/**
 * What the reviews of one card add up to: a projection of the log, never edited, thrown away at will.
 * A card that was never rated has no state.
 */
export interface CardState {
  readonly cardId: CardId
  readonly phase: 'learning' | 'review' | 'relearning'
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

/** The 21 default parameters of FSRS-6. */
export const DEFAULT_WEIGHTS: readonly number[] = [...default_w]

/** One learning and one relearning step: repeats within a day hardly affect long-term memory. */
export const DEFAULT_SCHEDULER: SchedulerSettings = {
  desiredRetention: 0.9,
  weights: DEFAULT_WEIGHTS,
  rolloverHour: 4,
  learningStepsMin: [10],
  relearningStepsMin: [10],
  maximumIntervalDays: 36_500,
}

/** The scheduler that follows from the learner's settings. */
export function schedulerSettingsOf(settings: Settings): SchedulerSettings {
  const { desiredRetention, rolloverHour } = settings
  return { ...DEFAULT_SCHEDULER, desiredRetention, rolloverHour }
}

/** A text that differs whenever stored states have to be computed anew. */
export function schedulerKey(settings: SchedulerSettings): string {
  const { desiredRetention, weights, rolloverHour, maximumIntervalDays } = settings
  const { learningStepsMin, relearningStepsMin } = settings
  return JSON.stringify([
    CODE_VERSION,
    desiredRetention,
    rolloverHour,
    maximumIntervalDays,
    learningStepsMin,
    relearningStepsMin,
    weights,
  ])
}

/** The state that the log of one card leads to, in whatever order it is given; null while it is new. */
export function replay(reviews: readonly Review[], settings: SchedulerSettings): CardState | null {
  return effectiveRatings(reviews).reduce<CardState | null>(
    (state, rated) =>
      next(state, rated, { ...rated, rolloverHour: settings.rolloverHour }, settings),
    null,
  )
}

/**
 * The state after one rating. Preview and result are both this function, and it knows neither chance nor
 * the load of other cards, so that what a button promises is what happens.
 *
 * @param before null for a new card
 * @param rated  card, instant and rating
 * @param clock  offset that held at `rated.at`
 */
export function next(
  before: CardState | null,
  rated: Pick<Rated, 'cardId' | 'at' | 'rating'>,
  clock: StudyClock,
  settings: SchedulerSettings,
): CardState {
  // A device clock can run backwards, and a traveller's day can: time then stands still.
  const at = Math.max(rated.at, before?.lastReviewAt ?? 0)
  const today = Math.max(studyDayOf(at, clock), before?.lastReviewDay ?? Number.NEGATIVE_INFINITY)
  const elapsedDays = before ? today - before.lastReviewDay : 0
  const memory = memoryAfter(before, elapsedDays, rated.rating, settings)
  const lapsed = before?.phase === 'review' && rated.rating === 'again'
  return {
    cardId: rated.cardId,
    ...memory,
    ...whenNext(before, elapsedDays, rated.rating, at, today, memory.stability, settings),
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
  settings: Pick<SchedulerSettings, 'weights'> = DEFAULT_SCHEDULER,
): number {
  const elapsedDays = Math.max(0, today - state.lastReviewDay)
  return modelOf(settings.weights, 0.9).forgetting_curve(elapsedDays, state.stability)
}

/** Days from the last review to the due day; 0 in learning and relearning. */
export function intervalDays(state: CardState): number {
  return state.dueDay - state.lastReviewDay
}

interface Due {
  readonly phase: CardState['phase']
  readonly step: number
  readonly dueDay: StudyDayNumber
  readonly dueAt: Instant | null
}

function memoryAfter(
  before: CardState | null,
  elapsedDays: number,
  rating: Rating,
  settings: SchedulerSettings,
): Pick<CardState, 'stability' | 'difficulty'> {
  const memory = before ? { stability: before.stability, difficulty: before.difficulty } : null
  const model = modelOf(settings.weights, settings.desiredRetention)
  const { stability, difficulty } = model.next_state(memory, elapsedDays, gradeOf(rating))
  return { stability, difficulty }
}

function whenNext(
  before: CardState | null,
  elapsedDays: number,
  rating: Rating,
  at: Instant,
  today: StudyDayNumber,
  stability: number,
  settings: SchedulerSettings,
): Due {
  const step = stepAfter(before, rating, settings)
  if (step) {
    const dueAt = at + Math.round(step.minutes * MINUTE_MS)
    return { phase: step.phase, step: step.step, dueDay: today, dueAt }
  }
  const days =
    before?.phase === 'review'
      ? reviewInterval(before, elapsedDays, rating, settings)
      : firstInterval(before, elapsedDays, rating, stability, settings)
  return { phase: 'review', step: 0, dueDay: today + days, dueAt: null }
}

interface StepDue {
  readonly phase: 'learning' | 'relearning'
  readonly step: number
  readonly minutes: number
}

/** The step of the same day that a rating leads to, or null if the card goes (back) to review. */
function stepAfter(
  before: CardState | null,
  rating: Rating,
  { learningStepsMin, relearningStepsMin }: SchedulerSettings,
): StepDue | null {
  const relearning = before !== null && before.phase !== 'learning'
  if (before?.phase === 'review' && rating !== 'again') return null
  const steps = relearning ? relearningStepsMin : learningStepsMin
  const at = before && before.phase !== 'review' ? before.step : 0
  const due = (step: number, minutes: number | undefined): StepDue | null =>
    minutes === undefined ? null : { phase: relearning ? 'relearning' : 'learning', step, minutes }
  if (rating === 'again') return due(0, steps[0])
  if (rating === 'hard') return due(at, hardMinutes(steps, at))
  if (rating === 'good') return due(at + 1, steps[at + 1])
  return null
}

/** Hard repeats the step; on the first it lies between the first two, or half as long again. */
function hardMinutes(steps: readonly number[], at: number): number | undefined {
  const [first, second] = steps
  if (at > 0 || first === undefined) return steps[at]
  return Math.round(second === undefined ? first * 1.5 : (first + second) / 2)
}

/** Days after the last step. Easy stays at least a day longer than good would be. */
function firstInterval(
  before: CardState | null,
  elapsedDays: number,
  rating: Rating,
  stability: number,
  settings: SchedulerSettings,
): number {
  if (rating !== 'easy') return intervalFor(stability, settings)
  const good = memoryAfter(before, elapsedDays, 'good', settings).stability
  return cap(Math.max(intervalFor(stability, settings), intervalFor(good, settings) + 1), settings)
}

/** Days after a review: hard ≤ good < easy, and hard < good unless the maximum forbids it. */
function reviewInterval(
  before: CardState,
  elapsedDays: number,
  rating: Rating,
  settings: SchedulerSettings,
): number {
  const plain = (each: Rating) =>
    intervalFor(memoryAfter(before, elapsedDays, each, settings).stability, settings)
  if (rating === 'again') return plain('again')
  const hard = Math.min(plain('hard'), plain('good'))
  if (rating === 'hard') return hard
  const good = Math.max(plain('good'), hard + 1)
  return cap(rating === 'good' ? good : Math.max(plain('easy'), good + 1), settings)
}

function intervalFor(stability: number, settings: SchedulerSettings): number {
  const model = modelOf(settings.weights, settings.desiredRetention)
  return cap(model.next_interval(stability, 0), settings)
}

// ts-fsrs lets its ordering rule exceed the maximum; ours holds for every rating.
function cap(days: number, { maximumIntervalDays }: SchedulerSettings): number {
  return Math.min(days, maximumIntervalDays)
}

function gradeOf(rating: Rating): number {
  return RATINGS.indexOf(rating) + 1
}

const models = new WeakMap<readonly number[], Map<number, FSRS>>()

/** One instance per parameter set: making one costs more than using it. Only its maths is used. */
function modelOf(weights: readonly number[], desiredRetention: number): FSRS {
  const known = models.get(weights)?.get(desiredRetention)
  if (known) return known
  if (weights.length !== 21) throw new RangeError(`FSRS-6 has 21 parameters, not ${weights.length}`)
  const model = fsrs({ request_retention: desiredRetention, w: [...weights], enable_fuzz: false })
  const others = models.get(weights) ?? new Map<number, FSRS>()
  models.set(weights, others.set(desiredRetention, model))
  return model
}
