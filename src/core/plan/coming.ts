import { countSet, playPlain, reviewSeconds } from './coming-plain.ts'
import type { Plain } from './coming-plain.ts'
import { countListed, playPlanned } from './coming-planned.ts'
import type { Planned } from './coming-planned.ts'
import type { Habits } from './habits.ts'
import { Loads } from './loads.ts'
import { Memory } from './memory.ts'
import type { Weights } from './memory.ts'
import type { StudyDayNumber } from '../time.ts'

/** What the coming days are worked out from. */
export interface ComingInput {
  readonly today: StudyDayNumber
  readonly days: number
  readonly weights: Weights
  readonly habits: Habits
  /** How many groups of cards are told apart; a card may count for several. */
  readonly groups: number
  /** Cards that come up on their due days. */
  readonly plain: Plain
  /** Cards of exams with a plan; null without any. */
  readonly planned: Planned | null
}

/** One of the coming days. */
export interface ComingDay {
  readonly day: StudyDayNumber
  /** Cards that are set already: due on that day by now, or on the list of today. */
  readonly set: number
  /** Cards expected in all, those set among them, not rounded. */
  readonly cards: number
  /** Minutes that they take at the learner's own pace. */
  readonly minutes: number
}

/** Runs that are averaged: few, as single cards matter little in the sum of a day, and one where there are many. */
const RUNS = 3
const MANY = 5000

/**
 * The coming days of each group: what is set already, and what follows from it if it is studied. What is
 * answered comes up again, new cards come at their pace, and exams with a plan follow it. The same input
 * gives the same days.
 */
export function comingDays(input: ComingInput): readonly (readonly ComingDay[])[] {
  const { today, days, weights, habits, groups, plain, planned } = input
  const set = new Loads(groups, days)
  const all = new Loads(groups, days)
  const stretch = { today, days, weights, memory: new Memory(weights), habits }
  countSet(plain, stretch, set)
  if (planned) countListed(planned, stretch, reviewSeconds(habits), set)
  const runs = runsOf(plain.cards.count)
  for (let seed = 1; seed <= runs; seed += 1) playPlain(plain, stretch, seed, 1 / runs, all)
  if (planned) {
    const plays = runsOf(planned.cards.count)
    for (let seed = 1; seed <= plays; seed += 1) playPlanned(planned, stretch, seed, 1 / plays, all)
  }
  return Array.from({ length: groups }, (_, group) => {
    const [known, expected] = [set.of(group), all.of(group)]
    return Array.from({ length: days }, (__, index) => ({
      day: today + index,
      set: known.cards[index] ?? 0,
      cards: Math.max(known.cards[index] ?? 0, expected.cards[index] ?? 0),
      minutes: (expected.seconds[index] ?? 0) / 60,
    }))
  })
}

function runsOf(cards: number): number {
  return cards > MANY ? 1 : RUNS
}
