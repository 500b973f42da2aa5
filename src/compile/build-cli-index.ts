import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { StoredCliIndex } from './cli-index.ts'

/**
 * Makes the index of Azure CLI commands from the reference that Microsoft generates.
 *
 *     node src/compile/build-cli-index.ts CHECKOUT DATE
 *
 * CHECKOUT is a working copy of https://github.com/MicrosoftDocs/azure-docs-cli (CC BY 4.0), DATE that of
 * its last commit.
 */
const REFERENCE = 'docs-ref-autogen/Latest-version/latest'
const TARGET = new URL('../../decks/az-cli-commands.json.gz', import.meta.url)

const [checkout = '.', date = ''] = process.argv.slice(2)
const commands = new Map<string, Set<string>>()
for (const file of readdirSync(join(checkout, REFERENCE), { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.yml') || file.endsWith('TOC.yml')) continue
  readReference(readFileSync(join(checkout, REFERENCE, file), 'utf8'))
}
writeFileSync(TARGET, gzipSync(JSON.stringify(stored()), { level: 9 }))
console.log(`${commands.size} commands`)

/** Reads by line, as the files are generated and a YAML parser would take minutes. */
function readReference(text: string): void {
  let options: Set<string> | null = null
  for (const line of text.split('\n')) {
    if (/^(- uid:|[a-z]\w*:)/i.test(line)) options = null
    const command = /^ {2}name: (az .+)$/.exec(line)?.[1]?.trim()
    if (command) {
      options = commands.get(command) ?? new Set()
      commands.set(command, options)
    }
    const names = /^(?: {2}- | {4})name: (.+)$/.exec(line)?.[1]
    if (names?.startsWith('-')) options?.add(optionNames(names))
  }
}

/** Long names first, so that the first one stands for the option. */
function optionNames(names: string): string {
  const all = names.split(/\s+/).filter((name) => name.startsWith('-'))
  return [...all.filter(isLong), ...all.filter((name) => !isLong(name))].join(' ')
}

function isLong(name: string): boolean {
  return name.startsWith('--')
}

function stored(): StoredCliIndex {
  const sets = [...commands.values()]
  const everywhere = [...(sets[0] ?? [])].filter((option) => sets.every((set) => set.has(option)))
  const rest = (options: Set<string>) =>
    [...options].filter((option) => !everywhere.includes(option)).join('|')
  const sorted = [...commands].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return {
    source: 'https://github.com/MicrosoftDocs/azure-docs-cli (CC BY 4.0)',
    date,
    everywhere: everywhere.toSorted(),
    commands: Object.fromEntries(sorted.map(([command, options]) => [command, rest(options)])),
  }
}
