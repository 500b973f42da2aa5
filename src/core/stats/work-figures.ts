import type { ExamId } from '../note.ts'
import { RATINGS } from '../rating.ts'
import type { Rating } from '../rating.ts'
import type { StudyDayNumber } from '../time.ts'
import { RECALL_EDGES } from './bins.ts'
import { monthOf } from './calendar.ts'
import type { MonthNumber } from './calendar.ts'
import { examOfDomain, names, statsTypeOf } from './place.ts'
import type { StatsType } from './place.ts'
import type { DayRow } from './rows.ts'

/** What was done on one study day. */
export interface DayWork {
  readonly day: StudyDayNumber
  readonly answers: number
  readonly ms: number
  /** Cards seen for the first time. */
  readonly fresh: number
  /** Reviews at their due moment, and those of them that were recalled. */
  readonly reviews: number
  readonly recalled: number
}

/** Reviews at their due moment, and those of them that were recalled. */
export interface Recalled {
  readonly reviews: number
  readonly recalled: number
}

/** Reviews of which about the same recall was expected. */
export interface ExpectedBin extends Recalled {
  /** Expected recall from, and up to but not including, 0 to 1. */
  readonly from: number
  readonly to: number
  /** Mean of what was expected, 0 to 1. */
  readonly expected: number
}

export interface TypeWork {
  readonly answers: number
  readonly ms: number
}

/** What was done in a stretch of days. */
export interface WorkFigures {
  /** Days with answers, oldest first. */
  readonly days: readonly DayWork[]
  readonly ratings: Readonly<Record<Rating, number>>
  readonly retention: Recalled
  readonly byMonth: ReadonlyMap<MonthNumber, Recalled>
  readonly byDomain: ReadonlyMap<string, Recalled>
  readonly byType: ReadonlyMap<StatsType, Recalled>
  readonly types: ReadonlyMap<StatsType, TypeWork>
  /** By local hour, 0 to 23: answers, and those that were right. */
  readonly hours: readonly { readonly answers: number; readonly right: number }[]
  /** Those with reviews, lowest expectation first. */
  readonly expected: readonly ExpectedBin[]
}

/**
 * Sums rows of the kind `work` up.
 *
 * @param rows oldest first
 * @param exam only what counts for it; null for everything
 */
export function workFigures(rows: readonly DayRow[], exam: ExamId | null): WorkFigures {
  const sum = new Sum(exam)
  for (const row of rows) sum.add(row)
  return sum.figures()
}

interface Cell {
  readonly kind: string
  readonly counts: boolean
  /** Domains of the exam, or the type. */
  readonly names: readonly string[]
}

interface Pair {
  reviews: number
  recalled: number
}

class Sum {
  readonly #exam: ExamId | null
  /** Cells have the same names on every day: each is read once. */
  readonly #cells = new Map<string, Cell>()
  readonly #days: DayWork[] = []
  readonly #ratings: Record<Rating, number> = { again: 0, hard: 0, good: 0, easy: 0 }
  readonly #retention: Pair = { reviews: 0, recalled: 0 }
  readonly #byMonth = new Map<MonthNumber, Pair>()
  readonly #byDomain = new Map<string, Pair>()
  readonly #byType = new Map<StatsType, Pair>()
  readonly #types = new Map<StatsType, { answers: number; ms: number }>()
  readonly #hours = Array.from({ length: 24 }, () => ({ answers: 0, right: 0 }))
  readonly #expected = RECALL_EDGES.map(() => ({ reviews: 0, recalled: 0, sum: 0 }))

  constructor(exam: ExamId | null) {
    this.#exam = exam
  }

  add({ day, cells }: DayRow): void {
    const work = { day, answers: 0, ms: 0, fresh: 0, reviews: 0, recalled: 0 }
    for (const [name, counts] of Object.entries(cells)) {
      const cell = this.#cellOf(name)
      if (!cell.counts) continue
      if (cell.kind === 'd') this.#addDomain(work, cell, counts)
      if (cell.kind === 't') this.#addType(cell, counts)
      if (cell.kind === 'h') this.#addHours(counts)
      if (cell.kind === 'r') this.#addExpected(counts)
    }
    if (work.answers > 0) this.#days.push(work)
  }

  figures(): WorkFigures {
    const expected = this.#expected.flatMap(({ reviews, recalled, sum }, bin) => {
      if (reviews === 0) return []
      const [from, to] = [RECALL_EDGES[bin] ?? 0, RECALL_EDGES[bin + 1] ?? 1]
      return [{ from, to, reviews, recalled, expected: sum / reviews / 10_000 }]
    })
    return {
      days: this.#days,
      ratings: this.#ratings,
      retention: this.#retention,
      byMonth: this.#byMonth,
      byDomain: this.#byDomain,
      byType: this.#byType,
      types: this.#types,
      hours: this.#hours,
      expected,
    }
  }

  #addDomain(
    work: Pair & { day: StudyDayNumber; answers: number; ms: number; fresh: number },
    cell: Cell,
    counts: readonly number[],
  ): void {
    const [ms = 0, fresh = 0] = counts
    work.ms += ms
    work.fresh += fresh
    RATINGS.forEach((rating, index) => {
      const count = counts[2 + index] ?? 0
      work.answers += count
      this.#ratings[rating] += count
    })
    const by = { reviews: counts[6] ?? 0, recalled: counts[7] ?? 0 }
    if (by.reviews === 0) return
    add(work, by)
    add(this.#retention, by)
    add(at(this.#byMonth, monthOf(work.day)), by)
    for (const domain of cell.names) add(at(this.#byDomain, domain), by)
  }

  #addType({ names: [name = ''] }: Cell, counts: readonly number[]): void {
    const [answers = 0, ms = 0, reviews = 0, recalled = 0] = counts
    const type = statsTypeOf(name)
    const sum = this.#types.get(type) ?? { answers: 0, ms: 0 }
    sum.answers += answers
    sum.ms += ms
    this.#types.set(type, sum)
    if (reviews > 0) add(at(this.#byType, type), { reviews, recalled })
  }

  #addHours(counts: readonly number[]): void {
    this.#hours.forEach((hour, index) => {
      hour.answers += counts[index * 2] ?? 0
      hour.right += counts[index * 2 + 1] ?? 0
    })
  }

  #addExpected(counts: readonly number[]): void {
    this.#expected.forEach((bin, index) => {
      bin.reviews += counts[index * 3] ?? 0
      bin.recalled += counts[index * 3 + 1] ?? 0
      bin.sum += counts[index * 3 + 2] ?? 0
    })
  }

  #cellOf(name: string): Cell {
    const known = this.#cells.get(name)
    if (known) return known
    const cell = cellOf(name, this.#exam)
    this.#cells.set(name, cell)
    return cell
  }
}

function cellOf(cell: string, exam: ExamId | null): Cell {
  const [kind = '', list = '', name = ''] = cell.split('|')
  if (kind !== 'd') {
    return { kind, counts: exam === null || names(list, exam), names: [name] }
  }
  const domains = list.split('+').filter((domain) => exam === null || examOfDomain(domain) === exam)
  return { kind, counts: exam === null || domains.length > 0, names: domains }
}

function at<Key>(map: Map<Key, Pair>, key: Key): Pair {
  const pair = map.get(key) ?? { reviews: 0, recalled: 0 }
  map.set(key, pair)
  return pair
}

function add(sum: Pair, by: Recalled): void {
  sum.reviews += by.reviews
  sum.recalled += by.recalled
}
