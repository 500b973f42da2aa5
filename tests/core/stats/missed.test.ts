import { expect, test } from 'vitest'
import { missedCell, missedOptions } from '../../../src/core/stats/missed.ts'
import type { DayRow } from '../../../src/core/stats/rows.ts'

const A = { cardId: 'a#1', rev: 1, option: 'o|2' }
const B = { cardId: 'b#1', rev: 2, option: 'o1' }

function row(day: number, ...cells: readonly (readonly [string, readonly number[]])[]): DayRow {
  return { kind: 'missed', day, cells: Object.fromEntries(cells) }
}

test('options of wrong answers add up over days, most often first, whatever their names hold', () => {
  const rows = [
    row(1, [missedCell('AZ-104', A), [1, 0]], [missedCell('AZ-104+AZ-305', B), [1, 1]]),
    row(2, [missedCell('AZ-104', A), [2, 1]]),
  ]
  expect(missedOptions(rows, null, 9)).toEqual([
    { ...A, times: 3, known: 1 },
    { ...B, times: 1, known: 1 },
  ])
  expect(missedOptions(rows, null, 1)).toEqual([{ ...A, times: 3, known: 1 }])
})

test('of one exam only what counts for it', () => {
  const rows = [row(1, [missedCell('AZ-104', A), [1, 0]], [missedCell('AZ-104+AZ-305', B), [1, 0]])]
  expect(missedOptions(rows, 'AZ-305', 9)).toEqual([{ ...B, times: 1, known: 0 }])
})
