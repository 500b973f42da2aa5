import { sortedLog, undoneIds } from '../log.ts'
import type { CardId } from '../note.ts'
import { RATINGS } from '../rating.ts'
import type { Rated, Review } from '../review.ts'
import { next, rescheduled, retrievability } from '../schedule.ts'
import { schedulerFor, schedulerKey } from '../scheduler.ts'
import type { CardState } from '../schedule.ts'
import type { Schedulers, SchedulerSettings } from '../scheduler.ts'
import { countedMs } from '../study/workload.ts'
import { HOUR_MS, MINUTE_MS, studyDayOf } from '../time.ts'
import type { StudyDayNumber } from '../time.ts'
import { binOfRecall, binOfStability, RECALL_EDGES, STABILITY_EDGES } from './bins.ts'
import { examsOfPlace } from './place.ts'
import { missedCell, WELL_KNOWN } from './missed.ts'
import type { StatsPlace } from './place.ts'
import { rowKey } from './rows.ts'
import type { RowKind, Rows } from './rows.ts'

/** Raised when the code below would count the same log in another way. */
const CODE_VERSION = 2

/** A text that differs whenever stored statistics have to be counted anew. */
export function footprintKey(settings: Schedulers): string {
  return `${CODE_VERSION} ${schedulerKey(settings)}`
}

/** What the answers of one card come to. A card without an answer that stands has none. */
export interface CardTally extends StatsPlace {
  readonly cardId: CardId
  readonly answers: number
  /** Time spent on it, breaks cut. */
  readonly ms: number
  /** Wrong answers with options at the latest revision; left out where there are none, for the index. */
  readonly missed?: number
  /** In those, how often each option was chosen, by key. */
  readonly chosen?: Readonly<Record<string, number>>
  /** Of these, how often the card was expected to be known; left out where it never was. */
  readonly known?: Readonly<Record<string, number>>
  /** The latest revision answered. */
  readonly rev: number
}

/** What the log of one card leaves in the statistics. */
export interface Footprint {
  /** As `replay` has it. */
  readonly state: CardState | null
  readonly rows: Rows
  readonly tally: CardTally | null
}

/**
 * Folds the log of one card, in whatever order it is given. All counts are whole numbers, so that the sums
 * over cards are the same in whatever order they are made.
 *
 * Answers that were taken back leave nothing. Those before a new start were given and took their time: they
 * stay, and the memory begins anew. Cramming counts as work and says nothing of memory.
 */
export function footprintOf(
  log: readonly Review[],
  place: StatsPlace,
  settings: Schedulers,
): Footprint {
  const undone = undoneIds(log)
  const trail = new Trail(place, settings)
  for (const entry of sortedLog(log)) {
    if (!undone.has(entry.id)) trail.add(entry)
  }
  return trail.end()
}

/** How many counts cells of domains and of types have; the last two are of reviews when due. */
const DOMAIN_COUNTS = 8
const TYPE_COUNTS = 4

/** A wrong answer with options. */
interface Miss {
  readonly rev: number
  readonly chosen: readonly string[]
  /** Whether at least 90 % recall was expected. */
  readonly isKnown: boolean
}

interface RowOf {
  readonly kind: RowKind
  readonly day: StudyDayNumber
}

class Trail {
  readonly #rows: Rows = new Map()
  readonly #place: StatsPlace
  readonly #exams: string
  /** The cells of its domains and of its type. */
  readonly #domain: string
  readonly #type: string
  readonly #settings: SchedulerSettings
  readonly #answers: Rated[] = []
  readonly #misses: Miss[] = []
  #state: CardState | null = null
  #seenRev = 0

  constructor(place: StatsPlace, settings: Schedulers) {
    // Nothing else that the caller's row may hold.
    this.#place = { domains: place.domains, type: place.type }
    this.#exams = examsOfPlace(place)
    this.#domain = `d|${place.domains}`
    this.#type = `t|${this.#exams}|${place.type}`
    this.#settings = schedulerFor(settings, this.#exams.split('+'))
  }

  add(entry: Review): void {
    if (entry.kind === 'reset') {
      this.#state = null
      this.#seenRev = 0
    }
    if (entry.kind === 'rescheduled' && (entry.rev ?? Infinity) > this.#seenRev) {
      this.#state = rescheduled(this.#state, entry)
    }
    if (entry.kind === 'rated') this.#rated(entry)
  }

  end(): Footprint {
    const state = this.#state
    if (state) this.#stands(state)
    return { state, rows: this.#rows, tally: this.#tally() }
  }

  #rated(rated: Rated): void {
    this.#answers.push(rated)
    this.#work(rated)
    this.#missed(rated)
    if (rated.mode === 'cram') return
    const before = this.#state
    const clock = { ...rated, rolloverHour: this.#settings.rolloverHour }
    this.#seenRev = Math.max(this.#seenRev, rated.rev)
    this.#state = next(before, rated, clock, this.#settings)
    if (before?.phase === 'review') this.#recall(rated, before, this.#state.lastReviewDay)
  }

  /** Counts an answer as work: when, how long, how it was rated. */
  #work(rated: Rated): void {
    const { at, utcOffsetMin, durationMs, rating, mode } = rated
    const { rolloverHour } = this.#settings
    const day = studyDayOf(at, { utcOffsetMin, rolloverHour })
    const ms = countedMs(durationMs)
    const right = rating === 'again' ? 0 : 1
    const isNew = this.#state === null && mode !== 'cram' ? 1 : 0
    const row = { kind: 'work', day } as const
    this.#count(row, this.#domain, DOMAIN_COUNTS, [ms, isNew])
    this.#count(row, this.#domain, DOMAIN_COUNTS, [1], 2 + RATINGS.indexOf(rating))
    this.#count(row, this.#type, TYPE_COUNTS, [1, ms])
    const hour = hourOf(at, utcOffsetMin)
    this.#count(row, `h|${this.#exams}`, 24 * 2, [1, right], hour * 2)
  }

  /** Counts the options of a wrong answer, and whether the card was expected to be known. */
  #missed({ cardId, at, utcOffsetMin, answer, rev }: Rated): void {
    if (answer?.right !== false) return
    const day = studyDayOf(at, { utcOffsetMin, rolloverHour: this.#settings.rolloverHour })
    const state = this.#state
    const isKnown =
      state?.phase === 'review' && retrievability(state, day, this.#settings) >= WELL_KNOWN
    this.#misses.push({ rev, chosen: answer.chosen, isKnown })
    const by = [1, isKnown ? 1 : 0]
    for (const option of answer.chosen) {
      const cell = missedCell(this.#exams, { cardId, rev, option })
      this.#count({ kind: 'missed', day }, cell, by.length, by)
    }
  }

  /** Counts a review of a card in review: what was expected of it, and whether it was recalled. */
  #recall(rated: Rated, before: CardState, day: StudyDayNumber): void {
    const { at, utcOffsetMin, rating } = rated
    // On the day of the last review nothing can have been forgotten yet.
    if (day <= before.lastReviewDay) return
    const studyDay = studyDayOf(at, { utcOffsetMin, rolloverHour: this.#settings.rolloverHour })
    const recalled = rating === 'again' ? 0 : 1
    const expected = Math.round(retrievability(before, day, this.#settings) * 10_000)
    const row = { kind: 'work', day: studyDay } as const
    const bin = binOfRecall(expected / 10_000) * 3
    const by = [1, recalled, expected]
    this.#count(row, `r|${this.#exams}`, RECALL_EDGES.length * 3, by, bin)
    // What was asked before its day was easier than what the schedule aims at.
    if (rated.mode !== 'study') return
    this.#count(row, this.#domain, DOMAIN_COUNTS, [1, recalled], DOMAIN_COUNTS - 2)
    this.#count(row, this.#type, TYPE_COUNTS, [1, recalled], TYPE_COUNTS - 2)
  }

  /** How the card stands now: when it is due, and how firm it is. */
  #stands({ dueDay, lastReviewDay, stability, difficulty }: CardState): void {
    const due = `u|${this.#exams}|${this.#place.type}`
    this.#count({ kind: 'stand', day: dueDay }, due, 1, [1])
    const row = { kind: 'stand', day: lastReviewDay } as const
    const by = [1, Math.round(Math.log2(stability) * 1000)]
    const bin = binOfStability(stability) * 2
    this.#count(row, `s|${this.#exams}`, STABILITY_EDGES.length * 2, by, bin)
    this.#count(row, `f|${this.#exams}`, 10, [1], Math.floor(difficulty) - 1)
  }

  /** Adds counts to a cell of `size` counts, from the place `at` on. */
  #count({ kind, day }: RowOf, cell: string, size: number, by: readonly number[], at = 0): void {
    const key = rowKey(kind, day)
    let cells = this.#rows.get(key)
    if (!cells) this.#rows.set(key, (cells = new Map<string, number[]>()))
    let counts = cells.get(cell)
    if (!counts) cells.set(cell, (counts = Array.from({ length: size }, () => 0)))
    for (let index = 0; index < by.length; index++) {
      counts[at + index] = (counts[at + index] ?? 0) + (by[index] ?? 0)
    }
  }

  #tally(): CardTally | null {
    const answers = this.#answers
    const cardId = answers[0]?.cardId
    if (cardId === undefined) return null
    const rev = Math.max(...answers.map((rated) => rated.rev))
    const missed = this.#misses.filter((miss) => miss.rev === rev && miss.chosen.length > 0)
    const surprises = missed.filter(({ isKnown }) => isKnown)
    return {
      cardId,
      ...this.#place,
      answers: answers.length,
      ms: answers.reduce((sum, { durationMs }) => sum + countedMs(durationMs), 0),
      ...(missed.length > 0 && { missed: missed.length, chosen: optionsOf(missed) }),
      ...(surprises.length > 0 && { known: optionsOf(surprises) }),
      rev,
    }
  }
}

function optionsOf(misses: readonly Miss[]): Record<string, number> {
  const times: Record<string, number> = {}
  for (const { chosen } of misses) {
    for (const key of chosen) times[key] = (times[key] ?? 0) + 1
  }
  return times
}

/** The local hour of an instant, 0 to 23. */
function hourOf(at: number, utcOffsetMin: number): number {
  return ((Math.floor((at + utcOffsetMin * MINUTE_MS) / HOUR_MS) % 24) + 24) % 24
}
