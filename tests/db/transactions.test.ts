import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/**
 * Dexie keeps hold of a transaction over an `await` only where its scope is an async function itself. A plain
 * function that returns the promise of another may see it end too early, depending on how many steps that takes.
 */
test('the scope of every transaction is an async function, or made of promises of Dexie', () => {
  const scopes = globSync('src/db/*.ts').flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    return Array.from(
      text.matchAll(/\.transaction\('rw?',[^;]*?(async )?\(\) =>\s*([\w.]+)?/g),
    ).map(([, isAsync, first]) => ({
      file,
      isSound: Boolean(isAsync) || first === 'Dexie.Promise.all',
    }))
  })
  expect(scopes.length).toBeGreaterThan(15)
  expect(scopes.filter(({ isSound }) => !isSound)).toEqual([])
})
