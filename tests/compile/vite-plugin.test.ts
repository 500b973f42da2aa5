import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { build, createServer } from 'vite'
import type { ViteDevServer } from 'vite'
import { describe, expect, onTestFinished, test } from 'vitest'
import { EXAMS } from 'virtual:cirrus/exams'
import { cirrusDecks } from '../../src/compile/vite-plugin.ts'
import { parseBundle } from '../../src/core/bundle-schema.ts'
import { deckFolder } from '../support/deck-folder.ts'
import { deckWith } from '../support/decks.ts'

const IMAGE = '![Two networks](two.svg)'
const SOUND = {
  'az-104/a.md': deckWith('basic', `Q: What?\nA: So\nWhy: ${IMAGE}`),
  'az-104/two.svg': '<svg/>',
  'index.html': '<script type="module" src="/main.js"></script>',
  'main.js': "import { EXAMS } from 'virtual:cirrus/exams'; document.title = EXAMS[0].url",
}

async function buildWith(files: Readonly<Record<string, string>>) {
  const folder = deckFolder(files)
  const result = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [cirrusDecks(folder)],
    build: { write: false },
  })
  const output = 'output' in result ? result.output : []
  return new Map(
    output.map((file) => [file.fileName, String(file.type === 'asset' ? file.source : file.code)]),
  )
}

async function serve(folder: string): Promise<ViteDevServer> {
  const server = await createServer({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [cirrusDecks(folder)],
    server: { port: 0, host: '127.0.0.1' },
  })
  onTestFinished(() => server.close())
  await server.listen()
  return server
}

async function get(server: ViteDevServer, path: string): Promise<Response> {
  return fetch(new URL(path, server.resolvedUrls?.local[0]))
}

async function urlOfExam(server: ViteDevServer): Promise<string> {
  const code = await (await get(server, '/@id/__x00__virtual:cirrus/exams')).text()
  return /decks\/az-104\.[0-9a-f]+\.json/.exec(code)?.[0] ?? ''
}

describe('a build', { timeout: 30_000 }, () => {
  test('ships a bundle for each exam under the name that the app is told', async () => {
    const files = await buildWith(SOUND)
    const names = [...files.keys()].filter((name) => name.endsWith('.json'))
    expect(names.map((name) => name.replace(/\.[0-9a-f]{12}\./, '.')).toSorted()).toEqual([
      'decks/az-104.json',
      'decks/az-305.json',
      'decks/az-900.json',
    ])
    const [az104 = ''] = names.filter((name) => name.includes('az-104'))
    expect([...files.values()].some((code) => code.includes(`document.title=`))).toBe(true)
    expect([...files].some(([name, code]) => name.endsWith('.js') && code.includes(az104))).toBe(
      true,
    )
    expect(parseBundle(JSON.parse(files.get(az104) ?? '')).notes).toHaveLength(1)
  })

  test('ships the images of the decks', async () => {
    expect((await buildWith(SOUND)).get('decks/az-104/two.svg')).toBe('<svg/>')
  })

  test('fails on an error in a deck, with the message of the checker and no stack', async () => {
    const broken = { ...SOUND, 'az-104/a.md': deckWith('basic', 'Q: What?') }
    const failed = await buildWith(broken).then(String, (error: unknown) => inspect(error))
    expect(failed).toBe(
      'the decks have errors\n\ndecks/az-104/a.md:8: error E060: "nw-one-card" (basic) needs "A:"',
    )
  })
})

describe('while developing', { timeout: 30_000 }, () => {
  test('bundles and images are served', async () => {
    const server = await serve(deckFolder(SOUND))
    const bundle = await get(server, await urlOfExam(server))
    expect(bundle.headers.get('content-type')).toBe('application/json')
    expect(parseBundle(await bundle.json()).exam).toBe('AZ-104')
    const image = await get(server, 'decks/az-104/two.svg')
    expect(image.headers.get('content-type')).toBe('image/svg+xml')
  })

  test('a change of a deck reloads the page with the new bundle', async () => {
    const folder = deckFolder(SOUND)
    const server = await serve(folder)
    const before = await urlOfExam(server)
    const reloaded = sent(server, 'full-reload')
    writeFileSync(join(folder, 'az-104/a.md'), SOUND['az-104/a.md'].replace('So', 'Not so'))
    await reloaded
    const after = await urlOfExam(server)
    expect(after).toMatch(/^decks\/az-104/)
    expect(after).not.toBe(before)
  })

  test('an error in a deck is shown on the page', async () => {
    const folder = deckFolder(SOUND)
    const server = await serve(folder)
    await urlOfExam(server)
    const told = sent(server, 'error')
    writeFileSync(join(folder, 'az-104/a.md'), SOUND['az-104/a.md'].replace('level: 1', 'level: 9'))
    expect(JSON.stringify(await told)).toContain('a.md:11: error E089')
  })
})

/** The next message of a type that the server sends to the page. */
function sent(server: ViteDevServer, type: string): Promise<unknown> {
  const { hot } = server.environments.client
  return new Promise((resolve) => {
    const send = hot.send.bind(hot)
    hot.send = (...args: [unknown, unknown?]) => {
      const [payload] = args
      if (typeof payload === 'object' && payload && 'type' in payload && payload.type === type) {
        resolve(payload)
      }
      Reflect.apply(send, hot, args)
    }
  })
}

test('the exams of this project are known to its tests', () => {
  expect(EXAMS.map(({ exam }) => exam)).toEqual(['AZ-104', 'AZ-305', 'AZ-900'])
  expect(EXAMS[0]?.cards).toBeGreaterThan(50)
})
