import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { auditFigure, interval, parseAudit } from '../../../src/core/deck/audit.ts'

describe('the sheet of an audit', () => {
  test('is read by the names of its columns', () => {
    const text = 'type\tcard\tverdict\tnote\nbasic\ta-one\tok\t\nbasic\ta-two\twrong\told limit\n'
    expect(parseAudit(text)).toEqual([
      { note: 'a-one', verdict: 'ok' },
      { note: 'a-two', verdict: 'wrong' },
    ])
  })

  test.each([
    ['card\tnote\na\tb\n', 'line 1'],
    ['card\tverdict\na\tok\nb\tfine\n', 'line 3'],
    ['card\tverdict\n\tok\n', 'line 2'],
  ])('that reads %j names what is wrong', (text, where) => {
    expect(() => parseAudit(text)).toThrow(where)
  })
})

describe('the rate of errors', () => {
  test('counts what is wrong, outdated or misleading', () => {
    const verdicts = ['wrong', 'outdated', 'misleading', 'unverifiable', 'cosmetic', 'ok'] as const
    const figure = auditFigure(verdicts.map((verdict) => ({ note: 'a', verdict })))
    expect(figure).toMatchObject({ judged: 6, errors: 3, rate: 0.5 })
  })

  // Figures of the exact interval as published in tables, rounded to a tenth of a per cent.
  test.each([
    [0, 60, 0, 6.0],
    [4, 180, 0.6, 5.6],
    [3, 300, 0.2, 2.9],
    [8, 200, 1.7, 7.7],
    [5, 5, 47.8, 100],
  ])('%i of %i is between %d %% and %d %%', (hits, trials, low, high) => {
    const found = interval(hits, trials).map((share) => Math.round(1000 * share) / 10)
    expect(found).toEqual([low, high])
  })

  test('lies within its interval, which lies within 0 and 1', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), (a, b) => {
        const [hits, trials] = [Math.min(a, b), Math.max(a, b)]
        const [low, high] = interval(hits, trials)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        if (trials === 0) return
        expect(low).toBeLessThanOrEqual(hits / trials + 1e-9)
        expect(high).toBeGreaterThanOrEqual(hits / trials - 1e-9)
      }),
    )
  })
})
