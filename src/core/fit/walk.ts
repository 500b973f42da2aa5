import type { FitLog } from './fit-log.ts'
import { firstDifficulty, firstStability, LEAST_STABILITY, MOST_STABILITY } from './memory-model.ts'
import type { MemoryModel } from './memory-model.ts'

/** The branch of the formulas that a rating took. */
export const SAME_DAY = 0
export const SAME_DAY_KEPT = 1
export const FORGOTTEN = 2
export const FORGOTTEN_MOST = 3
export const RECALLED = 4

/** What one rating met and led to; kept so that the way back need not work it out again. */
export interface Step {
  grade: number
  days: number
  /** Memory before the rating. */
  stability: number
  difficulty: number
  /** Expected recall at the rating, 0 to 1. */
  recall: number
  /** factor · t/S of the forgetting curve. */
  ratio: number
  branch: number
  /** Of the branch: by how much stability is multiplied, or its summands; see `nextStability`. */
  scale: number
  growth: number
  after: number
  isStabilityBounded: boolean
  isDifficultyBounded: boolean
}

const NOTHING: Step = {
  grade: 0,
  days: 0,
  // Numbers with a fraction, so that engines keep them as such from the start.
  stability: 0.5,
  difficulty: 0.5,
  recall: 0.5,
  ratio: 0.5,
  branch: 0,
  scale: 0.5,
  growth: 0.5,
  after: 0.5,
  isStabilityBounded: false,
  isDifficultyBounded: false,
}

/** The steps of one card, used again for the next. */
export class Tape {
  readonly #steps: Step[] = []
  length = 0

  step(index: number): Step {
    const known = this.#steps[index]
    if (known) return known
    const made = { ...NOTHING }
    this.#steps[index] = made
    return made
  }
}

/**
 * Walks once through the ratings of a card and writes down each step. The first rating has no memory
 * to meet: its step holds nothing but the grade.
 *
 * @returns the tape, with as many steps as the card has ratings
 */
export function walk(log: FitLog, card: number, model: MemoryModel, tape: Tape): Tape {
  const from = log.starts[card] ?? 0
  tape.length = (log.starts[card + 1] ?? 0) - from
  const first = tape.step(0)
  first.grade = log.grades[from] ?? 0
  first.days = 0
  const difficulty = firstDifficulty(model, first.grade)
  first.isDifficultyBounded = difficulty < 1 || difficulty > 10
  let stability = firstStability(model, first.grade)
  let difficult = within(difficulty)
  for (let index = 1; index < tape.length; index++) {
    const step = tape.step(index)
    step.grade = log.grades[from + index] ?? 0
    step.days = log.days[from + index] ?? 0
    step.stability = stability
    step.difficulty = difficult
    expectRecall(step, model)
    stability = nextStability(step, model)
    difficult = nextDifficulty(step, model)
  }
  return tape
}

function within(difficulty: number): number {
  return difficulty < 1 ? 1 : difficulty > 10 ? 10 : difficulty
}

function expectRecall(step: Step, { decay, factor }: MemoryModel): void {
  step.ratio = (factor * step.days) / step.stability
  step.recall = step.days > 0 ? Math.pow(1 + step.ratio, -decay) : 1
}

function nextStability(step: Step, model: MemoryModel): number {
  if (step.days === 0) sameDay(step, model)
  else if (step.grade === 1) forgotten(step, model)
  else recalled(step, model)
  const { after } = step
  step.isStabilityBounded = after < LEAST_STABILITY || after > MOST_STABILITY
  if (!step.isStabilityBounded) return after
  return after < LEAST_STABILITY ? LEAST_STABILITY : MOST_STABILITY
}

function sameDay(step: Step, { w17, w18, w19 }: MemoryModel): void {
  const { stability, grade } = step
  const scale = Math.exp(w17 * (grade - 3 + w18)) * Math.pow(stability, -w19)
  const isKept = grade >= 2 && scale < 1
  step.branch = isKept ? SAME_DAY_KEPT : SAME_DAY
  step.scale = isKept ? 1 : scale
  step.after = stability * step.scale
}

function forgotten(step: Step, { w11, w12, w13, w14, keeps }: MemoryModel): void {
  const { stability, difficulty, recall } = step
  const scale = w11 * Math.pow(difficulty, -w12) * Math.exp((1 - recall) * w14)
  const growth = Math.pow(stability + 1, w13)
  const after = scale * (growth - 1)
  const most = stability * keeps
  step.branch = after < most ? FORGOTTEN : FORGOTTEN_MOST
  step.scale = scale
  step.growth = growth
  step.after = after < most ? after : most
}

function recalled(step: Step, model: MemoryModel): void {
  const { stability, difficulty, recall, grade } = step
  const { gain, w9, w10, w15, w16 } = model
  const bonus = grade === 2 ? w15 : grade === 4 ? w16 : 1
  step.branch = RECALLED
  step.scale = gain * (11 - difficulty) * Math.pow(stability, -w9) * bonus
  step.growth = Math.exp((1 - recall) * w10)
  step.after = stability * (1 + step.scale * (step.growth - 1))
}

function nextDifficulty(step: Step, { w6, w7, easyDifficulty }: MemoryModel): number {
  const { difficulty, grade } = step
  const moved = difficulty - (w6 * (grade - 3) * (10 - difficulty)) / 9
  const next = w7 * easyDifficulty + (1 - w7) * moved
  step.isDifficultyBounded = next < 1 || next > 10
  return within(next)
}
