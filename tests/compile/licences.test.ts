import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, onTestFinished, test } from 'vitest'
import { shippedPackages } from '../../src/compile/licences.ts'

describe('what ships', () => {
  test('is listed with the licence of each package', () => {
    const packages = shippedPackages()
    const names = packages.map(({ name }) => name)
    expect(names).toEqual(
      expect.arrayContaining(['dexie', 'react-dom', 'scheduler', 'ts-fsrs', 'workbox-core']),
    )
    for (const tool of ['vite', 'vitest', 'typescript', '@types/hast', 'workbox-build']) {
      expect(names).not.toContain(tool)
    }
    expect(
      packages.filter(({ text }) => !/permission|licen[sc]e|redistribution/i.test(text)),
    ).toEqual([])
  })
})

/** A project that depends on `a`, which depends on `b`, of which there are two. */
function project(licenceOfB: string, textOfB = 'Permission is granted.'): string {
  const root = mkdtempSync(join(tmpdir(), 'cirrus-licences-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const put = (path: string, content: unknown) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content))
  }
  const tools = ['vite-plugin-pwa', 'workbox-precaching', 'workbox-window']
  const packages: Record<string, unknown> = { '': {} }
  const add = (path: string, manifest: object, dependencies?: object, text = 'Permission.') => {
    packages[path] = { dependencies }
    put(`${path}/package.json`, { version: '1.0.0', license: 'MIT', ...manifest })
    if (text) put(`${path}/LICENSE`, text)
  }
  tools.forEach((name) => add(`node_modules/${name}`, { name }))
  add('node_modules/a', { name: 'a' }, { b: '^2.0.0', '@types/c': '1' })
  packages['node_modules/@types/c'] = {}
  add('node_modules/b', { name: 'b', version: '1.0.0', license: 'secret' })
  add(
    'node_modules/a/node_modules/b',
    { name: 'b', version: '2.0.0', license: licenceOfB },
    {},
    textOfB,
  )
  put('package.json', { dependencies: { a: '1.0.0' } })
  put('package-lock.json', { packages })
  return root
}

test('a package is looked for as Node does: the one that is nearest', () => {
  expect(shippedPackages(project('ISC'))).toContainEqual({
    name: 'b',
    version: '2.0.0',
    licence: 'ISC',
    text: 'Permission is granted.',
  })
})

test.each(['GPL-3.0-only', 'UNLICENSED', 'SEE LICENSE IN x'])(
  'a package under %s ends the build',
  (licence) => {
    expect(() => shippedPackages(project(licence))).toThrow(`b 2.0.0 is under "${licence}"`)
  },
)

test('a package without the text of its licence ends the build', () => {
  expect(() => shippedPackages(project('MIT', ''))).toThrow('b 2.0.0 has no text of its licence')
})

test('the lock file says for every package which bytes it is', () => {
  const Lock = v.object({
    packages: v.record(v.string(), v.object({ integrity: v.optional(v.string()) })),
  })
  const { packages } = v.parse(Lock, JSON.parse(readFileSync('package-lock.json', 'utf8')))
  const others = Object.entries(packages).filter(([path]) => path !== '')
  expect(others.length).toBeGreaterThan(100)
  const without = others.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))
  expect(without).toEqual([])
})
