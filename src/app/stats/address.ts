import * as v from 'valibot'
import type { ExamId } from '../../core/note.ts'

/** How far back plots look. */
export const RANGES = ['30', '90', '365', 'all'] as const
export type Range = (typeof RANGES)[number]

/** How far ahead the forecast looks. */
export const AHEADS = ['30', '90'] as const
export type Ahead = (typeof AHEADS)[number]

/** What is shown: kept in the address, so that a reload, a bookmark and the way back show the same. */
export interface StatsChoice {
  readonly range: Range
  readonly ahead: Ahead
  /** Null for all exams and the own cards together. */
  readonly exam: ExamId | null
}

const DEFAULT_RANGE: Range = '90'
const DEFAULT_AHEAD: Ahead = '30'

/** Reads the choice from an address; what does not fit is as if it was not there. */
export function choiceOf(params: URLSearchParams, exams: readonly ExamId[]): StatsChoice {
  const exam = params.get('exam')?.toUpperCase()
  return {
    range: v.parse(v.fallback(v.picklist(RANGES), DEFAULT_RANGE), params.get('range')),
    ahead: v.parse(v.fallback(v.picklist(AHEADS), DEFAULT_AHEAD), params.get('ahead')),
    exam: exams.find((each) => each === exam) ?? null,
  }
}

/** The address that shows a choice; what is as usual is left out. */
export function statsAddress({ range, ahead, exam }: StatsChoice): string {
  const params = new URLSearchParams({
    ...(exam !== null && { exam }),
    ...(range !== DEFAULT_RANGE && { range }),
    ...(ahead !== DEFAULT_AHEAD && { ahead }),
  })
  return params.size > 0 ? `/progress/stats?${params.toString()}` : '/progress/stats'
}

/** First day of a range that ends today; null for `all`. */
export function firstDay(range: Range, today: number): number | null {
  return range === 'all' ? null : today - Number(range) + 1
}
