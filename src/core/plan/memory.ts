/** Parameters in the order of FSRS-6, w0 to w20. */
export type Weights = readonly number[]

/** What is known of a card's memory. */
export interface Trace {
  /** Days after which recall falls to 90 %. */
  stability: number
  /** 1 (easiest) to 10. */
  difficulty: number
}

/** Again 1, Hard 2, Good 3, Easy 4. */
export type Grade = 1 | 2 | 3 | 4
export const GRADES: readonly Grade[] = [1, 2, 3, 4]

/** The grade with this index, from 0; the last one beyond. */
export function gradeAt(index: number): Grade {
  return GRADES[index] ?? 4
}

const SHORTEST = 0.001
const LONGEST = 36_500

/**
 * FSRS-6 as bare arithmetic, for plans that ask it a hundred thousand times: no dates, no objects a call.
 * The scheduler in `schedule.ts` stays the one that decides; tests hold both to each other.
 *
 * @see https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm
 */
export class Memory {
  readonly weights: Weights
  readonly #first: readonly number[]
  readonly #firstDifficulty: readonly number[]
  readonly #decay: number
  readonly #factor: number
  readonly #growth: number
  readonly #anchor: number
  readonly #lapseCap: number
  readonly #sameDay: readonly number[]

  /** @throws RangeError unless there are 21 parameters */
  constructor(weights: Weights) {
    if (weights.length !== 21)
      throw new RangeError(`FSRS-6 has 21 parameters, not ${weights.length}`)
    this.weights = [...weights]
    const w = (index: number) => weights[index] ?? 0
    this.#decay = -w(20)
    this.#factor = Math.exp(Math.log(0.9) / this.#decay) - 1
    this.#growth = Math.exp(w(8))
    this.#first = GRADES.map((grade) => Math.max(w(grade - 1), 0.1))
    const unbounded = GRADES.map((grade) => w(4) - Math.exp((grade - 1) * w(5)) + 1)
    this.#firstDifficulty = unbounded.map(boundedDifficulty)
    this.#anchor = unbounded[3] ?? 0
    this.#lapseCap = Math.exp(-w(17) * w(18))
    this.#sameDay = GRADES.map((grade) => Math.exp(w(17) * (grade - 3 + w(18))))
  }

  /** Probability of recall after `days`, 0 to 1; 1 on the day of the rating. */
  recall(days: number, stability: number): number {
    return days <= 0 ? 1 : Math.pow(1 + (this.#factor * days) / stability, this.#decay)
  }

  /** Days until recall has fallen to `retention`, not rounded. */
  interval(stability: number, retention: number): number {
    return (stability / this.#factor) * (Math.pow(retention, 1 / this.#decay) - 1)
  }

  firstStability(grade: Grade): number {
    return this.#first[grade - 1] ?? 0
  }

  firstDifficulty(grade: Grade): number {
    return this.#firstDifficulty[grade - 1] ?? 0
  }

  nextDifficulty(difficulty: number, grade: Grade): number {
    const [revert, step] = [this.weights[7] ?? 0, this.weights[6] ?? 0]
    const moved = difficulty - (step * (grade - 3) * (10 - difficulty)) / 9
    return boundedDifficulty(revert * this.#anchor + (1 - revert) * moved)
  }

  /**
   * By how much stability is multiplied when a card is recalled with Good, less 1; `recall` is that of
   * the moment. Hard and Easy are this times `easeOf`.
   */
  growthOf(difficulty: number, stability: number, recall: number): number {
    const w = this.weights
    return (
      this.#growth *
      (11 - difficulty) *
      Math.pow(stability, -(w[9] ?? 0)) *
      (Math.exp((1 - recall) * (w[10] ?? 0)) - 1)
    )
  }

  easeOf(grade: Grade): number {
    return grade === 2 ? (this.weights[15] ?? 1) : grade === 4 ? (this.weights[16] ?? 1) : 1
  }

  /** Stability after the card was forgotten. */
  afterLapse(difficulty: number, stability: number, recall: number): number {
    const w = this.weights
    const fallen =
      (w[11] ?? 0) *
      Math.pow(difficulty, -(w[12] ?? 0)) *
      (Math.pow(stability + 1, w[13] ?? 0) - 1) *
      Math.exp((1 - recall) * (w[14] ?? 0))
    return Math.max(SHORTEST, Math.min(fallen, stability * this.#lapseCap))
  }

  /** Stability after another rating on the day of the last one. */
  afterSameDay(stability: number, grade: Grade): number {
    const change = Math.pow(stability, -(this.weights[19] ?? 0)) * (this.#sameDay[grade - 1] ?? 1)
    return boundedStability(stability * (grade >= 2 ? Math.max(1, change) : change))
  }

  /** Stability after a rating `days` after the last one. */
  nextStability({ stability, difficulty }: Trace, days: number, grade: Grade): number {
    if (days <= 0) return this.afterSameDay(stability, grade)
    const recall = this.recall(days, stability)
    if (grade === 1) return this.afterLapse(difficulty, stability, recall)
    const growth = this.growthOf(difficulty, stability, recall) * this.easeOf(grade)
    return boundedStability(stability * (1 + growth))
  }
}

function boundedStability(stability: number): number {
  return Math.min(LONGEST, Math.max(SHORTEST, stability))
}

function boundedDifficulty(difficulty: number): number {
  return Math.min(10, Math.max(1, difficulty))
}
