import { describe, expect, test } from 'vitest'
import {
  coverageOf,
  parseTargets,
  shortcomings,
  traitsOf,
} from '../../../src/core/deck/coverage.ts'
import { parseDeck } from '../../../src/core/deck/parse-deck.ts'
import { blueprint } from '../../support/builders.ts'
import { FRONT } from '../../support/decks.ts'

const EXAMS = [blueprint('AZ-104', 60, 40), blueprint('AZ-305', 100)]
const A = 'az104-d1-a'
const B = 'az104-d1-b'
const OTHER = 'az305-d1-a'

function decks(...notes: readonly string[]) {
  const { deck } = parseDeck('decks/x.md', `${FRONT}\n${notes.join('\n\n')}\n`)
  return deck ? [deck] : []
}

const basic = (id: string, skill: string, meta = '') =>
  `## ${id} (basic)\nskill: ${skill}\n${meta}\nQ: What?\nA: That`
const single = (id: string, right: string) =>
  `## ${id} (single)\nskill: ${A}\n\nQ: What?\n- [x] ${right}\n  > So.\n- [ ] medium\n  > No.`
const scenario = (id: string, skill: string) =>
  `## ${id} (scenario)\nskill: ${skill}\n\nS: Long\n\n### one (basic)\nQ: X?\nA: Y\n\n### two (basic)\nQ: Z?\nA: Y`

const skillsOf = (coverage: ReturnType<typeof coverageOf>) =>
  coverage.flatMap(({ domains }) => domains.flatMap(({ skills }) => skills))

describe('coverage', () => {
  test('counts the cards of every skill against its target, in the order of the outline', () => {
    const notes = decks(
      basic('a-one', A),
      basic('a-two', `${A}, ${OTHER}`),
      scenario('a-sc', OTHER),
    )
    const coverage = coverageOf(notes, EXAMS, new Map([[A, 3]]))
    const found = skillsOf(coverage).filter(({ cards }) => cards > 0)
    expect(found).toMatchObject([
      { skill: A, cards: 2, target: 3 },
      { skill: OTHER, cards: 3, target: null },
    ])
    expect(coverage.map(({ cards }) => cards)).toEqual([2, 3])
    expect([...(coverage[1]?.types ?? [])]).toEqual([
      ['scenario', 2],
      ['basic', 1],
    ])
    expect(coverage[1]?.withoutScenario).not.toContain(OTHER)
    expect(coverage[0]?.withoutScenario).toContain(A)
  })

  test('keeps what is for mock exams apart, in the domain of its first skill', () => {
    const notes = decks(basic('a-one', `${A}, ${OTHER}`, 'pool: exam\n'))
    const [first, other] = coverageOf(notes, EXAMS, new Map())
    expect(skillsOf(first ? [first] : []).every(({ cards }) => cards === 0)).toBe(true)
    expect(first?.domains.map(({ pool }) => [...pool])).toEqual([[['basic', 1]], []])
    expect(other?.domains.map(({ pool }) => [...pool])).toEqual([[]])
  })

  test('names the day on which a skill was checked longest ago', () => {
    const notes = decks(basic('a-one', B), basic('a-two', B, 'verified: 2025-12-31\n'))
    const found = skillsOf(coverageOf(notes, EXAMS, new Map())).find(({ skill }) => skill === B)
    expect(found?.oldestVerified).toBe('2025-12-31')
  })
})

test('targets are read from lines of skill, tab and number', () => {
  expect([...parseTargets('# skill, target\naz104-x\t12\n\nnonsense\n')]).toEqual([['az104-x', 12]])
})

describe('traits', () => {
  test('are counted over all notes', () => {
    const notes = decks(
      basic('a-one', `${A}, ${OTHER}`, 'status: draft\ntags: bridge, other\n'),
      basic('a-two', A, 'status: recheck\n'),
      single('a-three', 'the longest one'),
      single('a-four', 'short'),
    )
    expect(traitsOf(notes)).toEqual({
      notes: 4,
      cards: 4,
      shared: 1,
      draft: 1,
      recheck: 1,
      bridge: 1,
      singles: 2,
      longestRight: 1,
    })
  })
})

describe('what is missing for a release', () => {
  const of = (notes: ReturnType<typeof decks>, targets = new Map<string, number>()) =>
    shortcomings(coverageOf(notes, EXAMS, targets), traitsOf(notes))

  test('is nothing where targets are met and answers do not give themselves away', () => {
    expect(of(decks(basic('a-one', A), single('a-two', 'short')), new Map([[A, 2]]))).toEqual([])
  })

  test('is what is below its target, too often longest, or waits for another check', () => {
    const notes = decks(single('a-one', 'the longest one'), basic('a-two', B, 'status: recheck\n'))
    expect(of(notes, new Map([[A, 2]]))).toEqual([
      'az104-d1-a has 1 of 2 cards',
      'the right option is the longest in 1 of 1 single choices',
      '1 of 2 notes wait for another check',
    ])
  })
})
