import { describe, expect, test } from 'vitest'
import { suggestionsAt } from '../../../src/core/search/suggest.ts'
import type { Names } from '../../../src/core/search/suggest.ts'
import { TERM_NAMES } from '../../../src/core/search/terms.ts'

const NAMES: Names = {
  exams: [{ value: 'az-104', title: null }],
  domains: [],
  groups: [],
  skills: [{ value: 'az104-storage-data-tiers', title: 'Configure storage tiers' }],
  decks: [{ value: 'mine', title: 'My own deck' }],
  tags: ['bridge', 'network', 'bridge of::two words'].map((value) => ({ value, title: null })),
}

/** `|` is the caret. */
function at(text: string) {
  const caret = text.indexOf('|')
  const query = text.replace('|', '')
  const { from, to, items } = suggestionsAt(query, caret, NAMES)
  return { spot: query.slice(from, to), labels: items.map(({ label }) => label), items }
}

describe('suggestions', () => {
  test('of terms for the beginning of a word', () => {
    expect(at('ta|')).toMatchObject({ spot: 'ta', labels: ['tag:'] })
    expect(at('archive i|')).toMatchObject({ spot: 'i', labels: ['is:', 'id:', 'introduced:'] })
    expect(at('-fl|')).toMatchObject({ spot: 'fl', labels: ['flag:'] })
  })

  test.each(['|', 'archive |', '"ta|', 'archive|'])('none at %s', (text) => {
    expect(at(text).labels).toEqual([])
  })

  test('of values from the closed list of a term', () => {
    expect(at('is:su|')).toMatchObject({ spot: 'is:su', labels: ['is:suspended'] })
    expect(at('type:|').labels).toContain('type:command')
    expect(at('is:su| archive').spot).toBe('is:su')
  })

  test('of values from the collection, by name or title, in quotes where that is needed', () => {
    expect(at('tag:b|').labels).toEqual(['tag:bridge', 'tag:"bridge of::two words"'])
    expect(at('tag:work|').labels).toEqual(['tag:network'])
    expect(at('skill:conf|').items).toEqual([
      {
        insert: 'skill:az104-storage-data-tiers ',
        label: 'skill:az104-storage-data-tiers',
        title: 'Configure storage tiers',
      },
    ])
    expect(at('deck:"my o|').labels).toEqual(['deck:mine'])
  })

  test('none for a value that is complete, a term without list, or one that does not exist', () => {
    expect(at('is:suspended|').labels).toEqual([])
    expect(at('id:s|').labels).toEqual([])
    expect(at('foo:s|').labels).toEqual([])
  })

  test('every term can be found by its first letters', () => {
    for (const name of TERM_NAMES) expect(at(`${name.slice(0, 3)}|`).labels).toContain(`${name}:`)
  })
})
