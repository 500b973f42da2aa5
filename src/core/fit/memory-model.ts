/**
 * The 21 parameters of FSRS-6 with what follows from them alone, worked out once for many reviews. Names
 * are those of the published formulas, where w0 to w3 are the stabilities after a first rating.
 *
 * @see https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm
 */
export interface MemoryModel {
  readonly first: readonly number[]
  readonly w4: number
  readonly w5: number
  readonly w6: number
  readonly w7: number
  readonly w9: number
  readonly w10: number
  readonly w11: number
  readonly w12: number
  readonly w13: number
  readonly w14: number
  readonly w15: number
  readonly w16: number
  readonly w17: number
  readonly w18: number
  readonly w19: number
  /** Decay of the forgetting curve: R = (1 + factor · t/S)^−decay. */
  readonly decay: number
  /** Makes R(S, S) = 0.9. */
  readonly factor: number
  /** Slope of `factor` by `decay`. */
  readonly factorSlope: number
  /** e^w8. */
  readonly gain: number
  /** Difficulty that all cards drift to: the one after a first easy. */
  readonly easyDifficulty: number
  /** Slope of that difficulty by w5. */
  readonly easySlope: number
  /** Stability never keeps more than this share when a card is forgotten. */
  readonly keeps: number
}

export const LEAST_STABILITY = 0.001
export const MOST_STABILITY = 36_500
const LEAST_FIRST = 0.1

export function memoryModelOf(weights: ArrayLike<number>): MemoryModel {
  const w = (index: number) => weights[index] ?? 0
  const decay = w(20)
  const scale = 0.9 ** (-1 / decay)
  return {
    first: [0, 1, 2, 3].map((index) => Math.max(LEAST_FIRST, w(index))),
    w4: w(4),
    w5: w(5),
    w6: w(6),
    w7: w(7),
    w9: w(9),
    w10: w(10),
    w11: w(11),
    w12: w(12),
    w13: w(13),
    w14: w(14),
    w15: w(15),
    w16: w(16),
    w17: w(17),
    w18: w(18),
    w19: w(19),
    decay,
    factor: scale - 1,
    factorSlope: (scale * Math.log(0.9)) / decay ** 2,
    gain: Math.exp(w(8)),
    easyDifficulty: w(4) - Math.exp(3 * w(5)) + 1,
    easySlope: -3 * Math.exp(3 * w(5)),
    keeps: Math.exp(-w(17) * w(18)),
  }
}

/** Stability in days after a first rating of 1 (again) to 4 (easy). */
export function firstStability(model: MemoryModel, grade: number): number {
  return model.first[grade - 1] ?? LEAST_FIRST
}

/** Difficulty after a first rating, before it is kept between 1 and 10. */
export function firstDifficulty(model: MemoryModel, grade: number): number {
  return model.w4 - Math.exp((grade - 1) * model.w5) + 1
}
