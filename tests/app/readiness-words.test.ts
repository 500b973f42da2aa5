import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DomainEvidence } from '../../src/core/readiness/evidence.ts'
import { forecastOf } from '../../src/core/readiness/forecast.ts'
import type { Forecast } from '../../src/core/readiness/forecast-record.ts'
import {
  assumptionWords,
  bandLabel,
  bandWords,
  beforeWords,
  chanceWords,
  evidenceFacts,
  fromWords,
  LEAST,
  lackWords,
  narrowerWords,
  READINESS,
  readinessLead,
  readinessSentence,
  wideWords,
} from '../../src/app/words/readiness.ts'

const domain: fc.Arbitrary<DomainEvidence> = fc
  .record({
    seen: fc.nat(100),
    recall: fc.double({ min: 0, max: 1, noNaN: true }),
    overdue: fc.double({ min: 0, max: 1, noNaN: true }),
    asked: fc.nat(40),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ asked, share, ...rest }) => ({
    id: 'd',
    title: 'Implement and manage storage',
    weight: 0.5,
    cards: 100,
    reviews: rest.seen * 4,
    recallOfSeen: rest.seen > 0 ? rest.recall : null,
    mock: { asked, right: Math.round(share * asked) },
    ...rest,
  }))

/** Everything that the page says from some evidence, a sentence or a figure each. */
function saidOf(domains: readonly DomainEvidence[], isFitted: boolean): string[] {
  const forecast = forecastOf(domains, isFitted)
  const { points, recall, pass } = forecast
  const sum = (of: (each: DomainEvidence) => number) =>
    domains.reduce((all, each) => all + of(each), 0)
  const evidence = {
    cards: sum(({ cards }) => cards),
    seen: sum(({ seen }) => seen),
    reviews: sum(({ reviews }) => reviews),
    mockAnswers: sum(({ mock }) => mock.asked),
    isFitted,
  }
  const stored: Forecast | null = recall && {
    kind: 'forecast',
    id: 'f',
    exam: 'AZ-104',
    day: 20_000,
    forDay: 20_030,
    updatedAt: 0,
    device: 'laptop',
    recall,
    points,
    pass,
    evidence,
  }
  return [
    readinessSentence('AZ-104', points, recall, '14 Dec'),
    readinessSentence('AZ-104', points, recall, null),
    readinessLead(evidence, points),
    ...(points ? [bandLabel(READINESS.points, points)] : []),
    ...(pass === null ? [] : [`${READINESS.chance}: ${chanceWords(pass)}`]),
    ...forecast.lacks.map(lackWords),
    ...forecast.narrower.map(narrowerWords),
    ...assumptionWords(evidence, '14 Dec', false),
    ...evidenceFacts(evidence, '14 Dec').map(({ name, value }) => `${name}: ${value}`),
    ...forecast.domains.map((each) => fromWords(each, '14 Dec')),
    wideWords(forecast.domains, evidence, '14 Dec') ?? '',
    ...(stored ? [beforeWords(stored, 20_010)] : []),
  ]
}

/** Every fixed sentence of the page. */
const FIXED = [
  LEAST,
  ...Object.values(READINESS).flatMap((text) =>
    typeof text === 'string' ? [text] : Array.isArray(text) ? text.map(String) : [],
  ),
]

const MUST_NOT = [
  ['a promise', /\byou('ll| will) (not )?(pass|fail)\b|\bsure to pass|\bready\b/i],
  ['a figure on the scale of the exam', /\b\d{3,4}\s*(\/|of|out of)\s*1,?000\b/i],
  ['a share that is a score', /\b70\s*%[^.]*\b700\b|\b700\b[^.]*\b70\s*%/],
  ['a domain that is passed or failed', /domain[^.]*\b(passed|failed)\b/i],
  ['a certainty', /about (0|100)\u202f%/],
  ['an exclamation', /!/],
] as const

describe.each(MUST_NOT)('what must not be said: %s', (_, pattern) => {
  test('stands in no sentence of the page', () => {
    expect(FIXED.filter((text) => pattern.test(text))).toEqual([])
  })

  test('is said of no evidence', () => {
    fc.assert(
      fc.property(
        fc.array(domain, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (domains, own) => {
          expect(saidOf(domains, own).filter((text) => pattern.test(text))).toEqual([])
        },
      ),
      { numRuns: 40 },
    )
  })
})

test('below the evidence, nothing is said of points or of passing', () => {
  const poor = [
    {
      id: 'd',
      title: 'Storage',
      weight: 1,
      cards: 100,
      seen: 90,
      reviews: 400,
      recall: 0.8,
      recallOfSeen: 0.88,
      overdue: 0,
      mock: { asked: 4, right: 4 },
    },
  ]
  const said = saidOf(poor, true)
  expect(said[0]).toMatch(/^\d+–\d+\u202f% of the cards of AZ-104 would be recalled on 14 Dec\.$/)
  expect(said.filter((text) => /of the points on|to reach the cut$/.test(text))).toEqual([])
  expect(said).toContain('1 more first answer in mock exams')
})

test('with enough, points come as a band and the chance in steps of 5 %', () => {
  const rich = [
    {
      id: 'd',
      title: 'Storage',
      weight: 1,
      cards: 100,
      seen: 90,
      reviews: 400,
      recall: 0.8,
      recallOfSeen: 0.88,
      overdue: 0,
      mock: { asked: 30, right: 24 },
    },
  ]
  const said = saidOf(rich, true)
  expect(said[0]).toMatch(/^Likely \d+–\d+\u202f% of the points on 14 Dec\.$/)
  const chance = said.find((text) => text.startsWith(READINESS.chance))
  expect(chance).toMatch(/: about (5|[1-9][05])\u202f%$/)
})

test('says why bands are wide and alike, and beside each what it comes from', () => {
  const known = {
    id: 'd',
    title: 'Storage',
    weight: 1,
    cards: 298,
    seen: 209,
    reviews: 400,
    recall: 0.6,
    recallOfSeen: 0.84,
    overdue: 0.4,
    mock: { asked: 0, right: 0 },
  }
  const said = saidOf([known], false)
  const beside = said.find((text) => text.startsWith('209 of 298 cards seen'))
  expect(beside).toMatch(/; of these 7\d–9\d\u202f% are expected to be recalled on 14 Dec$/)
  expect(said.find((text) => text.startsWith('The bands are wide'))).toMatch(
    /as 40\u202f% of the cards seen will be long overdue, .*, how fast you forget has not been measured yet and no question of a mock exam has been answered\. What is unsure/,
  )
  // One card of many: nothing of it is wide, however unsure it is.
  const one = { ...known, seen: 1, recall: 0.84 / 298, overdue: 1 }
  expect(saidOf([one], false).some((text) => text.startsWith('The bands are wide'))).toBe(false)
  const sure = { ...known, overdue: 0, mock: { asked: 30, right: 20 } }
  expect(saidOf([sure], true).some((text) => text.startsWith('The bands are wide'))).toBe(false)
})

test('a band is rounded outwards, and has two ends', () => {
  expect(bandWords({ low: 0.612, high: 0.778 })).toBe('61–78\u202f%')
  expect(bandWords({ low: 0.61, high: 0.78 })).toBe('61–78\u202f%')
  expect(bandWords({ low: 0, high: 1 })).toBe('0–100\u202f%')
})
