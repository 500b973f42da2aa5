import { shiftOf } from '../balance.ts'
import type { FullSchedule } from '../exam-schedule.ts'
import { weekdayOf } from '../plan-settings.ts'
import { stepAfter } from '../steps.ts'
import type { Phase } from '../steps.ts'
import type { StudyDayNumber } from '../time.ts'
import { copyCards } from './cards.ts'
import type { PlanCards } from './cards.ts'
import { Draws } from './chance.ts'
import { gradeAt, Memory } from './memory.ts'
import type { Grade } from './memory.ts'
import {
  FAIL_SECONDS,
  LAPSE,
  NEW_SECONDS,
  READING,
  STEP_AGAIN,
  STEP_GOOD,
  STEP_RIGHT,
} from './simulate.ts'
import { deviationOf, meanOf, meanOutcome } from './schedule-outcome.ts'
import type { ScheduleOutcome } from './schedule-outcome.ts'
import type { Trial } from './trial.ts'
import { worldOf } from './worlds.ts'
import type { World, WorldName } from './worlds.ts'

/** The part of a schedule that a simulation can try. */
export type TriedSchedule = Omit<
  FullSchedule,
  'leechLapses' | 'leechChance' | 'desiredRetention'
> & {
  readonly desiredRetention: number
}

/** What to try: the cards of one exam, studied without a date. Plain data: it goes to a worker as it is. */
export interface ScheduleRequest {
  readonly trial: Pick<Trial, 'cards' | 'weights' | 'habits' | 'today'>
  readonly newPerDay: number
  readonly schedules: readonly TriedSchedule[]
}

/** Days that are simulated: long enough for intervals to grow. */
export const SCHEDULE_DAYS = 180

/** Single cards matter little in the mean of very many, so that one learner says as much as four. */
const RUNS = 4
const MANY = 4000
/** A card does not come back more often than this on one day. */
const MOST_TRIES = 8

/** Simulates each schedule with the same learners. Yields the share that is done after each run. */
export function* trySchedules(
  request: ScheduleRequest,
): Generator<number, readonly ScheduleOutcome[]> {
  const runs = request.trial.cards.count > MANY ? 1 : RUNS
  const outcomes: ScheduleOutcome[] = []
  let done = 0
  for (const schedule of request.schedules) {
    const results: ScheduleOutcome[] = []
    for (let seed = 1; seed <= runs; seed += 1) {
      results.push(scheduleRun(request, schedule, seed))
      yield (done += 1) / (request.schedules.length * runs)
    }
    outcomes.push(meanOutcome(results))
  }
  return outcomes
}

/** One learner's half year. The same seed always has the same result. */
export function scheduleRun(
  { trial, newPerDay }: Omit<ScheduleRequest, 'schedules'>,
  schedule: TriedSchedule,
  seed: number,
  world: WorldName = 'perturbed',
  days = SCHEDULE_DAYS,
): ScheduleOutcome {
  const run = new Run(trial, schedule, seed, world, days)
  for (let day = 0; day < days; day += 1) run.studyDay(newPerDay)
  return run.outcome()
}

class Run {
  readonly #cards: PlanCards
  readonly #memory: Memory
  readonly #world: World
  readonly #habits: Trial['habits']
  readonly #schedule: TriedSchedule
  readonly #today: StudyDayNumber
  readonly #end: StudyDayNumber
  readonly #due: number[][]
  readonly #draws: Draws
  readonly #fresh: number[]
  readonly #reviews: number[] = []
  #day: StudyDayNumber
  #seconds = 0
  #lastNew = 0

  constructor(
    { cards, weights, habits, today }: ScheduleRequest['trial'],
    schedule: TriedSchedule,
    seed: number,
    world: WorldName,
    days: number,
  ) {
    this.#cards = copyCards(cards)
    this.#memory = new Memory(weights)
    this.#world = worldOf(world, cards, weights, seed)
    this.#habits = habits
    this.#schedule = schedule
    this.#today = today
    this.#day = today
    this.#end = today + days
    this.#due = Array.from({ length: days }, () => [])
    this.#draws = new Draws(seed, cards.count)
    const all = Array.from({ length: cards.count }, (_, card) => card)
    this.#fresh = all
      .filter((card) => !cards.seen[card])
      .toSorted((a, b) => (cards.order[a] ?? 0) - (cards.order[b] ?? 0))
    for (const card of all) {
      if (cards.seen[card]) this.#put(card, (cards.lastDay[card] ?? 0) + this.#intervalOf(card))
    }
  }

  studyDay(newPerDay: number): void {
    const due = this.#due[this.#day - this.#today] ?? []
    for (const card of due) this.#review(card)
    const fresh = this.#fresh.splice(0, newPerDay)
    for (const card of fresh) this.#introduce(card)
    if (fresh.length > 0) this.#lastNew = this.#day - this.#today
    this.#reviews.push(due.length)
    this.#day += 1
  }

  outcome(): ScheduleOutcome {
    const reviews = this.#reviews
    const days = reviews.length
    // While cards are new the load grows: how even it is shows afterwards, once they have settled.
    const from = Math.min(this.#lastNew + 20, Math.floor((days * 2) / 3))
    const counts = Array.from({ length: 7 }, (_, weekday) =>
      reviews.filter((_count, day) => day >= from && weekdayOf(this.#today + day) === weekday),
    )
    return {
      minutes: this.#seconds / 60 / days,
      reviews: meanOf(reviews),
      recall: this.#recall(),
      spread: deviationOf(reviews.slice(from)),
      change: this.#change(from),
      weekdays: counts.map(meanOf),
    }
  }

  #change(from: number): number {
    const isNormal = (day: number) =>
      this.#schedule.easyDays[weekdayOf(this.#today + day)] === 'normal'
    const differences = this.#reviews.flatMap((count, day) =>
      day > from && isNormal(day) && isNormal(day - 1)
        ? [Math.abs(count - (this.#reviews[day - 1] ?? 0))]
        : [],
    )
    return meanOf(differences)
  }

  #recall(): number {
    let [recall, count] = [0, 0]
    for (let card = 0; card < this.#cards.count; card += 1) {
      if (!this.#cards.seen[card]) continue
      recall += this.#world.recall(card, this.#day)
      count += 1
    }
    return count === 0 ? 0 : recall / count
  }

  #introduce(card: number): void {
    const grade = gradeAt(this.#draws.pick(card, this.#habits.first))
    this.#cards.seen[card] = 1
    this.#world.first(card, grade, this.#day)
    this.#cards.stability[card] = this.#memory.firstStability(grade)
    this.#cards.difficulty[card] = this.#memory.firstDifficulty(grade)
    this.#cards.lastDay[card] = this.#day
    const seconds = READING + this.#steps(card, null, grade, STEP_RIGHT.first)
    this.#seconds += seconds * (this.#habits.secondsNew / NEW_SECONDS)
    this.#plan(card)
  }

  #review(card: number): void {
    const elapsed = this.#day - (this.#cards.lastDay[card] ?? 0)
    const isRecalled = this.#draws.next(card) < this.#world.recall(card, this.#day)
    const grade = gradeAt(isRecalled ? 1 + this.#draws.pick(card, this.#habits.pass) : 0)
    this.#answer(card, grade, elapsed)
    if (isRecalled) this.#seconds += this.#habits.secondsPass[grade - 2] ?? 0
    else {
      const seconds = LAPSE + this.#steps(card, IN_REVIEW, 1, STEP_RIGHT.lapse)
      this.#seconds += seconds * (this.#habits.secondsFail / FAIL_SECONDS)
    }
    this.#plan(card)
  }

  /** Goes through the steps of the day, as the scheduler has them. Their seconds. */
  #steps(
    card: number,
    before: { readonly phase: Phase; readonly step: number } | null,
    grade: Grade,
    right: number,
  ): number {
    let seconds = 0
    let step = stepAfter(before, RATING[grade - 1] ?? 'good', this.#schedule)
    for (let tries = 0; step && tries < MOST_TRIES; tries += 1) {
      const isRight = this.#draws.next(card) < right
      this.#answer(card, isRight ? 3 : 1, 0)
      seconds += isRight ? STEP_GOOD : STEP_AGAIN
      step = stepAfter(step, isRight ? 'good' : 'again', this.#schedule)
    }
    return seconds
  }

  #answer(card: number, grade: Grade, elapsed: number): void {
    const { stability, difficulty, lastDay } = this.#cards
    const trace = { stability: stability[card] ?? 0, difficulty: difficulty[card] ?? 0 }
    this.#world.review(card, grade, this.#day)
    stability[card] = this.#memory.nextStability(trace, elapsed, grade)
    difficulty[card] = this.#memory.nextDifficulty(trace.difficulty, grade)
    lastDay[card] = this.#day
  }

  #intervalOf(card: number): number {
    const { desiredRetention, maximumIntervalDays } = this.#schedule
    const days = Math.round(
      this.#memory.interval(this.#cards.stability[card] ?? 0, desiredRetention),
    )
    return Math.max(1, Math.min(days, maximumIntervalDays))
  }

  #plan(card: number): void {
    const days = this.#intervalOf(card)
    const { balance, easyDays, maximumIntervalDays } = this.#schedule
    const loadOf = (day: StudyDayNumber) => this.#due[day - this.#today]?.length ?? 0
    const shift = balance ? shiftOf(days, this.#day, { loadOf, easyDays, maximumIntervalDays }) : 0
    this.#put(card, this.#day + days + shift)
  }

  /** What is due already comes on the first day. */
  #put(card: number, day: StudyDayNumber): void {
    if (day < this.#end) this.#due[Math.max(day, this.#today) - this.#today]?.push(card)
  }
}

const IN_REVIEW = { phase: 'review', step: 0 } as const
const RATING = ['again', 'hard', 'good', 'easy'] as const
