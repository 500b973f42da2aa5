import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkDecks } from '../../../src/core/deck/check-decks.ts'
import { reportOf } from '../../../src/core/deck/summary.ts'

const read = (name: string) =>
  readFileSync(new URL(`../../fixtures/broken/${name}`, import.meta.url), 'utf8')

test('the broken deck gives the expected messages, line for line', () => {
  const skills = read('skills.tsv')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t')[0] ?? '')
  const decks = [{ file: 'broken/a.md', text: read('a.md') }]
  const checked = checkDecks(
    { decks, lock: null, retired: null },
    { skills: new Set(skills), today: '2026-11-23', cli: null, hash: (text) => text },
  )
  expect(reportOf(checked)).toBe(read('expected.txt'))
})
