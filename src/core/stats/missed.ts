import type { CardId, ExamId } from '../note.ts'
import { names } from './place.ts'
import type { DayRow } from './rows.ts'

/** Expected recall from which on a card counts as known: a wrong answer then is a surprise. */
export const WELL_KNOWN = 0.9

/** An option of a card at one revision of its note. */
export interface CardOption {
  readonly cardId: CardId
  readonly rev: number
  readonly option: string
}

/** How often an option was part of a wrong answer. */
export interface MissedOption extends CardOption {
  readonly times: number
  /** Of these, how often the card was expected to be known. */
  readonly known: number
}

/** The name of the cell that counts an option, in a row of the kind `missed`. */
export function missedCell(exams: string, { cardId, rev, option }: CardOption): string {
  return `m|${exams}|${JSON.stringify([cardId, rev, option])}`
}

/**
 * Sums rows of the kind `missed` up: the options of wrong answers, right ones among them, most often first.
 *
 * @param exam only what counts for it; null for everything
 * @param most options at most
 */
export function missedOptions(
  rows: readonly DayRow[],
  exam: ExamId | null,
  most: number,
): MissedOption[] {
  const sums = new Map<string, { times: number; known: number }>()
  for (const { cells } of rows) {
    for (const [cell, [times = 0, known = 0]] of Object.entries(cells)) {
      const sum = sums.get(cell)
      if (!sum) sums.set(cell, { times, known })
      else {
        sum.times += times
        sum.known += known
      }
    }
  }
  return [...sums]
    .flatMap(([cell, sum]) => {
      const at = cell.indexOf('|', 2)
      const counts = exam === null || names(cell.slice(2, at), exam)
      return counts ? [{ named: cell.slice(at + 1), sum }] : []
    })
    .toSorted((a, b) => b.sum.times - a.sum.times || (a.named < b.named ? -1 : 1))
    .slice(0, most)
    .flatMap(({ named, sum }) => {
      const option = optionOf(named)
      return option ? [{ ...option, ...sum }] : []
    })
}

function optionOf(named: string): CardOption | null {
  const parts: unknown = JSON.parse(named)
  if (!Array.isArray(parts)) return null
  const [cardId, rev, option]: unknown[] = parts
  const fits = typeof cardId === 'string' && typeof rev === 'number' && typeof option === 'string'
  return fits ? { cardId, rev, option } : null
}
