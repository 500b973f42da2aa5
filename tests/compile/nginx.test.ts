import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CACHE_RULES, SECURITY_HEADERS } from '../../src/compile/policy.ts'

/** docs/nginx.conf as nginx itself reads it, on loopback. Left out where there is no nginx. */
const NGINX = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'].find((path) =>
  existsSync(path),
)

const FILES: Readonly<Record<string, string>> = {
  'index.html': '<!doctype html><title>Cirrus</title>',
  'assets/a-1.js': 'export const a = 1\n'.repeat(200),
  'assets/b-1.wasm': '\0asm'.repeat(2000),
  'assets/c-1.css': 'a { color: red }',
  'decks/az-104.1.json': '{}',
  'icons/icon.svg': '<svg/>',
  'sw.js': 'self',
  'manifest.webmanifest': '{"name":"Cirrus"}',
}

const folder = mkdtempSync(join(tmpdir(), 'cirrus-nginx-'))
const conf = join(folder, 'nginx.conf')
let origin = ''

describe.skipIf(!NGINX)('nginx with docs/nginx.conf', () => {
  beforeAll(async () => {
    const port = await freePort()
    origin = `http://127.0.0.1:${port}`
    for (const [name, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(folder, 'www', name)), { recursive: true })
      writeFileSync(join(folder, 'www', name), text)
    }
    // Its workers may be of another user.
    chmodSync(folder, 0o755)
    writeFileSync(conf, wholeConf(port))
    const started = nginx()
    if (started.status !== 0) throw new Error(started.stderr)
  })
  afterAll(() => {
    nginx('-s', 'stop')
    rmSync(folder, { recursive: true, force: true })
  })

  test.each([
    '/',
    '/study',
    '/progress/AZ-104',
    '/cards/st-rehydrate-standard/1',
    '/assets/a-1.js',
    '/sw.js',
    '/none.js',
  ])('%s comes with the policy', async (path) => {
    const { headers } = await fetch(origin + path)
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      expect([name, headers.get(name)]).toEqual([name, value])
    }
  })

  test.each(['/study', '/progress/AZ-104', '/cards/st-rehydrate-standard/1', '/decks'])(
    '%s is a screen, and gets the page',
    async (path) => {
      const answer = await fetch(origin + path)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toMatch(/^text\/html/)
      expect(answer.headers.get('cache-control')).toBe('no-cache')
      expect(await answer.text()).toContain('Cirrus')
    },
  )

  test.each([
    '/assets/gone.js',
    '/decks/gone.json',
    '/gone.js',
    '/gone.wasm',
    '/gone.css',
    '/icons/gone.png',
  ])('%s is missing, and kept by nobody', async (path) => {
    const answer = await fetch(origin + path)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('cache-control')).toBeNull()
  })

  test.each([
    ['/assets/a-1.js', /javascript/, CACHE_RULES['/assets/*']],
    ['/assets/b-1.wasm', /^application\/wasm/, CACHE_RULES['/assets/*']],
    ['/assets/c-1.css', /^text\/css/, CACHE_RULES['/assets/*']],
    ['/decks/az-104.1.json', /^application\/json/, CACHE_RULES['/decks/*']],
    ['/sw.js', /javascript/, CACHE_RULES['/sw.js']],
    ['/manifest.webmanifest', /^application\/manifest\+json/, 'no-cache'],
    ['/icons/icon.svg', /^image\/svg\+xml/, 'no-cache'],
  ])('%s has its type and is kept as long as it may be', async (path, type, cache) => {
    const { headers, status } = await fetch(origin + path)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toMatch(type)
    expect(headers.get('cache-control')).toBe(cache)
  })

  test.each(['/assets/a-1.js', '/assets/b-1.wasm'])('%s is compressed', async (path) => {
    const response = await fetch(origin + path, { headers: { 'accept-encoding': 'gzip' } })
    expect(response.headers.get('content-encoding')).toBe('gzip')
    expect(response.headers.get('vary')).toContain('Accept-Encoding')
    expect(await response.text()).toBe(FILES[path.slice(1)])
  })
})

/** The file as it is included by somebody, with a port and folders of this test. */
function wholeConf(port: number): string {
  const own = readFileSync('docs/nginx.conf', 'utf8')
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('root /var/www/cirrus;', `root ${join(folder, 'www')};`)
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  )
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  return `${user} pid ${join(folder, 'pid')}; error_log ${join(folder, 'errors')}; events {}
    http { include ${typesOf()}; access_log off; ${temp.join(' ')}
    ${own} }`
}

function typesOf(): string {
  const known = [
    '/etc/nginx/mime.types',
    '/usr/local/etc/nginx/mime.types',
    '/opt/homebrew/etc/nginx/mime.types',
  ]
  return known.find((path) => existsSync(path)) ?? '/etc/nginx/mime.types'
}

function nginx(...args: readonly string[]) {
  return spawnSync(NGINX ?? '', ['-e', join(folder, 'errors'), '-c', conf, ...args], {
    encoding: 'utf8',
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(address && typeof address === 'object' ? address.port : 0))
    })
  })
}
