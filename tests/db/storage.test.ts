import { expect, test } from 'vitest'
import { askPersist, isPersisted, storageEstimate } from '../../src/db/storage.ts'

const STORAGE: Partial<StorageManager> = {
  estimate: async () => ({ usage: 5_000_000, quota: 100_000_000 }),
  persisted: async () => false,
  persist: async () => true,
}

test('what the browser says of its storage is passed on', async () => {
  expect(await storageEstimate(STORAGE)).toEqual({ usage: 5_000_000, quota: 100_000_000 })
  expect(await isPersisted(STORAGE)).toBe(false)
  expect(await askPersist(STORAGE)).toBe(true)
})

test.each([
  ['has no storage manager', undefined],
  ['has one that can do nothing', {}],
  [
    'refuses to answer',
    {
      estimate: () => Promise.reject(new Error('no')),
      persisted: () => Promise.reject(new Error('no')),
      persist: () => Promise.reject(new Error('no')),
    },
  ],
])('a browser that %s leaves the answers open', async (_case, storage) => {
  expect(await storageEstimate(storage)).toBeNull()
  expect(await isPersisted(storage)).toBeNull()
  expect(await askPersist(storage)).toBeNull()
})

test('an estimate without figures is none', async () => {
  expect(await storageEstimate({ estimate: async () => ({}) })).toBeNull()
})
