import { expect, test } from 'vitest'
import { FACETS, checkFacets, parseFacets } from '../../../src/core/deck/facets.ts'
import { parseDeck } from '../../../src/core/deck/parse-deck.ts'
import { blueprint } from '../../support/builders.ts'
import { FRONT } from '../../support/decks.ts'

const SKILL = 'az104-d1-a'
const HEAD = 'skill\tfacet\tnotes\treason'
const note = `## a-one (basic)\nskill: ${SKILL}\n\nQ: What?\nA: That`
const { deck } = parseDeck('decks/x.md', `${FRONT}\n${note}\n`)
const decks = deck ? [deck] : []
const exam = blueprint('AZ-104', 100)
const skills = exam.domains.flatMap((d) => d.groups.flatMap((g) => g.skills.map(({ id }) => id)))

const full = skills.flatMap((skill) =>
  FACETS.map((facet) =>
    skill === SKILL && facet === 'how'
      ? `${skill}\t${facet}\ta-one\t`
      : `${skill}\t${facet}\tn/a\tnothing of the kind`,
  ),
)
const check = (lines: readonly string[]) =>
  checkFacets(parseFacets([HEAD, ...lines].join('\n')), decks, [exam])

test('facets that are all carried or declared away miss nothing', () => {
  expect(check(full)).toEqual({ carried: 1, notApplicable: full.length - 1, missing: [] })
})

test('a facet left out, one given twice, a note of another skill and an unknown skill are told', () => {
  const [first = '', second = '', ...others] = full
  const { missing } = check([
    second,
    second,
    ...others.map((line) => line.replace('a-one', 'a-two')),
    first.replace(SKILL, 'az104-none'),
  ])
  expect(missing).toEqual([
    'the facets name az104-none, which no outline has',
    `${SKILL} has the facet purpose nowhere`,
    `${SKILL} has the facet default 2 times`,
    `${SKILL}, how: a-two is no note of this skill`,
  ])
})

test.each([
  [`${SKILL}\thue\ta-one\t`, 'line 2 has no skill or no known facet'],
  [`${SKILL}\thow\tn/a\t`, 'line 2 has neither a note nor n/a with a reason'],
  [`${SKILL}\thow\t\t`, 'line 2 has neither a note nor n/a with a reason'],
])('what cannot be read is told with its line: %s', (line, message) => {
  expect(() => parseFacets(`${HEAD}\n${line}\n`)).toThrow(message)
})
