import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkDecks } from '../../../src/core/deck/check-decks.ts'
import { CODES } from '../../../src/core/deck/codes.ts'
import { LABELS, META_KEYS } from '../../../src/core/deck/grammar.ts'
import { formatMessage } from '../../../src/core/deck/message.ts'
import { NOTE_TYPES } from '../../../src/core/note.ts'
import { FRONT } from '../../support/decks.ts'

const decks = new URL('../../../decks/', import.meta.url)
const readme = readFileSync(new URL('README.md', decks), 'utf8')
const targets = readFileSync(new URL('targets.tsv', decks), 'utf8')

const skills = new Set(
  targets.split('\n').flatMap((line) => (line.startsWith('az') ? (line.split('\t')[0] ?? []) : [])),
)
const examples = Array.from(readme.matchAll(/^````markdown\n(.*?)^````$/gms), ([, text = '']) =>
  text.startsWith('---') ? text : `${FRONT}\n${text}`,
)

describe('the specification of the deck format', () => {
  test('has examples of all types, without errors and warnings', () => {
    const { decks: trees, messages } = checkDecks(
      {
        decks: examples.map((text, index) => ({ file: `example ${index}`, text })),
        lock: null,
        retired: null,
      },
      { skills, today: '2026-11-23', cli: null, pages: null, hash: (text) => text },
    )
    expect(messages.map(formatMessage)).toEqual([])
    const types = trees.flatMap(({ notes }) => notes.map(({ type }) => type))
    expect(new Set(types)).toEqual(new Set(NOTE_TYPES))
  })

  test('explains every code', () => {
    const rows = Array.from(readme.matchAll(/^\| ([EW]\d{3}) \| (.+) \|$/gm), ([, ...row]) => row)
    expect(Object.fromEntries(rows)).toEqual(CODES)
  })

  test.each(META_KEYS)('explains the metadata key %s', (key) => {
    expect(readme).toMatch(new RegExp(`^\\|.*\`${key}\`.*\\|`, 'm'))
  })

  test.each(LABELS)('shows the label %s', (label) => {
    expect(examples.join('\n')).toMatch(new RegExp(`^${label}:`, 'm'))
  })
})
