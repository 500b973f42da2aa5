import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { CliIndex } from '../core/deck/cli-index.ts'

/** The index of Azure CLI commands as decks/az-cli-commands.json.gz holds it. */
export interface StoredCliIndex {
  readonly source: string
  /** Date of the reference that it was made from. */
  readonly date: string
  readonly everywhere: readonly string[]
  /** Options joined by `|`, the names of one option by blanks. */
  readonly commands: Readonly<Record<string, string>>
}

/** Reads the index; the file is made by build-cli-index.ts. */
export function readCliIndex(path: string): CliIndex {
  const stored: StoredCliIndex = JSON.parse(gunzipSync(readFileSync(path)).toString('utf8'))
  const commands = Object.entries(stored.commands).map(
    ([command, options]) => [command, options === '' ? [] : options.split('|')] as const,
  )
  return { everywhere: stored.everywhere, commands: new Map(commands) }
}
