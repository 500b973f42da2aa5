import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Review } from '../../../src/core/review.ts'
import { replay, retrievability } from '../../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER } from '../../../src/core/scheduler.ts'
import { binOfRecall, binOfStability } from '../../../src/core/stats/bins.ts'
import { footprintKey, footprintOf } from '../../../src/core/stats/footprint.ts'
import { missedCell } from '../../../src/core/stats/missed.ts'
import { rowKey } from '../../../src/core/stats/rows.ts'
import type { RowKind } from '../../../src/core/stats/rows.ts'
import { DAY_MS, HOUR_MS } from '../../../src/core/time.ts'
import { CARD, T0, rated, reset, undone } from '../../support/log.ts'
import { logEntry } from '../../support/log-entries.ts'

const PLACE = { domains: 'az104-storage', type: 'single' } as const
const DAY = Math.floor(T0 / DAY_MS)

const left = (...log: readonly Review[]) => footprintOf(log, PLACE, DEFAULT_SCHEDULER)
const cellOf = (log: readonly Review[], kind: RowKind, day: number, cell: string) =>
  left(...log)
    .rows.get(rowKey(kind, DAY + day))
    ?.get(cell)

describe('what an answer counts for', () => {
  test('its day, domain, type and hour, with its time and its rating', () => {
    const log = [rated('r1', 0, { rating: 'hard', durationMs: 4000, at: T0 + HOUR_MS / 2 })]
    expect(cellOf(log, 'work', 0, 'd|az104-storage')).toEqual([4000, 1, 0, 1, 0, 0, 0, 0])
    expect(cellOf(log, 'work', 0, 't|AZ-104|single')).toEqual([1, 4000, 0, 0])
    expect(cellOf(log, 'work', 0, 'h|AZ-104')?.slice(24, 26)).toEqual([1, 1])
  })

  test('a break during a card is not time spent on it', () => {
    const log = [rated('r1', 0, { durationMs: 3_600_000 })]
    expect(cellOf(log, 'work', 0, 't|AZ-104|single')).toEqual([1, 60_000, 0, 0])
    expect(left(...log).tally?.ms).toBe(60_000)
  })

  test('the study day and the hour are those of the place where it was given', () => {
    // 03:00 in Kolkata: still the day before there.
    const log = [rated('r1', 0, { at: T0 + 9.5 * HOUR_MS, utcOffsetMin: 330 })]
    expect(cellOf(log, 'work', 0, 'h|AZ-104')?.slice(6, 8)).toEqual([1, 1])
  })

  test('a card is new once, and once more after a new start', () => {
    const log = [rated('r1', 0), rated('r2', 3), reset('x1', 4), rated('r3', 5)]
    const fresh = [0, 3, 5].map((day) => cellOf(log, 'work', day, 'd|az104-storage')?.[1])
    expect(fresh).toEqual([1, 0, 1])
  })

  test('cramming is work, and neither new nor a review', () => {
    const log = [rated('r1', 0, { mode: 'cram' }), rated('r2', 9, { mode: 'cram' })]
    expect(cellOf(log, 'work', 0, 'd|az104-storage')).toEqual([4000, 0, 0, 0, 1, 0, 0, 0])
    expect(cellOf(log, 'work', 9, 'd|az104-storage')).toEqual([4000, 0, 0, 0, 1, 0, 0, 0])
    expect(cellOf(log, 'work', 9, 'r|AZ-104')).toBeUndefined()
    expect(left(...log).state).toBeNull()
  })

  test('what was taken back leaves nothing', () => {
    const log = [rated('r1'), undone('u1', rated('r1'))]
    expect(left(...log)).toEqual({ state: null, rows: new Map(), tally: null })
  })

  test('what came before a new start keeps its work, and the card stands as new', () => {
    const log = [rated('r1', 0, { rating: 'easy' }), reset('x1', 1)]
    expect(cellOf(log, 'work', 0, 'd|az104-storage')).toEqual([4000, 1, 0, 0, 0, 1, 0, 0])
    expect([...left(...log).rows.keys()]).toEqual([rowKey('work', DAY)])
  })
})

describe('what a review says of memory', () => {
  const known = rated('r1', 0, { rating: 'easy' })
  const state = replay([known], DEFAULT_SCHEDULER)!
  const expected = retrievability(state, DAY + 8, DEFAULT_SCHEDULER)
  const binned = (log: readonly Review[]) => {
    const from = binOfRecall(expected) * 3
    return cellOf(log, 'work', 8, 'r|AZ-104')?.slice(from, from + 3)
  }
  const due = (log: readonly Review[]) => [
    cellOf(log, 'work', 8, 'd|az104-storage')?.slice(6),
    cellOf(log, 'work', 8, 't|AZ-104|single')?.slice(2),
  ]

  test('expected recall and whether it was recalled', () => {
    const log = [known, rated('r2', 8, { rating: 'again' })]
    expect(binned(log)).toEqual([1, 0, Math.round(expected * 10_000)])
    expect(due(log)).toEqual([
      [1, 0],
      [1, 0],
    ])
  })

  test('before its day it tells of calibration, not of retention at the due moment', () => {
    const log = [known, rated('r2', 8, { mode: 'ahead' })]
    expect(binned(log)).toEqual([1, 1, Math.round(expected * 10_000)])
    expect(due(log)).toEqual([
      [0, 0],
      [0, 0],
    ])
  })

  test('cards in learning and the same day tell nothing', () => {
    const log = [
      rated('r1', 0, { rating: 'again' }),
      rated('r2', 0.01),
      known,
      { ...known, id: 'r4' },
    ]
    const cells = [...left(...log).rows.values()].flatMap((row) => [...row])
    expect(cells.filter(([cell]) => cell.startsWith('r|'))).toEqual([])
    expect(cells.filter(([cell, counts]) => cell.startsWith('d|') && counts[6] !== 0)).toEqual([])
  })

  test('the card stands with its due day, stability and difficulty', () => {
    const { dueDay, stability, difficulty, lastReviewDay } = state
    expect(cellOf([known], 'stand', dueDay - DAY, 'u|AZ-104|single')).toEqual([1])
    const last = lastReviewDay - DAY
    const level = Math.floor(difficulty) - 1
    expect(cellOf([known], 'stand', last, 'f|AZ-104')?.indexOf(1)).toBe(level)
    const from = binOfStability(stability) * 2
    expect(cellOf([known], 'stand', last, 's|AZ-104')?.slice(from, from + 2)).toEqual([
      1,
      Math.round(Math.log2(stability) * 1000),
    ])
  })
})

const missed = (option: string) => missedCell('AZ-104', { cardId: CARD, rev: 1, option })

function wrong(id: string, days: number, chosen: string[], rev = 1) {
  return rated(id, days, { rating: 'again', rev, answer: { chosen, right: false } })
}

describe('the options chosen in wrong answers', () => {
  test('are counted by key, at the latest revision only', () => {
    const log = [wrong('r1', 0, ['o3']), wrong('r2', 1, ['o2'], 2), wrong('r3', 2, ['o2', 'o1'], 2)]
    expect(left(...log).tally).toMatchObject({ missed: 2, chosen: { o2: 2, o1: 1 }, rev: 2 })
  })

  test('are counted by their day, with those of cards that were expected to be known', () => {
    const log = [
      rated('r1', 0, { rating: 'easy' }),
      wrong('r2', 1, ['o2']),
      wrong('r3', 90, ['o2', 'o1']),
    ]
    expect(cellOf(log, 'missed', 1, missed('o2'))).toEqual([1, 1])
    expect(cellOf(log, 'missed', 90, missed('o2'))).toEqual([1, 0])
    expect(cellOf(log, 'missed', 90, missed('o1'))).toEqual([1, 0])
    expect(left(...log).tally).toMatchObject({ chosen: { o2: 2, o1: 1 }, known: { o2: 1 } })
  })

  test('are left out where there are none, so that the index is short', () => {
    expect(left(rated('r1')).tally).not.toHaveProperty('missed')
  })
})

test('the state is what the log replays to, and arrival order changes nothing', () => {
  const log = fc.array(logEntry([CARD]), { maxLength: 30 })
  fc.assert(
    fc.property(log, fc.func(fc.integer()), (entries, key) => {
      const distinct = [...new Map(entries.map((entry) => [entry.id, entry])).values()]
      const footprint = left(...distinct)
      expect(footprint.state).toEqual(replay(distinct, DEFAULT_SCHEDULER))
      const shuffled = distinct.toSorted((a, b) => key(a.id) - key(b.id))
      expect(left(...shuffled)).toEqual(footprint)
    }),
  )
})

test('other settings of the scheduler are another count', () => {
  expect(footprintKey(DEFAULT_SCHEDULER)).not.toBe(
    footprintKey({ ...DEFAULT_SCHEDULER, rolloverHour: 5 }),
  )
})
