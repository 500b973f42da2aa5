import { expect, test } from 'vitest'
import {
  deleteSearch,
  loadBrowseSettings,
  saveColumns,
  saveSearch,
} from '../../src/db/browse-settings.ts'
import { loadSettings } from '../../src/db/settings.ts'
import { testDb } from '../support/test-db.ts'

const DUE = { id: '1', name: 'Due', query: 'is:due', sort: '-recall' }

test('nothing is saved at first', async () => {
  expect(await loadBrowseSettings(testDb())).toEqual({ searches: [], columns: null })
})

test('searches come back by name, and can be changed and deleted', async () => {
  const db = testDb()
  await saveSearch(db, DUE, 1, 'laptop')
  await saveSearch(db, { id: '2', name: 'Bridge', query: 'tag:bridge', sort: null }, 2, 'phone')
  expect((await loadBrowseSettings(db)).searches.map(({ name }) => name)).toEqual(['Bridge', 'Due'])
  await saveSearch(db, { ...DUE, query: 'is:due flag:1' }, 3, 'laptop')
  await deleteSearch(db, '2', 4, 'laptop')
  expect((await loadBrowseSettings(db)).searches).toEqual([{ ...DUE, query: 'is:due flag:1' }])
  // Another device learns that it was deleted.
  expect(await db.settings.get('browse/search/2')).toMatchObject({ value: null, updatedAt: 4 })
})

test('the last write holds although the clock was set back', async () => {
  const db = testDb()
  await saveColumns(db, ['due'], 100, 'laptop')
  await saveColumns(db, ['lapses'], 50, 'laptop')
  expect((await loadBrowseSettings(db)).columns).toEqual(['lapses'])
  expect(await db.settings.get('browse/columns')).toMatchObject({ updatedAt: 101 })
})

test('what makes no sense is passed over, and a search needs a name', async () => {
  const db = testDb()
  await db.settings.put({ key: 'browse/columns', value: 7, updatedAt: 1, device: 'x' })
  await db.settings.put({ key: 'browse/search/9', value: { name: '' }, updatedAt: 1, device: 'x' })
  expect(await loadBrowseSettings(db)).toEqual({ searches: [], columns: null })
  await expect(saveSearch(db, { ...DUE, name: ' ' }, 1, 'x')).rejects.toThrow(/Invalid length/)
})

test('the other settings do not mind', async () => {
  const db = testDb()
  await saveSearch(db, DUE, 1, 'laptop')
  expect(await loadSettings(db)).not.toHaveProperty('browse/search/1')
})
