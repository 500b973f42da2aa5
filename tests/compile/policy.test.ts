import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { CACHE_RULES, CONTENT_SECURITY_POLICY, SECURITY_HEADERS } from '../../src/compile/policy.ts'

const text = (path: string) => readFileSync(path, 'utf8')

describe('every file for a host states the one policy', () => {
  test('_headers, for Netlify and Cloudflare', () => {
    const rules = Object.fromEntries(
      text('public/_headers')
        .trim()
        .split('\n\n')
        .map((block) => {
          const [path = '', ...lines] = block.split('\n')
          return [path, Object.fromEntries(lines.map((line) => line.trim().split(/: (.*)/)))]
        }),
    )
    const caches = Object.entries(CACHE_RULES).map(([path, cache]) => [
      path,
      { 'Cache-Control': cache },
    ])
    expect(rules).toEqual({ '/*': SECURITY_HEADERS, ...Object.fromEntries(caches) })
  })

  test('staticwebapp.config.json, for Azure Static Web Apps', () => {
    const config: unknown = JSON.parse(text('public/staticwebapp.config.json'))
    expect(config).toMatchObject({
      navigationFallback: { rewrite: '/index.html' },
      globalHeaders: { ...SECURITY_HEADERS, 'Cache-Control': 'no-cache' },
      routes: Object.entries(CACHE_RULES).map(([route, cache]) => ({
        route,
        headers: { 'Cache-Control': cache },
      })),
    })
  })

  test('a missing file is never answered with the page', () => {
    const Config = v.object({ navigationFallback: v.object({ exclude: v.array(v.string()) }) })
    const { navigationFallback } = v.parse(
      Config,
      JSON.parse(text('public/staticwebapp.config.json')),
    )
    expect(navigationFallback.exclude).toEqual(
      expect.arrayContaining(['/assets/*', '/decks/*', '/*.{js,json,txt,webmanifest}']),
    )
  })

  test('nginx.conf', () => {
    const conf = text('docs/nginx.conf')
    const sent = [...conf.matchAll(/add_header (\S+) "([^"]+)" always;/g)]
    expect(Object.fromEntries(sent.map(([, name, value]) => [name, value]))).toEqual(
      SECURITY_HEADERS,
    )
    const [, map = ''] = /map \$uri \$cirrus_cache \{([^}]+)\}/.exec(conf) ?? []
    const caches = [...map.matchAll(/^ {2}(\S+) "([^"]+)";/gm)].map(([, path, cache]) => [
      path?.replace(/^~\^(.*\/)$/, '$1*'),
      cache,
    ])
    expect(Object.fromEntries(caches)).toEqual({ ...CACHE_RULES, default: 'no-cache' })
    // A location with a header of its own would drop those of the server.
    expect(conf.slice(conf.indexOf('\n  location '))).not.toContain('add_header')
  })
})

test('the policy allows nothing inline, no evaluated text and no other host', () => {
  expect(CONTENT_SECURITY_POLICY).toMatch(/^default-src 'none'; script-src 'self'/)
  expect(CONTENT_SECURITY_POLICY.replace("'wasm-unsafe-eval'", '')).not.toMatch(
    /unsafe|https?:|\*|nonce|sha\d/,
  )
  expect(CONTENT_SECURITY_POLICY).toContain("connect-src 'self'")
  expect(CONTENT_SECURITY_POLICY).toContain("require-trusted-types-for 'script'")
})
