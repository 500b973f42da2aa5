import { catalogNoteOf, studyCardsOf } from '../../src/core/catalog.ts'
import type { ExamBundle } from '../../src/core/catalog.ts'
import { cardKeysOf } from '../../src/core/note.ts'
import { DEFAULT_SCHEDULER, schedulerKey } from '../../src/core/scheduler.ts'
import { footprintKey } from '../../src/core/stats/footprint.ts'
import type { Instant } from '../../src/core/time.ts'
import type { Rows } from './browser-data.ts'
import { statsRows } from './stats-rows.ts'
import { syntheticLog } from './synthetic-log.ts'

interface LearnerOptions {
  readonly now: Instant
  /** Study days since the first card. */
  readonly days: number
  /** Share of the cards that have been introduced, 0 to 1. */
  readonly seen: number
  readonly newPerDay?: number
  /** Entries of the log at most. */
  readonly reviews?: number
  /** Keys of options that wrong answers choose in turn. */
  readonly wrong?: readonly string[]
}

/** The tables of a learner who has studied these exams for a while, as the app itself would write them. */
export function learnerRows(bundles: readonly ExamBundle[], options: LearnerOptions): Rows {
  const {
    now,
    days,
    seen,
    newPerDay = 15,
    reviews: most = Number.POSITIVE_INFINITY,
    wrong = [],
  } = options
  const exams = bundles.map(rowOf)
  const cards = [
    ...new Set(exams.flatMap(({ catalog }) => studyCardsOf(catalog)).map((c) => c.cardId)),
  ]
  const introduced = inMixedOrder(cards).slice(0, Math.round(cards.length * seen))
  const { reviews, states } = syntheticLog(introduced, { now, days, most, wrong })
  const stamp = { updatedAt: now, device: 'synthetic' }
  return {
    exams,
    notes: bundles.flatMap(({ notes }) => notes.map((note) => ({ ...note, retired: false }))),
    reviews,
    cardStates: states,
    settings: [
      { key: 'exams', value: exams.map(({ exam }) => exam), ...stamp },
      { key: 'newPerDay', value: newPerDay, ...stamp },
    ],
    ...statsRows(
      exams.flatMap(({ catalog }) => catalog),
      reviews,
    ),
    local: [
      { key: 'projection', value: schedulerKey(DEFAULT_SCHEDULER) },
      { key: 'days', value: footprintKey(DEFAULT_SCHEDULER) },
    ],
  }
}

function rowOf({ exam, version, blueprint, decks, notes }: ExamBundle) {
  const catalog = notes.map((note) => catalogNoteOf(note, cardKeysOf(note.body)))
  return { exam, version, blueprint, decks, catalog }
}

/** All exams and domains among each other: a stride that meets every place once. */
function inMixedOrder<T>(list: readonly T[]): T[] {
  const stride = strideOf(list.length)
  return list
    .map((_, index) => list[(index * stride) % list.length])
    .filter((item) => item !== undefined)
}

/** A number without common divisors with `length`, and about 0.6 of it. */
function strideOf(length: number): number {
  let stride = Math.max(1, Math.round(length * 0.618))
  while (commonDivisor(length, stride) > 1) stride += 1
  return stride
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b)
}
