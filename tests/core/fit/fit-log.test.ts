import { describe, expect, test } from 'vitest'
import { FitLogBuilder, instantAt, logBefore } from '../../../src/core/fit/fit-log.ts'
import type { Review } from '../../../src/core/review.ts'
import { DAY_MS } from '../../../src/core/time.ts'
import { rated, reset, undone } from '../../support/log.ts'

function built(...logs: readonly (readonly Review[])[]) {
  const builder = new FitLogBuilder(4)
  logs.forEach((log) => builder.add(log))
  const { starts, days, grades, at } = builder.build()
  return { starts: [...starts], days: [...days], grades: [...grades], at: [...at] }
}

describe('what enters the fit', () => {
  test('ratings with the study days between them, card after card', () => {
    const a = [rated('a', 0), rated('b', 3, { rating: 'again' }), rated('c', 3.01)]
    const b = [rated('d', 1, { rating: 'easy' }), rated('e', 9, { rating: 'hard' })]
    expect(built(a, b)).toMatchObject({
      starts: [0, 3, 5],
      days: [0, 3, 0, 0, 8],
      grades: [3, 1, 3, 4, 2],
    })
  })

  test('in whatever order the log is given', () => {
    const log = [rated('a', 0), rated('b', 3), rated('c', 10)]
    expect(built(log.toReversed())).toEqual(built(log))
  })

  test('cramming is left out, answers ahead of time count with the days that passed', () => {
    const log = [
      rated('a', 0, { rating: 'easy' }),
      rated('b', 2, { mode: 'cram', rating: 'again' }),
      rated('c', 3, { mode: 'ahead' }),
    ]
    expect(built(log)).toMatchObject({ days: [0, 3], grades: [4, 3] })
  })

  test('what was taken back is left out, and what was done again counts', () => {
    const again = rated('b', 2, { rating: 'again' })
    const undo = undone('u', again)
    expect(built([rated('a', 0), again, undo])).toMatchObject({ days: [0] })
    const redo = undone('v', undo)
    expect(built([rated('a', 0), again, undo, redo])).toMatchObject({ grades: [3, 1] })
  })

  test('a new start leaves out what came before it', () => {
    const log = [rated('a', 0), rated('b', 5), reset('x', 6), rated('c', 8)]
    expect(built(log)).toMatchObject({ starts: [0, 1], days: [0] })
    expect(built([rated('a', 0), reset('x', 6)])).toMatchObject({ starts: [0] })
  })

  test('a right answer that was a guess counts as forgotten, as it was recorded', () => {
    const answer = { chosen: ['o1'], right: true, guessed: true }
    expect(built([rated('a', 0), rated('b', 4, { rating: 'again', answer })])).toMatchObject({
      grades: [3, 1],
    })
  })

  test('long overdue answers count with all days that passed', () => {
    expect(built([rated('a', 0), rated('b', 400)])).toMatchObject({ days: [0, 400] })
  })

  test('time stands still where a clock was set back', () => {
    const log = [rated('a', 5), rated('b', 6, { utcOffsetMin: 13 * 60 }), rated('c', 6.2)]
    const { days, at } = built(log)
    expect(days.every((count) => count >= 0)).toBe(true)
    expect(at).toEqual(at.toSorted((x, y) => x - y))
  })
})

describe('the log before an instant', () => {
  const log = [rated('a', 0), rated('b', 4), rated('c', 9)]
  const other = [rated('d', 6), rated('e', 7)]
  const builder = new FitLogBuilder(4)
  builder.add(log)
  builder.add(other)
  const whole = builder.build()

  test('has the beginnings of the cards that had begun', () => {
    const end = (log[0]?.at ?? 0) + 5 * DAY_MS
    const before = logBefore(whole, end)
    expect([...before.starts]).toEqual([0, 2])
    expect([...before.days]).toEqual([0, 4])
  })

  test('the instant of a share has that share of the ratings before it', () => {
    const split = instantAt(whole, 0.8)
    expect(logBefore(whole, split).days).toHaveLength(4)
    expect(split).toBe(log[2]?.at)
  })
})
