import { AWAY, copyCards, daysLeft, valueOfCards } from './cards.ts'
import type { PlanCards, PlanExam } from './cards.ts'
import { Draws } from './chance.ts'
import type { Habits } from './habits.ts'
import { gradeAt, Memory } from './memory.ts'
import type { Grade } from './memory.ts'
import { policyFor } from './policy.ts'
import type { Calibration, Policy } from './policy.ts'
import { rankDay } from './rank.ts'
import { expectedScore } from './score.ts'
import type { StudyDayNumber } from '../time.ts'
import type { DayOrder, Trial, TrialResult, TrialState } from './trial.ts'
import { worldOf } from './worlds.ts'
import type { World } from './worlds.ts'

/** Seconds that answers take for the prior habits: reading a new card, its steps, a lapse. */
export const READING = 30
export const STEP_AGAIN = 16.44
export const STEP_GOOD = 12.32
export const LAPSE = 19.38
/** Chance of getting a step right after the first sight, and after a lapse. */
export const STEP_RIGHT = { first: 0.8, lapse: 0.85 }
/** What the above add up to on average. */
export const NEW_SECONDS = 43.51
export const FAIL_SECONDS = 34.58

/**
 * The exam policy as the app follows it: it stops when only reviews are left that can wait.
 *
 * @param policy left out for the one that follows from the calibration, as in the app
 */
export function planOrder(policy?: Policy): DayOrder {
  return {
    order: ({ cards, exams, day, memory, habits, calibration }) =>
      rankDay({
        cards,
        exams,
        today: day,
        memory,
        habits,
        skipsWaiting: true,
        policy: policy ?? policyFor(calibration),
      }).map(({ card }) => card),
  }
}

/** Runs a stretch of days. The same trial always has the same result. */
export function simulate(trial: Trial, order: DayOrder = planOrder(trial.policy)): TrialResult {
  const run = new Run(trial)
  for (let index = 0; index < trial.minutes.length; index += 1) {
    run.studyDay(order, (trial.minutes[index] ?? 0) * 60)
  }
  return run.result()
}

class Run implements TrialState {
  readonly cards: PlanCards
  readonly exams: readonly PlanExam[]
  readonly memory: Memory
  readonly habits: Habits
  day: StudyDayNumber
  readonly #world: World
  readonly #draws: Draws
  readonly #values: readonly Float64Array[]
  readonly #scores: (number | null)[]
  readonly #predicted: (number | null)[]
  readonly #minutes: number[] = []
  readonly #new: number[] = []
  readonly #reviews: number[] = []
  readonly #course: number[] = []
  #recalled = 0
  #expected = 0
  #answers = 0
  #newToday: number[] = []
  #reviewsToday = 0

  constructor({ cards, exams, today, weights, habits, world, seed }: Trial) {
    this.cards = copyCards(cards)
    this.exams = exams
    this.day = today
    this.memory = new Memory(weights)
    this.habits = habits
    this.#world = worldOf(world, cards, weights, seed)
    this.#draws = new Draws(seed, cards.count)
    this.#values = exams.map(valueOfCards)
    this.#scores = exams.map(() => null)
    this.#predicted = exams.map(() => null)
  }

  get calibration(): Calibration {
    return { reviews: this.#answers, expected: this.#expected, recalled: this.#recalled }
  }

  studyDay(order: DayOrder, budget: number): void {
    this.#course.push(this.#scoreOf(0, this.day))
    this.#note()
    this.#newToday = this.exams.map(() => 0)
    this.#reviewsToday = 0
    let introduced = 0
    let seconds = 0
    if (budget > 0) {
      for (const card of order.order(this)) {
        if (seconds >= budget) break
        const isNew = this.cards.seen[card] === 0
        if (isNew && this.#isLimited(card)) continue
        const taken = isNew ? this.#introduce(card) : this.#review(card)
        seconds += taken
        if (isNew) introduced += 1
        order.studied?.(this, card, taken)
      }
    }
    this.#minutes.push(seconds / 60)
    this.#new.push(introduced)
    this.#reviews.push(this.#reviewsToday)
    this.day += 1
    // What was put off or buried is so for the first day at most.
    this.cards.pressing.fill(0)
    this.cards.away.forEach((away, card) => {
      if (away !== AWAY) this.cards.away[card] = 0
    })
  }

  result(): TrialResult {
    this.#note()
    const reviews = this.#reviews.reduce((sum, count) => sum + count, 0)
    return {
      scores: this.exams.map((_, index) => this.#scores[index] ?? this.#scoreOf(index, this.day)),
      predicted: this.exams.map((_, index) => this.#predicted[index] ?? this.#predict(index)),
      recallOfSeen: this.#values.map((values) => this.#recallOfSeen(values)),
      unseen: this.exams.map((exam) => this.#unseenOf(exam)),
      minutes: this.#minutes,
      newCards: this.#new,
      reviews: this.#reviews,
      recalled: reviews === 0 ? null : this.#recalled / reviews,
      course: [...this.#course, this.#scoreOf(0, this.day)],
    }
  }

  /** Notes the score of every exam whose day it is. */
  #note(): void {
    this.exams.forEach(({ examDay }, index) => {
      if (examDay !== this.day || this.#scores[index] !== null) return
      this.#scores[index] = this.#scoreOf(index, this.day)
      this.#predicted[index] = this.#predict(index)
    })
  }

  #predict(index: number): number {
    const exam = this.exams[index]
    if (!exam) return 0
    const isOver = daysLeft(exam, this.day) <= 0
    const at = isOver && exam.examDay !== null ? exam.examDay : this.day
    return expectedScore(this.memory, this.cards, { ...exam, examDay: at }, at)
  }

  #scoreOf(index: number, day: StudyDayNumber): number {
    const exam = this.exams[index]
    const values = this.#values[index]
    if (!exam || !values) return 0
    let score = 0
    for (let card = 0; card < this.cards.count; card += 1) {
      const value = values[card] ?? 0
      if (value === 0) continue
      score +=
        value *
        (this.cards.seen[card]
          ? this.#world.recall(card, day)
          : (exam.unseenRecall[exam.domainOf[card] ?? -1] ?? 0))
    }
    return score
  }

  #recallOfSeen(values: Float64Array): number {
    let [recall, count] = [0, 0]
    for (let card = 0; card < this.cards.count; card += 1) {
      if ((values[card] ?? 0) === 0 || !this.cards.seen[card]) continue
      recall += this.#world.recall(card, this.day)
      count += 1
    }
    return count === 0 ? 0 : recall / count
  }

  #unseenOf({ shares, domainOf }: PlanExam): number[] {
    const left = shares.map(() => 0)
    domainOf.forEach((domain, card) => {
      if (domain >= 0 && !this.cards.seen[card]) left[domain] = (left[domain] ?? 0) + 1
    })
    return left
  }

  #isLimited(card: number): boolean {
    const own = this.exams.flatMap(({ domainOf, newPerDay }, index) =>
      (domainOf[card] ?? -1) < 0 ? [] : [{ index, newPerDay }],
    )
    if (own.some(({ index, newPerDay }) => (this.#newToday[index] ?? 0) >= newPerDay)) return true
    for (const { index } of own) this.#newToday[index] = (this.#newToday[index] ?? 0) + 1
    return false
  }

  #introduce(card: number): number {
    const { cards, memory, habits, day } = this
    const grade = gradeAt(this.#draws.pick(card, habits.first))
    cards.seen[card] = 1
    this.#world.first(card, grade, day)
    cards.stability[card] = memory.firstStability(grade)
    cards.difficulty[card] = memory.firstDifficulty(grade)
    cards.lastDay[card] = day
    const seconds = READING + (grade < 4 ? this.#steps(card, STEP_RIGHT.first) : 0)
    return seconds * (habits.secondsNew / NEW_SECONDS)
  }

  #review(card: number): number {
    const { cards, memory, habits, day } = this
    const elapsed = day - (cards.lastDay[card] ?? 0)
    const isRecalled = this.#draws.next(card) < this.#world.recall(card, day)
    this.#expected += memory.recall(elapsed, cards.stability[card] ?? 1)
    const grade = gradeAt(isRecalled ? 1 + this.#draws.pick(card, habits.pass) : 0)
    this.#answer(card, grade, elapsed, memory)
    this.#reviewsToday += 1
    this.#answers += 1
    if (isRecalled) {
      this.#recalled += 1
      return habits.secondsPass[grade - 2] ?? 0
    }
    const seconds = LAPSE + this.#steps(card, STEP_RIGHT.lapse)
    return seconds * (habits.secondsFail / FAIL_SECONDS)
  }

  /** Repeats on the same day until the first success, three at most. Their seconds. */
  #steps(card: number, right: number): number {
    let seconds = 0
    for (let step = 0; step < 3; step += 1) {
      const isRight = this.#draws.next(card) < right
      this.#answer(card, isRight ? 3 : 1, 0, this.memory)
      seconds += isRight ? STEP_GOOD : STEP_AGAIN
      if (isRight) break
    }
    return seconds
  }

  #answer(card: number, grade: Grade, elapsed: number, memory: Memory): void {
    const { cards, day } = this
    const trace = {
      stability: cards.stability[card] ?? 0,
      difficulty: cards.difficulty[card] ?? 0,
    }
    this.#world.review(card, grade, day)
    cards.stability[card] = memory.nextStability(trace, elapsed, grade)
    cards.difficulty[card] = memory.nextDifficulty(trace.difficulty, grade)
    cards.lastDay[card] = day
    cards.shift[card] = 0
  }
}
