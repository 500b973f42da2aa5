import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkDecks } from '../../../src/core/deck/check-decks.ts'
import { isError } from '../../../src/core/deck/message.ts'
import { reportOf } from '../../../src/core/deck/summary.ts'

const fixtures = new URL('../../fixtures/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, fixtures), 'utf8')

const skills = new Set(
  read('broken/skills.tsv')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t')[0] ?? ''),
)

const check = (folder: string, names: readonly string[]) =>
  checkDecks(
    {
      decks: names.map((name) => ({ file: `${folder}/${name}`, text: read(`${folder}/${name}`) })),
      lock: null,
      retired: null,
    },
    { skills, today: '2026-11-23', cli: null, pages: null, hash: (text) => text },
  )

test('the broken deck gives the expected messages, line for line', () => {
  expect(reportOf(check('broken', ['a.md']))).toBe(read('broken/expected.txt'))
})

describe('the example decks', () => {
  const examples = readdirSync(new URL('decks/examples/', fixtures))

  test('have no errors and no warnings', () => {
    const { messages } = check('decks/examples', examples)
    expect(messages).toEqual([])
  })

  test('make 20 cards from 15 notes', () => {
    expect(reportOf(check('decks/examples', examples))).toContain('15 cards, 20 items')
  })

  test('have errors once a skill is unknown', () => {
    skills.delete('az104-network-secure-bastion')
    const { messages } = check('decks/examples', examples)
    skills.add('az104-network-secure-bastion')
    expect(messages.filter(isError).map(({ code }) => code)).toEqual(['E081'])
  })
})
