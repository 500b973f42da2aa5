import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Plugin, PluginOption } from 'vite'
import { build, loadConfigFromFile } from 'vite'
import { cirrusDecks } from '../../src/compile/vite-plugin.ts'

/** The app as it ships. */
export const BUILD = resolve('node_modules/.cache/cirrus/build')
/** The app as it may ship the next time: other words on a screen, other cards. */
export const NEXT_BUILD = resolve('node_modules/.cache/cirrus/next-build')

/** What the next build says where this one says `FRAME.saved`. */
export const NEXT_WORDS = 'Saved on this device, in the next version.'

/**
 * The decks of the journeys: few cards of every type, which stay as they are while the shipped decks grow.
 * The decks that ship are checked by the linter and the tests of the compiler.
 */
const JOURNEY_DECKS = resolve('tests/fixtures/decks/journey')

/** Builds both for the tests. `CIRRUS_KEEP_BUILDS=1` takes those that are there. */
export async function buildAll(): Promise<void> {
  if (process.env['CIRRUS_KEEP_BUILDS']) return
  await buildApp(BUILD, [], JOURNEY_DECKS)
  const decks = nextDecks()
  await buildApp(NEXT_BUILD, [nextWords()], decks)
  rmSync(decks, { recursive: true })
}

export default buildAll

/** Builds the app into a folder, with further plugins and with the decks of another folder. */
export async function buildApp(
  outDir: string,
  plugins: readonly Plugin[] = [],
  decks = 'decks',
): Promise<void> {
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' })
  const config = loaded?.config ?? {}
  const own = withoutDecks(config.plugins ?? [])
  await build({
    ...config,
    configFile: false,
    logLevel: 'warn',
    plugins: [...own, cirrusDecks(decks), ...plugins],
    build: { ...config.build, outDir, emptyOutDir: true },
  })
}

function withoutDecks(plugins: readonly PluginOption[]): PluginOption[] {
  return plugins.filter((plugin) => !(plugin && 'name' in plugin && plugin.name === 'cirrus-decks'))
}

function nextWords(): Plugin {
  return {
    name: 'cirrus-next-words',
    enforce: 'pre',
    transform: (code, id) =>
      id.endsWith('/words/frame.ts')
        ? code.replace('Saved on this device.', NEXT_WORDS)
        : undefined,
  }
}

/** What the next build asks in one card; nothing else of the card changes. */
export const NEXT_QUESTION =
  'How long may rehydrating a blob from archive with standard priority take?'

const CARD = 'st-rehydrate-standard'
const NEW_CARD = `
## st-added-later (basic)
skill: az104-storage-data-tiers
src: https://learn.microsoft.com/en-us/azure/storage/blobs/access-tiers-overview @2026-04-13
level: 1

Q: Which access tier is offline?
A: Archive
`

/** A copy of the decks with one card reworded and one more. */
function nextDecks(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cirrus-decks-'))
  cpSync(JOURNEY_DECKS, folder, { recursive: true })
  const file = join(folder, 'az-104/storage-data.md')
  const text = readFileSync(file, 'utf8')
  const reworded = text.replace(
    new RegExp(`(## ${CARD} [^]*?\nQ: ).*`),
    (_all, before: string) => before + NEXT_QUESTION,
  )
  if (reworded === text) throw new Error(`${file} has no ${CARD}`)
  writeFileSync(file, `${reworded}\n${NEW_CARD}`)
  return folder
}

/**
 * A copy of a build whose database is of a later version, with one table more: what a release with another
 * schema looks like to the tabs and the data of the one before. To be deployed after another build, as not all
 * files that changed have another name.
 */
export function withLaterSchema(from: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'cirrus-later-'))
  cpSync(from, folder, { recursive: true })
  const scripts = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js'))
  const changed = scripts.filter((name) => changeFile(join(folder, 'assets', name), FIRST_VERSION))
  if (changed.length === 0) throw new Error('No script of the build makes the database')
  const renamed = new RegExp(changed.map((name) => name.replace('.js', '')).join('|'), 'g')
  for (const name of ['index.html', 'sw.js', ...scripts.map((script) => `assets/${script}`)]) {
    changeFile(join(folder, name), [renamed, 'later-$&'])
  }
  for (const name of changed) {
    renameSync(join(folder, 'assets', name), join(folder, 'assets', `later-${name}`))
  }
  return folder
}

const FIRST_VERSION = [/this\.version\(1\)/, 'this.version(99).stores({later:`id`}),$&'] as const

/** Whether there was something to change. */
function changeFile(path: string, [what, into]: readonly [RegExp, string]): boolean {
  const before = readFileSync(path, 'utf8')
  const after = before.replace(what, into)
  if (after !== before) writeFileSync(path, after)
  return after !== before
}
