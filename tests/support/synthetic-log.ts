import type { CardId } from '../../src/core/note.ts'
import type { Rated, Rating } from '../../src/core/review.ts'
import { next, replay } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import type { CardState } from '../../src/core/schedule.ts'
import { HOUR_MS, MINUTE_MS, startOfStudyDay, studyDayOf } from '../../src/core/time.ts'
import type { Instant, StudyClock, StudyDayNumber } from '../../src/core/time.ts'

interface LogOptions {
  /** The moment up to which the learner has studied; what is due on its day is left to do. */
  readonly now: Instant
  /** Study days over which the cards were introduced, evenly. */
  readonly days: number
  readonly utcOffsetMin?: number
  /** The log ends when it has this many entries; cards that come later stay new. */
  readonly most?: number
  readonly seed?: number
  /** Keys of the wrong options that wrong answers choose in turn; without them no answer has options. */
  readonly wrong?: readonly string[]
}

interface SyntheticLog {
  readonly reviews: readonly Rated[]
  readonly states: readonly CardState[]
}

/**
 * What a steady learner left behind: every card is answered when it is due or a little later, and about
 * one answer in ten is wrong. The same arguments give the same log.
 *
 * @param cards in the order in which they were introduced
 */
export function syntheticLog(cards: readonly CardId[], options: LogOptions): SyntheticLog {
  const {
    now,
    days,
    utcOffsetMin = -360,
    most = Number.POSITIVE_INFINITY,
    seed = 1,
    wrong = [],
  } = options
  const clock = { utcOffsetMin, rolloverHour: DEFAULT_SCHEDULER.rolloverHour }
  const today = studyDayOf(now, clock)
  const random = randomOf(seed)
  const logs: Rated[][] = []
  let count = 0
  for (const [index, cardId] of cards.entries()) {
    const introduced = today - days + Math.floor((index * days) / cards.length)
    const log = logOfCard(cardId, introduced, today, clock, random).slice(0, most - count)
    if (log.length === 0) break
    logs.push(log)
    count += log.length
  }
  chooseWrong(logs.flat(), wrong)
  const states = logs.map((log) => replay(log, DEFAULT_SCHEDULER))
  return { reviews: logs.flat(), states: states.filter((state) => state !== null) }
}

function logOfCard(
  cardId: CardId,
  introduced: StudyDayNumber,
  today: StudyDayNumber,
  clock: StudyClock,
  random: Random,
): Rated[] {
  const log: Rated[] = []
  let state: CardState | null = null
  let day = introduced
  let at = 0
  while (day < today) {
    // A step is answered when it is over; a review at any hour of the waking day.
    at = state?.dueAt ? state.dueAt + MINUTE_MS : instantOn(day, clock, random)
    const rated = entry(`${cardId}-${log.length}`, cardId, at, clock, random)
    log.push(rated)
    state = next(state, rated, clock, DEFAULT_SCHEDULER)
    day = state.dueAt ? state.dueDay : state.dueDay + delay(random)
  }
  return log
}

function chooseWrong(log: Rated[], wrong: readonly string[]): void {
  let turn = 0
  log.forEach((rated) => {
    const key = wrong[turn % wrong.length]
    if (rated.rating !== 'again' || key === undefined) return
    rated.answer = { chosen: [key], right: false }
    turn += 1
  })
}

function entry(
  id: string,
  cardId: CardId,
  at: Instant,
  { utcOffsetMin }: StudyClock,
  random: Random,
): Rated {
  const durationMs = 3000 + Math.floor(random() * 15_000)
  const stamp = { id, cardId, at, utcOffsetMin, device: 'synthetic' }
  return { kind: 'rated', mode: 'study', ...stamp, rating: ratingOf(random()), durationMs, rev: 1 }
}

function ratingOf(chance: number): Rating {
  if (chance < 0.1) return 'again'
  if (chance < 0.15) return 'hard'
  return chance < 0.93 ? 'good' : 'easy'
}

/** Days that a learner is late: mostly none. */
function delay(random: Random): number {
  return random() < 0.8 ? 0 : Math.ceil(random() * 3)
}

function instantOn(day: StudyDayNumber, clock: StudyClock, random: Random): Instant {
  return startOfStudyDay(day, clock) + 3 * HOUR_MS + Math.floor(random() * 14 * HOUR_MS)
}

/** The next number from 0 up to, but not including, 1. */
type Random = () => number

/** Numbers that follow from a seed (mulberry32). */
function randomOf(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
