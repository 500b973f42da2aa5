import type { CommandSyntax, Shell } from '../note.ts'

/** What is known of the options of one command. */
export interface OptionIndex {
  readonly shell: Shell
  readonly names: readonly string[]
  /** Short and other names to the one in `names`. */
  readonly aliases: Readonly<Record<string, string>>
  /** Whether `names` are all that exist. */
  readonly complete: boolean
}

/** What a typed option name stands for. */
export interface OptionName {
  /** Equal for all ways to write the same option. */
  readonly key: string
  /** Its full name. */
  readonly name: string
  readonly how: 'exact' | 'alias' | 'case' | 'abbreviation' | 'unknown'
}

const EVERYWHERE: Partial<Record<Shell, readonly string[]>> = {
  az: [
    '--debug',
    '--help',
    '--only-show-errors',
    '--output',
    '--query',
    '--subscription',
    '--verbose',
  ],
  pwsh: [
    '-Debug',
    '-DefaultProfile',
    '-ErrorAction',
    '-ErrorVariable',
    '-Verbose',
    '-WarningAction',
    '-WhatIf',
  ],
}

const USUAL_ALIASES: Readonly<Record<string, string>> = {
  '-g': '--resource-group',
  '-h': '--help',
  '-l': '--location',
  '-n': '--name',
  '-o': '--output',
}

/**
 * The options of a command, or if it is not in the index those that every command has and those that
 * the answers use, with the short names that nearly all commands share.
 *
 * @param used names of options in the answers
 */
export function optionIndexOf(
  shell: Shell,
  syntax: CommandSyntax | null,
  used: readonly string[],
): OptionIndex {
  if (syntax) return { shell, names: syntax.options, aliases: syntax.aliases, complete: true }
  const aliases = shell === 'az' ? USUAL_ALIASES : {}
  const known = used.filter((name) => !Object.hasOwn(aliases, name))
  return { shell, names: [...known, ...(EVERYWHERE[shell] ?? [])], aliases, complete: false }
}

/**
 * Finds the option that a name stands for. Azure CLI and PowerShell take the beginning of a name for the
 * whole, as long as only one option begins so; PowerShell does not look at case, and the Azure CLI is
 * forgiven for it here.
 */
export function optionName(typed: string, index: OptionIndex): OptionName {
  const { shell, names, aliases } = index
  const small = typed.toLowerCase()
  const found = (name: string, how: OptionName['how']) => ({ key: keyOf(name, shell), name, how })
  if (Object.hasOwn(aliases, typed)) return found(aliases[typed] ?? typed, 'alias')
  if (names.includes(typed)) return found(typed, 'exact')
  if (shell === 'azcopy') return found(typed, 'unknown')
  const other = Object.keys(aliases).find((alias) => alias.toLowerCase() === small)
  const name = names.find((each) => each.toLowerCase() === small) ?? aliases[other ?? '']
  if (name) return found(name, shell === 'pwsh' ? 'exact' : 'case')
  const longer = names.filter((each) => each.toLowerCase().startsWith(small))
  const [first] = longer
  const isUnique = new Set(longer.map((each) => keyOf(each, shell))).size === 1
  return first && isUnique ? found(first, 'abbreviation') : found(typed, 'unknown')
}

function keyOf(name: string, shell: Shell): string {
  return shell === 'pwsh' ? name.toLowerCase() : name
}
