import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Blueprint } from '../core/blueprint.ts'
import type { DeckSources } from '../core/deck/check-decks.ts'
import type { CliIndex } from '../core/deck/cli-index.ts'
import type { PageIndex } from '../core/deck/page-index.ts'
import type { NamedText } from '../core/deck/release.ts'
import { readBlueprint } from './blueprints.ts'
import { readCliIndex } from './cli-index.ts'
import { readPageIndex } from './page-index.ts'

/** The decks that Cirrus ships. */
export const DECKS_FOLDER = fileURLToPath(new URL('../../decks', import.meta.url))

const BLUEPRINT = 'blueprint.yaml'
const CLI_INDEX = 'az-cli-commands.json.gz'
const PAGE_INDEX = 'learn-pages.tsv.gz'
export const LOCK = 'ids.lock'
const RETIRED = 'retired.txt'

/** A folder of decks with everything that belongs to them, read but not yet looked at. */
export interface Project {
  readonly folder: string
  readonly sources: DeckSources
  /** By exam. */
  readonly blueprints: readonly Blueprint[]
  readonly cli: CliIndex
  /** Null where the folder has none: then sources are not looked up. */
  readonly pages: PageIndex | null
}

/**
 * Reads a folder of decks: `*.md` at any depth but README.md and AUDIT.md, `blueprint.yaml` in the folder of each
 * exam, the index of commands, ids.lock and retired.txt. What has no blueprint or index of its own is
 * held against those of Cirrus.
 *
 * @throws BlueprintError
 */
export function readProject(folder: string): Project {
  const path = resolve(folder)
  const files = filesIn(path)
  const named = (file: string): NamedText => ({
    file: nameOf(path, file),
    text: readFileSync(join(path, file), 'utf8'),
  })
  const ifThere = (file: string) => (files.includes(file) ? named(file) : null)
  return {
    folder: path,
    sources: {
      decks: files.filter(isDeck).map(named),
      lock: ifThere(LOCK),
      retired: ifThere(RETIRED),
    },
    blueprints: readBlueprints(path, files),
    cli: readCliIndex([path, DECKS_FOLDER].map((at) => join(at, CLI_INDEX)).find(existsSync) ?? ''),
    pages: files.includes(PAGE_INDEX) ? readPageIndex(join(path, PAGE_INDEX)) : null,
  }
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted()
}

/** Texts about the decks that stand among them. */
const PROSE = new Set(['README.md', 'AUDIT.md'])

function isDeck(file: string): boolean {
  return file.endsWith('.md') && !PROSE.has(basename(file))
}

/** The name of a file in messages: `decks/az-104/network-vnet.md`. */
function nameOf(folder: string, file: string): string {
  return `${basename(folder)}/${file}`
}

/** The path of a file from the folder of the decks. */
export function pathInFolder(name: string): string {
  return name.slice(name.indexOf('/') + 1)
}

function readBlueprints(folder: string, files: readonly string[]): readonly Blueprint[] {
  const own = files.filter((file) => basename(file) === BLUEPRINT)
  if (own.length === 0 && folder !== DECKS_FOLDER) {
    return readBlueprints(DECKS_FOLDER, filesIn(DECKS_FOLDER))
  }
  return own
    .map((file) => readBlueprint(join(folder, file), nameOf(folder, file)))
    .toSorted((a, b) => (a.exam < b.exam ? -1 : 1))
}
