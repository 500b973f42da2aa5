import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DomainEvidence } from '../../../src/core/readiness/evidence.ts'
import { forecastOf, roundedChance } from '../../../src/core/readiness/forecast.ts'

function domain(id: string, changes: Partial<DomainEvidence> = {}): DomainEvidence {
  return {
    id,
    title: `Domain ${id}`,
    weight: 0.5,
    cards: 100,
    seen: 60,
    reviews: 300,
    recall: 0.6,
    recallOfSeen: 0.9,
    overdue: 0,
    mock: { asked: 10, right: 7 },
    ...changes,
  }
}

describe('a forecast abstains', () => {
  test('from points and passing below 5 mock answers in any domain', () => {
    const forecast = forecastOf([domain('a'), domain('b', { mock: { asked: 4, right: 4 } })], true)
    expect(forecast).toMatchObject({ points: null, pass: null })
    expect(forecast.lacks).toEqual([{ id: 'b', title: 'Domain b', mockAnswers: 1, cards: 0 }])
    expect(forecast.domains[0]?.points).not.toBeNull()
    expect(forecast.domains[1]?.points).toBeNull()
  })

  test('below half of the cards of any domain seen', () => {
    const forecast = forecastOf([domain('a'), domain('b', { cards: 101, seen: 50 })], true)
    expect(forecast).toMatchObject({ points: null, pass: null })
    expect(forecast.lacks).toMatchObject([{ id: 'b', mockAnswers: 0, cards: 1 }])
  })

  test('and says what recall is to be expected all the same', () => {
    const alone = domain('a', { weight: 1, mock: { asked: 0, right: 0 } })
    const { recall, domains } = forecastOf([alone], true)
    expect(recall?.low).toBeLessThan(0.6)
    expect(recall?.high).toBeGreaterThan(0.6)
    expect(domains[0]?.recall).toEqual(recall)
  })

  test('from everything before a card was seen', () => {
    const nothing = { seen: 0, reviews: 0, recall: 0, mock: { asked: 0, right: 0 } }
    const forecast = forecastOf([domain('a', nothing), domain('b', nothing)], false)
    expect(forecast).toMatchObject({ recall: null, points: null, pass: null, narrower: [] })
    expect(forecast.domains.map(({ recall }) => recall)).toEqual([null, null])
  })

  test('where a domain has no cards at all', () => {
    expect(
      forecastOf([domain('a'), domain('b', { cards: 0, seen: 0, recall: 0 })], true).points,
    ).toBeNull()
    expect(forecastOf([], true)).toMatchObject({ points: null, recall: null })
  })
})

describe('a forecast with enough evidence', () => {
  test('has a band, and a probability in steps of 5 %', () => {
    const { points, pass, lacks } = forecastOf([domain('a'), domain('b')], true)
    expect(lacks).toEqual([])
    expect(points?.low).toBeLessThan(points?.high ?? 0)
    expect((pass ?? 0) * 20).toBeCloseTo(Math.round((pass ?? 0) * 20), 9)
  })

  test('has a wider band with parameters that are not the own ones', () => {
    const width = (isFitted: boolean) => {
      const { points } = forecastOf([domain('a'), domain('b')], isFitted)
      return (points?.high ?? 0) - (points?.low ?? 0)
    }
    const recall = (isFitted: boolean) => forecastOf([domain('a'), domain('b')], isFitted).recall
    expect(width(false)).toBeGreaterThanOrEqual(width(true))
    expect(recall(false)?.low).toBeLessThan(recall(true)?.low ?? 0)
  })

  test('has a wider band where cards will be long overdue', () => {
    const rested = forecastOf([domain('a', { weight: 1 })], true).recall
    const overdue = forecastOf([domain('a', { weight: 1, overdue: 0.8 })], true).recall
    expect(overdue?.low).toBeLessThan((rested?.low ?? 0) - 0.05)
  })

  test.each([0.3, 0.41, 0.6, 0.9])('expects nothing of cards never seen: %d seen', (share) => {
    const seen = Math.round(100 * share)
    const part = domain('a', { seen, recall: 0.9 * share, recallOfSeen: 0.9, overdue: 0.6 })
    const { recall, domains } = forecastOf([{ ...part, weight: 1 }], false)
    expect(recall?.high).toBeLessThanOrEqual(share)
    expect(domains[0]?.recall?.high).toBeLessThanOrEqual(share)
    // And of those seen as much as always.
    const all = forecastOf(
      [domain('a', { seen: 100, recall: 0.9, weight: 1, overdue: 0.6 })],
      false,
    )
    expect(domains[0]?.recallOfSeen?.low).toBeCloseTo(all.recall?.low ?? 0, 1)
    expect(domains[0]?.recallOfSeen?.high).toBeCloseTo(all.recall?.high ?? 0, 1)
    expect(recall?.low).toBeCloseTo(share * (domains[0]?.recallOfSeen?.low ?? 0))
  })

  test('counts what was known before of cards never seen, and no more than that', () => {
    const part = { seen: 40, recallOfSeen: 0.9, weight: 1 }
    const { recall } = forecastOf([domain('a', { ...part, recall: 0.36 + 0.3 })], false)
    const { recall: without } = forecastOf([domain('a', { ...part, recall: 0.36 })], false)
    expect(recall?.low).toBeCloseTo((without?.low ?? 0) + 0.3, 1)
    expect(recall?.high).toBeCloseTo((without?.high ?? 0) + 0.3, 1)
  })

  test('says what would make it narrower, and not what would not', () => {
    const poor = domain('a', { overdue: 0.7, mock: { asked: 5, right: 3 } })
    const kinds = forecastOf([poor], false).narrower.map(({ kind }) => kind)
    expect(kinds).toContain('mocks')
    const rich = domain('a', { mock: { asked: 40, right: 30 } })
    expect(forecastOf([rich], true).narrower).toEqual([])
    for (const { from, to } of forecastOf([poor], false).narrower) expect(to).toBeLessThan(from)
  })
})

test('a probability is never none and never certain', () => {
  expect(roundedChance(0)).toBe(0.05)
  expect(roundedChance(1)).toBe(0.95)
  expect(roundedChance(0.72)).toBeCloseTo(0.7)
  expect(roundedChance(0.73)).toBeCloseTo(0.75)
})

const evidence = fc.record({
  id: fc.uuid(),
  title: fc.constant('A domain'),
  weight: fc.constant(0.25),
  cards: fc.constantFrom(0, 10, 200),
  seen: fc.nat(10),
  reviews: fc.nat(500),
  recall: fc.double({ min: 0, max: 1, noNaN: true }),
  recallOfSeen: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  overdue: fc.double({ min: 0, max: 1, noNaN: true }),
  mock: fc.nat(30).chain((asked) => fc.record({ asked: fc.constant(asked), right: fc.nat(asked) })),
})

function isPoor({ mock, seen, cards }: DomainEvidence): boolean {
  return mock.asked < 5 || seen < cards / 2
}

test('no number comes without a band, whatever the evidence', () => {
  fc.assert(
    fc.property(fc.array(evidence, { maxLength: 4 }), fc.boolean(), (domains, isFitted) => {
      const { points, pass, recall, domains: parts, lacks } = forecastOf(domains, isFitted)
      expect(pass === null).toBe(points === null)
      expect(points === null).toBe(lacks.length > 0 || domains.length === 0)
      for (const band of [points, recall, ...parts.flatMap((part) => [part.points, part.recall])]) {
        if (!band) continue
        expect(band.low).toBeGreaterThanOrEqual(0)
        expect(band.high).toBeLessThanOrEqual(1)
        expect(band.low).toBeLessThanOrEqual(band.high)
      }
      expect(pass === null || (pass >= 0.05 && pass <= 0.95)).toBe(true)
      const poor = parts.filter((part) => isPoor(part.evidence))
      expect(poor.filter((part) => part.points !== null)).toEqual([])
    }),
    { numRuns: 60 },
  )
})
