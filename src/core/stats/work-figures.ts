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
  /** Domains of the exam, type, hour or bin. */
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
    const work = { day, answers: 0, ms: 0, fresh: 0 }
    for (const [name, counts] of Object.entries(cells)) {
      const cell = this.#cellOf(name)
      if (!cell.counts) continue
      if (cell.kind === 'd') this.#addWork(work, counts)
      else if (cell.kind === 'm') this.#addRetention(day, cell, counts)
      else this.#addOther(cell, counts)
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

  #addWork(work: { answers: number; ms: number; fresh: number }, counts: readonly number[]): void {
    const [ms = 0, fresh = 0, ...ratings] = counts
    work.ms += ms
    work.fresh += fresh
    RATINGS.forEach((rating, index) => {
      const count = ratings[index] ?? 0
      work.answers += count
      this.#ratings[rating] += count
    })
  }

  #addRetention(day: StudyDayNumber, cell: Cell, [reviews = 0, recalled = 0]: readonly number[]) {
    const by = { reviews, recalled }
    add(this.#retention, by)
    add(at(this.#byMonth, monthOf(day)), by)
    for (const domain of cell.names) add(at(this.#byDomain, domain), by)
  }

  #addOther({ kind, names: [name = ''] }: Cell, counts: readonly number[]): void {
    const [count = 0, second = 0, third = 0] = counts
    if (kind === 't') {
      const type = statsTypeOf(name)
      const { answers, ms } = this.#types.get(type) ?? { answers: 0, ms: 0 }
      this.#types.set(type, { answers: answers + count, ms: ms + second })
    }
    if (kind === 'n') add(at(this.#byType, statsTypeOf(name)), { reviews: count, recalled: second })
    const hour = kind === 'h' ? this.#hours[Number(name)] : undefined
    if (hour) {
      hour.answers += count
      hour.right += second
    }
    const bin = kind === 'r' ? this.#expected[Number(name)] : undefined
    if (bin) {
      bin.reviews += count
      bin.recalled += second
      bin.sum += third
    }
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
  if (kind !== 'd' && kind !== 'm') {
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
