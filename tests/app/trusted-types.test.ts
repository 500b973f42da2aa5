import { expect, test, vi } from 'vitest'
import { onlyOwnScripts } from '../../src/app/trusted-types.ts'

interface Rules {
  readonly createScriptURL: (url: string) => string | null
  createHTML?: unknown
  createScript?: unknown
}

function rules(): Rules {
  const createPolicy = vi.fn<(name: string, rules: Rules) => void>()
  onlyOwnScripts({ trustedTypes: { createPolicy } })
  const [name, made] = createPolicy.mock.calls[0] ?? []
  expect(name).toBe('default')
  if (!made) throw new Error('No policy was made')
  return made
}

test('a script of the own host is let in, by any form of its address', () => {
  const { createScriptURL } = rules()
  for (const url of ['/sw.js', `${window.location.origin}/assets/backup.worker-1.js`]) {
    expect(createScriptURL(url)).toBe(url)
  }
})

test.each([
  'https://example.com/x.js',
  '//example.com/x.js',
  'data:text/javascript,1',
  'blob:http://localhost:3000/7b1f',
  'javascript:1',
  `${window.location.origin}.example.com/x.js`,
])('%s is not', (url) => {
  expect(rules().createScriptURL(url)).toBeNull()
})

test('there is no way for markup and for code in texts', () => {
  expect(Object.keys(rules())).toEqual(['createScriptURL'])
})

test('a browser without Trusted Types goes on without', () => {
  expect(() => onlyOwnScripts({})).not.toThrow()
})
