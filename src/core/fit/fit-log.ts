import { effectiveRatings } from '../log.ts'
import type { Rated, Review } from '../review.ts'
import { RATINGS } from '../rating.ts'
import { studyDayOf } from '../time.ts'

/**
 * The ratings that make up memory, as a fit reads them: card after card, each card's oldest first. One
 * number per rating in each list, so that a million of them are nothing to a phone.
 */
export interface FitLog {
  /** Where each card's ratings begin, and at the end where the last card's are over. */
  readonly starts: Int32Array
  /** Study days since the card's rating before; 0 for the first, and again on one day. */
  readonly days: Int32Array
  /** 1 (again) to 4 (easy). */
  readonly grades: Uint8Array
  /** Epoch milliseconds; never backwards within a card. */
  readonly at: Float64Array
}

/** Number of cards of a log. */
export function cardsIn({ starts }: FitLog): number {
  return starts.length - 1
}

/** Collects the logs of cards, one after the other, into one that can be fitted. */
export class FitLogBuilder {
  readonly #rolloverHour: number
  readonly #starts: number[] = [0]
  readonly #days: number[] = []
  readonly #grades: number[] = []
  readonly #at: number[] = []

  /** @param rolloverHour local hour at which a study day begins */
  constructor(rolloverHour: number) {
    this.#rolloverHour = rolloverHour
  }

  /**
   * Adds the whole log of one card, in any order. What replay leaves out is left out here too: cramming,
   * what was taken back, all before a new start, and days that were only set. Answers ahead of time and
   * long overdue ones count with the days that really passed; a right answer that was a guess is in the
   * log as forgotten, and counts so.
   */
  add(reviews: readonly Review[]): void {
    const ratings = effectiveRatings(reviews)
    if (ratings.length === 0) return
    let before: { at: number; day: number } | null = null
    for (const rated of ratings) before = this.#addRating(rated, before)
    this.#starts.push(this.#days.length)
  }

  build(): FitLog {
    return {
      starts: Int32Array.from(this.#starts),
      days: Int32Array.from(this.#days),
      grades: Uint8Array.from(this.#grades),
      at: Float64Array.from(this.#at),
    }
  }

  // A clock that was set back, or a journey west, stands still as it does in the scheduler.
  #addRating(rated: Rated, before: { at: number; day: number } | null) {
    const at = Math.max(rated.at, before?.at ?? 0)
    const clock = { utcOffsetMin: rated.utcOffsetMin, rolloverHour: this.#rolloverHour }
    const day = Math.max(studyDayOf(at, clock), before?.day ?? Number.NEGATIVE_INFINITY)
    this.#days.push(before ? day - before.day : 0)
    this.#grades.push(RATINGS.indexOf(rated.rating) + 1)
    this.#at.push(at)
    return { at, day }
  }
}

/** The instant before which `share` of all ratings were given, 0 to 1. */
export function instantAt({ at }: FitLog, share: number): number {
  const sorted = at.toSorted()
  return sorted[Math.floor(share * sorted.length)] ?? Number.POSITIVE_INFINITY
}

/** The log as it was before an instant. */
export function logBefore(log: FitLog, end: number): FitLog {
  const kept: number[] = []
  const starts = [0]
  for (let card = 0; card < cardsIn(log); card++) {
    const from = kept.length
    const last = log.starts[card + 1] ?? 0
    for (let index = log.starts[card] ?? 0; index < last; index++) {
      if ((log.at[index] ?? 0) < end) kept.push(index)
    }
    if (kept.length > from) starts.push(kept.length)
  }
  return {
    starts: Int32Array.from(starts),
    days: Int32Array.from(kept, (index) => log.days[index] ?? 0),
    grades: Uint8Array.from(kept, (index) => log.grades[index] ?? 0),
    at: Float64Array.from(kept, (index) => log.at[index] ?? 0),
  }
}

/** How many ratings of a card can be predicted: those on a later day than the one before. */
export function predictableIn({ starts, days }: FitLog, card: number): number {
  let count = 0
  const end = starts[card + 1] ?? 0
  for (let index = (starts[card] ?? 0) + 1; index < end; index++) {
    if ((days[index] ?? 0) > 0) count += 1
  }
  return count
}
