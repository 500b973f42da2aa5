import type { ExamId } from '../note.ts'
import { retrievability } from '../schedule.ts'
import type { SchedulerSettings } from '../scheduler.ts'
import type { StudyDayNumber } from '../time.ts'
import { STABILITY_EDGES } from './bins.ts'
import { names, statsTypeOf } from './place.ts'
import type { StatsType } from './place.ts'
import type { DayRow } from './rows.ts'

/** How all cards seen stand today. */
export interface StandFigures {
  readonly cards: number
  /** Cards due, by day and type; those overdue on `today`. */
  readonly due: ReadonlyMap<StudyDayNumber, ReadonlyMap<StatsType, number>>
  /** Cards by the bin of their stability (STABILITY_EDGES). */
  readonly stability: readonly number[]
  /** Cards by difficulty 1 to 10. */
  readonly difficulty: readonly number[]
  /** Cards by expected recall today in steps of 5 %, the last from 95 % on. */
  readonly recall: readonly number[]
  /** Mean expected recall today, 0 to 1; null without cards. */
  readonly meanRecall: number | null
}

/** Steps of the histogram of expected recall. */
export const RECALL_STEPS = 20

/** Sums rows of the kind `stand` up. `exam` as in `workFigures`. */
export function standFigures(
  rows: readonly DayRow[],
  exam: ExamId | null,
  today: StudyDayNumber,
  settings: Pick<SchedulerSettings, 'weights'>,
): StandFigures {
  const due = new Map<StudyDayNumber, Map<StatsType, number>>()
  const stability = STABILITY_EDGES.map(() => 0)
  const difficulty = Array.from({ length: 10 }, () => 0)
  const recall = Array.from({ length: RECALL_STEPS }, () => 0)
  let [cards, sum] = [0, 0]
  for (const { day, cells } of rows) {
    for (const [cell, counts] of Object.entries(cells)) {
      const [kind, list = '', name = ''] = cell.split('|')
      if (exam !== null && !names(list, exam)) continue
      if (kind === 'u') {
        const types = due.get(Math.max(day, today)) ?? new Map<StatsType, number>()
        due.set(Math.max(day, today), types)
        const type = statsTypeOf(name)
        types.set(type, (types.get(type) ?? 0) + (counts[0] ?? 0))
      }
      if (kind === 'f') counts.forEach((count, level) => addAt(difficulty, level, count))
      if (kind !== 's') continue
      for (let bin = 0; bin < STABILITY_EDGES.length; bin++) {
        const [count = 0, logs = 0] = [counts[bin * 2], counts[bin * 2 + 1]]
        if (count === 0) continue
        addAt(stability, bin, count)
        // Cards of one day and bin differ by little: their middle stands for all of them.
        const middle = { stability: 2 ** (logs / count / 1000), lastReviewDay: day }
        const expected = retrievability(middle, today, settings)
        addAt(recall, Math.min(RECALL_STEPS - 1, Math.floor(expected * RECALL_STEPS)), count)
        cards += count
        sum += expected * count
      }
    }
  }
  return { cards, due, stability, difficulty, recall, meanRecall: cards > 0 ? sum / cards : null }
}

function addAt(list: number[], index: number, count: number): void {
  const known = list[index]
  if (known !== undefined) list[index] = known + count
}
