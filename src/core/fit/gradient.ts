import type { MemoryModel } from './memory-model.ts'
import { FORGOTTEN, FORGOTTEN_MOST, RECALLED, SAME_DAY } from './walk.ts'
import type { Step, Tape } from './walk.ts'

/** Predictions are kept this far from certainty: one surprise must not outweigh all else. */
const SURE = 1e-7

/** Log loss of a card's predictions. Ratings on the day of the one before are no prediction. */
export function lossOf(tape: Tape): number {
  let loss = 0
  for (let index = 1; index < tape.length; index++) {
    const step = tape.step(index)
    if (step.days > 0) loss -= Math.log(chanceOf(step))
  }
  return loss
}

/** The probability that was given to what happened. */
function chanceOf({ recall, grade }: Step): number {
  const chance = grade > 1 ? recall : 1 - recall
  return chance < SURE ? SURE : chance > 1 - SURE ? 1 - SURE : chance
}

/** Slopes of the loss by what a step met, on the way back through a card. */
interface Slopes {
  stability: number
  difficulty: number
  recall: number
}

/**
 * Adds the slope of a card's loss by each of the 21 parameters. Goes through the steps once more, from
 * the last to the first: what a parameter did early is felt in all later predictions.
 *
 * @param tape     as `walk` left it
 * @param gradient 21 numbers, added to
 */
export function addGradient(tape: Tape, model: MemoryModel, gradient: Float64Array): void {
  const after: Slopes = { stability: 0, difficulty: 0, recall: 0 }
  const before: Slopes = { stability: 0, difficulty: 0, recall: 0 }
  for (let index = tape.length - 1; index >= 1; index--) {
    const step = tape.step(index)
    before.stability = 0
    before.difficulty = 0
    before.recall = predictionSlope(step)
    if (!step.isDifficultyBounded)
      throughDifficulty(step, model, after.difficulty, before, gradient)
    if (!step.isStabilityBounded) throughStability(step, model, after.stability, before, gradient)
    if (step.days > 0) throughRecall(step, model, before, gradient)
    after.stability = before.stability
    after.difficulty = before.difficulty
  }
  throughFirst(tape.step(0), model, after, gradient)
}

function add(gradient: Float64Array, index: number, slope: number): void {
  gradient[index] = (gradient[index] ?? 0) + slope
}

function predictionSlope({ days, grade, recall }: Step): number {
  if (days === 0 || recall < SURE || recall > 1 - SURE) return 0
  return grade > 1 ? -1 / recall : 1 / (1 - recall)
}

function throughDifficulty(
  { grade, difficulty }: Step,
  { w6, w7, easyDifficulty, easySlope }: MemoryModel,
  slope: number,
  before: Slopes,
  gradient: Float64Array,
): void {
  const own = slope * (1 - w7)
  const push = ((grade - 3) * (10 - difficulty)) / 9
  before.difficulty += own * (1 + (w6 * (grade - 3)) / 9)
  add(gradient, 4, slope * w7)
  add(gradient, 5, slope * w7 * easySlope)
  add(gradient, 6, -own * push)
  add(gradient, 7, slope * (easyDifficulty - (difficulty - w6 * push)))
}

function throughStability(
  step: Step,
  model: MemoryModel,
  slope: number,
  before: Slopes,
  gradient: Float64Array,
): void {
  if (step.branch === RECALLED) return throughRecalled(step, model, slope, before, gradient)
  if (step.branch === FORGOTTEN) return throughForgotten(step, model, slope, before, gradient)
  if (step.branch === FORGOTTEN_MOST) {
    before.stability += slope * model.keeps
    add(gradient, 17, -slope * step.after * model.w18)
    add(gradient, 18, -slope * step.after * model.w17)
  } else if (step.branch === SAME_DAY) {
    const { w17, w18, w19 } = model
    const changed = slope * step.after
    before.stability += slope * step.scale * (1 - w19)
    add(gradient, 17, changed * (step.grade - 3 + w18))
    add(gradient, 18, changed * w17)
    add(gradient, 19, -changed * Math.log(step.stability))
  } else {
    before.stability += slope
  }
}

function throughRecalled(
  { grade, stability, difficulty, recall, scale, growth }: Step,
  { w9, w10, w15, w16 }: MemoryModel,
  slope: number,
  before: Slopes,
  gradient: Float64Array,
): void {
  const gained = scale * (growth - 1)
  const changed = slope * stability * gained
  before.stability += slope * (1 + gained * (1 - w9))
  before.difficulty -= changed / (11 - difficulty)
  before.recall -= slope * stability * scale * w10 * growth
  add(gradient, 8, changed)
  add(gradient, 9, -changed * Math.log(stability))
  add(gradient, 10, slope * stability * scale * (1 - recall) * growth)
  if (grade === 2) add(gradient, 15, changed / w15)
  if (grade === 4) add(gradient, 16, changed / w16)
}

function throughForgotten(
  { stability, difficulty, recall, scale, growth, after }: Step,
  { w11, w12, w13, w14 }: MemoryModel,
  slope: number,
  before: Slopes,
  gradient: Float64Array,
): void {
  const changed = slope * after
  before.stability += (slope * scale * w13 * growth) / (stability + 1)
  before.difficulty -= (changed * w12) / difficulty
  before.recall -= changed * w14
  add(gradient, 11, changed / w11)
  add(gradient, 12, -changed * Math.log(difficulty))
  add(gradient, 13, slope * scale * growth * Math.log(stability + 1))
  add(gradient, 14, changed * (1 - recall))
}

function throughRecall(
  { days, stability, recall, ratio }: Step,
  { decay, factorSlope }: MemoryModel,
  before: Slopes,
  gradient: Float64Array,
): void {
  const slope = before.recall * recall
  const fall = decay / (1 + ratio)
  before.stability += (slope * fall * ratio) / stability
  add(gradient, 20, -slope * (Math.log(1 + ratio) + (fall * days * factorSlope) / stability))
}

function throughFirst(
  { grade, isDifficultyBounded }: Step,
  { w5 }: MemoryModel,
  after: Slopes,
  gradient: Float64Array,
): void {
  add(gradient, grade - 1, after.stability)
  if (isDifficultyBounded) return
  add(gradient, 4, after.difficulty)
  add(gradient, 5, -after.difficulty * (grade - 1) * Math.exp((grade - 1) * w5))
}
