import { expect, test } from 'vitest'
import { auditsOf } from '../../src/compile/audits.ts'
import { deckFolder } from '../support/deck-folder.ts'
import { note } from '../support/bundles.ts'

const DECKS = [
  {
    id: 'd',
    title: 'D',
    notes: [
      note('a', { skills: ['az104-d1-a'] }),
      note('b', { skills: ['az104-d1-a'] }),
      note('c', { skills: ['az305-d1-a', 'az104-d1-a'] }),
    ],
  },
]
const HEAD = 'card\tverdict\tnote\n'

test('samples are summed up by exam; what was read besides counts as read only', () => {
  const folder = deckFolder({
    'audit/2026-11-23-x.tsv': `${HEAD}a\tok\t\ngone\twrong\t\n`,
    'audit/2026-11-26-y.tsv': `${HEAD}a\tmisleading\t\n`,
    'audit/checks/2026-11-25-z.tsv': `${HEAD}b\twrong\t\nc\tok\t\n`,
  })
  expect(auditsOf(folder, DECKS)).toMatchObject([
    { exam: 'AZ-104', from: '2026-11-23', to: '2026-11-26', judged: 2, errors: 1, read: 2 },
    { exam: 'AZ-305', from: null, to: null, judged: 0, errors: 0, read: 1 },
  ])
})

test('decks without audits have none, and a sheet that cannot be read is named with its line', () => {
  expect(auditsOf(deckFolder({ 'a.md': '' }), DECKS)).toEqual([])
  const folder = deckFolder({ 'audit/2026-11-23-x.tsv': `${HEAD}a\tperhaps\t\n` })
  expect(() => auditsOf(folder, DECKS)).toThrow('audit/2026-11-23-x.tsv: line 2')
})
