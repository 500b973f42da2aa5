import type { Habits } from './habits.ts'
import type { Grade, Memory } from './memory.ts'

/** What studying a card now leads to. */
export interface Effect {
  /** Probability of recall now, 0 to 1. */
  readonly recall: number
  /** Probability of forgotten, Hard, Good, Easy; sums to 1. */
  readonly chances: readonly [number, number, number, number]
  /** Stability after each of them, a forgotten card with one success on its step. */
  readonly stabilities: readonly [number, number, number, number]
  /** Expected time. */
  readonly seconds: number
}

/** What a review does, `elapsed` days after the last rating. */
export function reviewEffect(
  memory: Memory,
  habits: Habits,
  stability: number,
  difficulty: number,
  elapsed: number,
): Effect {
  const recall = memory.recall(elapsed, stability)
  const growth = memory.growthOf(difficulty, stability, recall)
  const after = (grade: Grade) => stability * (1 + growth * memory.easeOf(grade))
  const lapsed = memory.afterLapse(difficulty, stability, recall)
  const [hard, good, easy] = habits.pass
  const seconds = habits.secondsPass
  return {
    recall,
    chances: [1 - recall, recall * hard, recall * good, recall * easy],
    stabilities: [memory.afterSameDay(lapsed, 3), after(2), after(3), after(4)],
    seconds:
      (1 - recall) * habits.secondsFail +
      recall * (hard * seconds[0] + good * seconds[1] + easy * seconds[2]),
  }
}

/** What introducing a card does: all but Easy go through one step. */
export function newEffect(memory: Memory, habits: Habits): Effect {
  const stepped = (grade: Grade) => memory.afterSameDay(memory.firstStability(grade), 3)
  return {
    recall: 0,
    chances: habits.first,
    stabilities: [stepped(1), stepped(2), stepped(3), memory.firstStability(4)],
    seconds: habits.secondsNew,
  }
}

/** Expected recall `days` after the card was studied. */
export function recallAfter(
  memory: Memory,
  { chances, stabilities }: Effect,
  days: number,
): number {
  return (
    chances[0] * memory.recall(days, stabilities[0]) +
    chances[1] * memory.recall(days, stabilities[1]) +
    chances[2] * memory.recall(days, stabilities[2]) +
    chances[3] * memory.recall(days, stabilities[3])
  )
}
