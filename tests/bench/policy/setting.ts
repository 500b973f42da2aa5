import { freshCards } from '../../../src/core/plan/cards.ts'
import type { PlanCards, PlanExam } from '../../../src/core/plan/cards.ts'
import { chanceOf } from '../../../src/core/plan/chance.ts'
import { PRIOR_HABITS } from '../../../src/core/plan/habits.ts'
import type { Trial } from '../../../src/core/plan/trial.ts'
import type { WorldName } from '../../../src/core/plan/worlds.ts'
import { DEFAULT_WEIGHTS } from '../../../src/core/scheduler.ts'

/** Five domains of 600 cards together, with their shares of the exam. */
const CARDS = [150, 100, 150, 120, 80]
const SHARES = [0.2, 0.25, 0.2, 0.15, 0.2]

/** Days to the exam, and minutes a day. */
export type Cell = readonly [days: number, minutes: number]
export const CELLS: readonly Cell[] = [14, 30, 60, 90].flatMap((days) =>
  [10, 20, 40].map((minutes): Cell => [days, minutes]),
)

/** A learner who begins with nothing, as every policy meets them. */
export function trialOf([days, minutes]: Cell, world: WorldName, seed: number): Trial {
  const cards = freshCards(CARDS.reduce((sum, count) => sum + count, 0))
  shuffle(cards, seed)
  const exam: PlanExam = {
    examDay: days,
    startDay: 0,
    retention: 0.9,
    shares: SHARES,
    domainOf: Int16Array.from(CARDS.flatMap((count, domain) => Array(count).fill(domain))),
    unseenRecall: SHARES.map(() => 0),
    newPerDay: Number.POSITIVE_INFINITY,
  }
  return {
    cards,
    exams: [exam],
    today: 0,
    minutes: Array.from({ length: days }, () => minutes),
    weights: DEFAULT_WEIGHTS,
    habits: PRIOR_HABITS,
    world,
    seed,
  }
}

/** The same with a limit of new cards a day. */
export function withLimit(trial: Trial, newPerDay: number): Trial {
  return { ...trial, exams: trial.exams.map((exam) => ({ ...exam, newPerDay })) }
}

/** Cards do not come in the order of their domains. */
function shuffle({ order, count }: PlanCards, seed: number): void {
  const cards = Array.from({ length: count }, (_, card) => card)
  cards.sort((a, b) => chanceOf(seed, a, 5) - chanceOf(seed, b, 5))
  cards.forEach((card, place) => {
    order[card] = place
  })
}
