/** A number from 0 up to 1 that follows from three whole numbers: the same ones give the same number. */
export function chanceOf(a: number, b: number, c: number): number {
  let hash = Math.trunc(a * 374_761_393 + b * 668_265_263 + c * 2_147_483_647) | 0
  hash = Math.imul(hash ^ (hash >>> 13), 1_274_126_177)
  hash ^= hash >>> 16
  hash = Math.imul(hash ^ (hash >>> 15), 0x85_eb_ca_6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2_b2_ae_35)
  hash ^= hash >>> 16
  return (hash >>> 0) / 4_294_967_296
}

/** A normal deviate from two draws. */
export function normalOf(draw: () => number): number {
  let u = 0
  while (u === 0) u = draw()
  return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * draw())
}

/** What happens to the cards of a simulation: for each its own row of draws, whatever the others do. */
export class Draws {
  readonly #seed: number
  /** Of each card, how often it was drawn for. */
  readonly #counts: Int32Array

  constructor(seed: number, cards: number) {
    this.#seed = seed
    this.#counts = new Int32Array(cards)
  }

  /** From 0 up to 1. */
  next(card: number): number {
    const count = this.#counts[card] ?? 0
    this.#counts[card] = count + 1
    return chanceOf(this.#seed * 31 + 7, card, count * 17 + 3)
  }

  /** Index of one of these chances, which add up to 1. */
  pick(card: number, chances: readonly number[]): number {
    let rest = this.next(card)
    let index = 0
    for (; index < chances.length - 1; index += 1) {
      rest -= chances[index] ?? 0
      if (rest < 0) break
    }
    return index
  }
}
