import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { BUILD } from '../support/builds.ts'
import { expect, keptOffline, test } from './fixtures.ts'

const Image = v.object({
  src: v.string(),
  sizes: v.pipe(v.string(), v.regex(/^\d+x\d+$/)),
  type: v.literal('image/png'),
  purpose: v.optional(v.string()),
  form_factor: v.optional(v.picklist(['narrow', 'wide'])),
  label: v.optional(v.string()),
})
const Manifest = v.object({
  id: v.literal('/'),
  name: v.literal('Cirrus'),
  short_name: v.string(),
  start_url: v.literal('/'),
  scope: v.literal('/'),
  display: v.literal('standalone'),
  icons: v.array(Image),
  screenshots: v.array(Image),
})

const manifest = () =>
  v.parse(Manifest, JSON.parse(readFileSync(join(BUILD, 'manifest.webmanifest'), 'utf8')))

test('the app can be installed: manifest, icons and screenshots are as they say', () => {
  const { icons, screenshots } = manifest()
  expect(icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']))
  expect(icons.some(({ purpose }) => purpose === 'maskable')).toBe(true)
  expect(new Set(screenshots.map((shot) => shot.form_factor))).toEqual(new Set(['narrow', 'wide']))
  for (const { src, sizes } of [...icons, ...screenshots]) {
    expect(sizeOfPng(join(BUILD, src)), src).toBe(sizes)
  }
})

test(
  'the service worker controls the page on the first visit',
  { tag: '@offline' },
  async ({ page }) => {
    await page.goto('/')
    await keptOffline(page)
  },
)

test(
  'every part of the app, every deck and every icon is kept for a time without network',
  { tag: '@offline' },
  async ({ page }) => {
    await page.goto('/')
    await keptOffline(page)
    const kept = await page.evaluate(async () => {
      const names = await caches.keys()
      const caught = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
      return caught.flat().map(({ url }) => new URL(url).pathname)
    })
    const shipped = ['assets', 'decks', 'icons'].flatMap((folder) =>
      readdirSync(join(BUILD, folder)).map((file) => `/${folder}/${file}`),
    )
    expect(shipped.length).toBeGreaterThan(15)
    expect(kept).toEqual(expect.arrayContaining([...shipped, '/index.html', '/theme.js']))
  },
)

test('the policy is sent as a header and stands in the page, for hosts that send none', async ({
  page,
}) => {
  const response = await page.goto('/')
  const sent = response?.headers()['content-security-policy'] ?? ''
  const written = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .getAttribute('content')
  expect(sent).toBe(`${written}; frame-ancestors 'none'`)
  expect(written).toMatch(/default-src 'none'/)
  // WebAssembly may run, as SQLite is made of it; nothing may be evaluated.
  expect(written).toContain("script-src 'self' 'wasm-unsafe-eval';")
  expect(written?.replace("'wasm-unsafe-eval'", '')).not.toMatch(/unsafe|https?:|\*/)
})

/** Width and height stand in a PNG's first chunk. */
function sizeOfPng(file: string): string {
  const bytes = readFileSync(file)
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`
}
