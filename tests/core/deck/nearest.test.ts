import { describe, expect, test } from 'vitest'
import { didYouMean, nearest } from '../../../src/core/deck/nearest.ts'

const SKILLS = [
  'az104-storage-data-tiers',
  'az104-storage-data-lifecycle',
  'az104-network-vnet-pip',
]

describe('the nearest known word', () => {
  test.each([
    ['az104-storage-data-teirs', 'az104-storage-data-tiers'],
    ['az104-storage-data-life', 'az104-storage-data-lifecycle'],
    ['az104-storage-data-tiers', 'az104-storage-data-tiers'],
    ['something-else', null],
    ['', null],
  ])('of "%s" is %s', (word, expected) => {
    expect(nearest(word, SKILLS)).toBe(expected)
  })

  test('must share 60 % of the characters in runs', () => {
    expect(nearest('abcdefghij', ['abcdefzzzz'])).toBe('abcdefzzzz')
    expect(nearest('abcdefghij', ['abcdezzzzz'])).toBeNull()
  })

  test('does not depend on the order of the known words', () => {
    expect(nearest('aab', ['aaa', 'aac'])).toBe(nearest('aab', ['aac', 'aaa']))
  })

  test('is offered as a question', () => {
    expect(didYouMean('pip', ['pipe'])).toBe(' (did you mean "pipe"?)')
    expect(didYouMean('pip', ['zone'])).toBe('')
  })
})
