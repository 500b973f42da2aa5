import { describe, expect, test } from 'vitest'
import { lookUpPage, parsePageIndex } from '../../../src/core/deck/page-index.ts'
import { META, codesOf, deckWith } from '../../support/decks.ts'

const INDEX = parsePageIndex(`# Pages, as listed on 2026-04-22
/azure/storage/blobs/access-tiers-overview\t2026-04-13
/azure/storage/blobs/lifecycle\t2025-01-02
`)
const LEARN = 'https://learn.microsoft.com/en-us'

describe('the index of pages', () => {
  test.each([
    ['/azure/storage/blobs/access-tiers-overview', '2026-04-13'],
    ['/azure/storage/blobs/Access-Tiers-Overview/?tabs=a#b', '2026-04-13'],
    ['/azure/storage/blobs/acces-tiers', 'unknown'],
    ['/azure/storage/common/storage-sas-overview', null],
    ['/cli/azure/group', null],
  ])('says of %s: %s', (path, found) => {
    expect(lookUpPage(`${LEARN}${path}`, INDEX)).toBe(found)
  })

  test.each([
    ['', 'line 1'],
    ['# no date\n', 'line 1'],
    ['# on 2026-04-22\n/a\t2026-01-01\n/b 2026-01-01\n', 'line 3'],
  ])('that reads %j names what is wrong', (text, where) => {
    expect(() => parsePageIndex(text)).toThrow(where)
  })
})

describe('a source', () => {
  const codes = (...sources: readonly string[]) => {
    const lines = sources.map((source) => `src: ${LEARN}${source}`).join('\n')
    const meta = META.replace(/src: .*/, lines)
    return codesOf(deckWith('basic', 'Q: How large is it?\nA: Large', meta), { pages: INDEX })
  }

  test.each([
    ['as new as its page', ['/azure/storage/blobs/access-tiers-overview @2026-04-13'], []],
    [
      'older than its page',
      ['/azure/storage/blobs/access-tiers-overview @2026-04-12'],
      ['W113 10'],
    ],
    [
      'older than its page beside one that is not',
      [
        '/azure/storage/blobs/access-tiers-overview @2026-04-12',
        '/azure/storage/blobs/lifecycle @2026-04-12',
      ],
      [],
    ],
    [
      'older than its page beside one that the index does not cover',
      ['/azure/storage/blobs/access-tiers-overview @2026-04-12', '/cli/azure/group @2026-08-21'],
      [],
    ],
    ['that is no page', ['/azure/storage/blobs/gone @2026-04-12'], ['W112 10']],
  ])('%s', (_, sources, expected) => {
    expect(codes(...sources)).toEqual(expected)
  })
})
