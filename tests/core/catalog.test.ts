import { expect, test } from 'vitest'
import { parseBundle } from '../../src/core/bundle-schema.ts'
import { catalogNoteOf } from '../../src/core/catalog.ts'
import { bundle, note } from '../support/bundles.ts'

test('the catalog says of a note what lists and searches ask before its text is read', () => {
  const tagged = note('st-a', { tags: ['bridge'], status: 'recheck' })
  expect(catalogNoteOf(tagged, ['1'])).toMatchObject({ tags: ['bridge'], status: 'recheck' })
})

test('what a note does not have takes no room in the catalog', () => {
  const plain = catalogNoteOf(note('st-a'), ['1'])
  expect(plain).not.toHaveProperty('tags')
  expect(plain).not.toHaveProperty('status')
})

test('a bundle whose tags are no list is refused', () => {
  const damaged = { ...bundle('1', []), notes: [{ ...note('st-a'), tags: 'bridge' }] }
  expect(() => parseBundle(damaged)).toThrow(/notes\.0\.tags/)
})
