import { describe, expect, test } from 'vitest'
import { simulate } from '../../../src/core/readiness/simulate.ts'
import type { SimulatedDomain } from '../../../src/core/readiness/simulate.ts'
import { scoreOf } from '../../support/candidates.ts'

function exam(recall: number, asked = 0, right = 0): SimulatedDomain[] {
  return [0.3, 0.3, 0.4].map((weight) => ({ weight, recall, mock: { asked, right } }))
}

const width = ({ points: { low, high } }: ReturnType<typeof simulate>) => high - low

// Brier score 0.133, calibration error 0.030 and coverage 87 % are the figures of the scheduling study on
// the same candidates; `npm run bench:readiness` prints other worlds beside.
test('forecasts of 3,000 candidates are no worse than the reference', { timeout: 120_000 }, () => {
  const score = scoreOf({}, 3000)
  expect(score.brier).toBeLessThan(0.1345)
  expect(score.ece).toBeLessThan(0.033)
  expect(score.coverage).toBeGreaterThan(0.865)
  expect(score.coverage).toBeLessThan(0.9)
  // What is said in steps of 5 % is hardly worse.
  expect(score.brierSaid).toBeLessThan(0.1355)
  expect(score.eceSaid).toBeLessThan(0.04)
})

test(
  'bands get narrower with mock answers, and after twenty hardly more',
  { timeout: 60_000 },
  () => {
    const widths = [0, 20, 80].map((asked) => scoreOf({ mockAnswers: [asked] }, 100).width)
    const [none = 0, some = 0, many = 0] = widths
    expect(none).toBeGreaterThan(0.28)
    expect(some).toBeLessThan(0.25)
    expect(some - many).toBeLessThan(0.03)
    expect(many).toBeGreaterThan(0.17)
  },
)

describe('a forecast', () => {
  test('is the same for the same evidence and seed', () => {
    expect(simulate(exam(0.8), 'a')).toEqual(simulate(exam(0.8), 'a'))
    expect(simulate(exam(0.8), 'b')).not.toEqual(simulate(exam(0.8), 'a'))
  })

  test('rises with recall and with right answers', () => {
    const recalls = [0.2, 0.5, 0.8, 0.95].map((recall) => simulate(exam(recall), 'a'))
    const passes = recalls.map(({ pass }) => pass)
    expect(passes).toEqual(passes.toSorted((a, b) => a - b))
    expect(simulate(exam(0.7, 20, 18), 'a').pass).toBeGreaterThan(
      simulate(exam(0.7, 20, 8), 'a').pass,
    )
  })

  test('of somebody who knows nothing is what guessing brings', () => {
    const { points } = simulate(exam(0), 'a')
    expect(points.low).toBeLessThan(0.22)
    expect(points.high).toBeGreaterThan(0.22)
    expect(points.high).toBeLessThan(0.5)
  })

  test('has a wider band where less is sure of memory', () => {
    const unsure = exam(0.7).map((domain) => ({ ...domain, recallSpread: 0.8 }))
    expect(width(simulate(unsure, 'a'))).toBeGreaterThan(width(simulate(exam(0.7), 'a')) + 0.03)
    expect(simulate(exam(0.7), 'a').recall).toEqual({
      low: expect.closeTo(0.7),
      high: expect.closeTo(0.7),
    })
    const { recall } = simulate(unsure, 'a')
    expect(recall.low).toBeLessThan(0.55)
    expect(recall.high).toBeGreaterThan(0.8)
  })

  test('tells domains apart by what is recalled of each, however unsure memory is', () => {
    const differ = (recallSpread: number) =>
      [0.35, 0.55, 0.8].map((recall) => ({ ...exam(0.5)[0]!, weight: 1 / 3, recall, recallSpread }))
    for (const spread of [0, 0.3, 0.7]) {
      const { domains, domainRecall } = simulate(differ(spread), 'a')
      for (const bands of [domains, domainRecall]) {
        const middles = bands.map(({ low, high }) => (low + high) / 2)
        expect((middles[1] ?? 0) - (middles[0] ?? 0)).toBeGreaterThan(0.07)
        expect((middles[2] ?? 0) - (middles[1] ?? 0)).toBeGreaterThan(0.07)
      }
    }
  })

  test('gives equal domains equal bands, as nothing tells them apart', () => {
    const { domainRecall } = simulate(
      exam(0.6).map((each) => ({ ...each, recallSpread: 0.5 })),
      'a',
    )
    for (const band of domainRecall) expect(band).toEqual(domainRecall[0])
  })

  test('has a wider band for a domain than for the exam', () => {
    const { points, domains } = simulate(exam(0.7, 10, 7), 'a')
    for (const { low, high } of domains)
      expect(high - low).toBeGreaterThan(points.high - points.low)
  })
})
