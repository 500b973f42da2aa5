import { Draws } from './chance.ts'
import type { Habits } from './habits.ts'
import type { Loads } from './loads.ts'
import { gradeAt } from './memory.ts'
import type { Memory } from './memory.ts'
import type { Grade } from './memory.ts'
import type { StudyDayNumber } from '../time.ts'

/** Cards that come up on their own due days, a column for each thing known of them. A card is its index. */
export interface PlainCards {
  readonly count: number
  /** 1 once the card was rated. */
  readonly seen: Uint8Array
  /** 1 where it never comes up: suspended. */
  readonly away: Uint8Array
  readonly stability: Float64Array
  readonly difficulty: Float64Array
  readonly lastDay: Int32Array
  /** First day on which it may come up: the stored due day, or later where it is buried. */
  readonly dueDay: Int32Array
  /** Wanted recall at the due moment, 0 to 1, and the longest interval in days. */
  readonly retention: Float64Array
  readonly longest: Float64Array
  /** Bits of the groups that it counts for. */
  readonly groups: Uint32Array
}

/** The new cards of one exam. */
export interface Fresh {
  /** In the order of introducing; those seen and those of exams with a plan are passed over. */
  readonly order: Int32Array
  readonly perDay: number
  /** Introduced today already. */
  readonly introduced: number
}

export interface Plain {
  readonly cards: PlainCards
  readonly fresh: readonly Fresh[]
}

interface Stretch {
  readonly today: StudyDayNumber
  readonly days: number
  readonly memory: Memory
  readonly habits: Habits
}

/** Counts what is set already: every card seen once, on its day, and what is overdue on the first. */
export function countSet({ cards }: Plain, stretch: Stretch, into: Loads): void {
  const seconds = reviewSeconds(stretch.habits)
  for (let card = 0; card < cards.count; card += 1) {
    if (!cards.seen[card] || cards.away[card]) continue
    const day = Math.max(0, (cards.dueDay[card] ?? 0) - stretch.today)
    into.add(cards.groups[card] ?? 0, day, seconds)
  }
}

/** Mean seconds of a review of which nine of ten are recalled. */
export function reviewSeconds({ pass, secondsPass, secondsFail }: Habits): number {
  const passed = pass.reduce((sum, share, index) => sum + share * (secondsPass[index] ?? 0), 0)
  return 0.9 * passed + 0.1 * secondsFail
}

/**
 * Plays the coming days once: what is due is answered, as likely right as memory says, and comes up again
 * when it is due again; new cards come at their pace. The same seed gives the same days.
 *
 * @param share of the run in the result
 */
export function playPlain(
  plain: Plain,
  stretch: Stretch,
  seed: number,
  share: number,
  into: Loads,
): void {
  const play = new Play(plain, stretch, seed, (card, day, seconds) =>
    into.add(plain.cards.groups[card] ?? 0, day, seconds, share),
  )
  for (let day = 0; day < stretch.days; day += 1) play.day(day)
}

type Counted = (card: number, day: number, seconds: number) => void

class Play {
  readonly #plain: Plain
  readonly #stretch: Stretch
  readonly #count: Counted
  readonly #seen: Uint8Array
  readonly #stability: Float64Array
  readonly #difficulty: Float64Array
  readonly #lastDay: Int32Array
  readonly #draws: Draws
  /** Cards due on each day. */
  readonly #onDay: readonly number[][]
  /** Of each list of new cards the first place that was not looked at. */
  readonly #next: number[]

  constructor(plain: Plain, stretch: Stretch, seed: number, count: Counted) {
    const { cards, fresh } = plain
    this.#plain = plain
    this.#stretch = stretch
    this.#count = count
    this.#seen = cards.seen.slice()
    this.#stability = cards.stability.slice()
    this.#difficulty = cards.difficulty.slice()
    this.#lastDay = cards.lastDay.slice()
    this.#draws = new Draws(seed, cards.count)
    this.#onDay = Array.from({ length: stretch.days }, () => [])
    this.#next = fresh.map(() => 0)
    for (let card = 0; card < cards.count; card += 1) {
      if (!cards.seen[card] || cards.away[card]) continue
      this.#onDay[Math.max(0, (cards.dueDay[card] ?? 0) - stretch.today)]?.push(card)
    }
  }

  day(day: number): void {
    for (const card of this.#onDay[day] ?? []) this.#review(card, day)
    this.#plain.fresh.forEach((fresh, index) => {
      const left = fresh.perDay - (day === 0 ? fresh.introduced : 0)
      this.#next[index] = this.#introduceFrom(fresh, this.#next[index] ?? 0, left, day)
    })
  }

  /** The place after the last card looked at. */
  #introduceFrom({ order }: Fresh, from: number, most: number, day: number): number {
    let [at, left] = [from, most]
    for (; left > 0 && at < order.length; at += 1) {
      const card = order[at] ?? -1
      if (card < 0 || this.#seen[card] || this.#plain.cards.away[card]) continue
      this.#introduce(card, day)
      left -= 1
    }
    return at
  }

  #review(card: number, day: number): void {
    const { memory, habits, today } = this.#stretch
    const trace = {
      stability: this.#stability[card] ?? 1,
      difficulty: this.#difficulty[card] ?? 5,
    }
    const elapsed = today + day - (this.#lastDay[card] ?? 0)
    const isRecalled = this.#draws.next(card) < memory.recall(elapsed, trace.stability)
    const grade: Grade = isRecalled ? gradeAt(1 + this.#draws.pick(card, habits.pass)) : 1
    const after = memory.nextStability(trace, elapsed, grade)
    this.#stability[card] = isRecalled ? after : memory.afterSameDay(after, 3)
    this.#difficulty[card] = memory.nextDifficulty(trace.difficulty, grade)
    this.#answered(
      card,
      day,
      isRecalled ? (habits.secondsPass[grade - 2] ?? 0) : habits.secondsFail,
    )
  }

  #introduce(card: number, day: number): void {
    const { memory, habits } = this.#stretch
    const grade = gradeAt(this.#draws.pick(card, habits.first))
    const first = memory.firstStability(grade)
    this.#seen[card] = 1
    this.#stability[card] = grade === 4 ? first : memory.afterSameDay(first, 3)
    this.#difficulty[card] = memory.firstDifficulty(grade)
    this.#answered(card, day, habits.secondsNew)
  }

  #answered(card: number, day: number, seconds: number): void {
    this.#count(card, day, seconds)
    this.#lastDay[card] = this.#stretch.today + day
    const { retention, longest } = this.#plain.cards
    const { memory } = this.#stretch
    const interval = memory.interval(this.#stability[card] ?? 1, retention[card] ?? 0.9)
    const days = Math.min(Math.max(1, Math.round(interval)), longest[card] ?? interval)
    this.#onDay[day + days]?.push(card)
  }
}
