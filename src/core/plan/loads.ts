/** What some cards take on each of the coming days. */
export interface Load {
  readonly cards: Float64Array
  readonly seconds: Float64Array
}

/** Loads by group of cards, added up over cards and runs. A card belongs to each group whose bit is set. */
export class Loads {
  readonly #loads: readonly Load[]
  readonly #days: number

  constructor(groups: number, days: number) {
    this.#days = days
    this.#loads = Array.from({ length: groups }, () => ({
      cards: new Float64Array(days),
      seconds: new Float64Array(days),
    }))
  }

  /** Counts a card on a day; `share` for one of several runs. */
  add(groups: number, day: number, seconds: number, share = 1): void {
    if (day < 0 || day >= this.#days) return
    this.#loads.forEach((load, group) => {
      if ((groups & (1 << group)) === 0) return
      load.cards[day] = (load.cards[day] ?? 0) + share
      load.seconds[day] = (load.seconds[day] ?? 0) + seconds * share
    })
  }

  of(group: number): Load {
    return (
      this.#loads[group] ?? {
        cards: new Float64Array(this.#days),
        seconds: new Float64Array(this.#days),
      }
    )
  }
}
