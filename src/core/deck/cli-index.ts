/** The commands of the Azure CLI with their options. */
export interface CliIndex {
  /** Options that every command has, each with all of its names, e.g. `--output -o`. */
  readonly everywhere: readonly string[]
  /** `az group create` → its other options, e.g. `--name --resource-group -n -g`. */
  readonly commands: ReadonlyMap<string, readonly string[]>
}

/** A command as it stands in an answer. */
export interface CliCall {
  /** Words of the line, quotes kept. */
  readonly words: readonly string[]
  /** The longest known command at its start, or null. */
  readonly command: string | null
  /** Option names used, in order, e.g. `--name` and `-g`. */
  readonly options: readonly string[]
}

const WORD = /"[^"]*"|'[^']*'|[^\s"']+/g
/** Where a command ends: the next one of a pipeline or list. */
const END_OF_COMMAND = /^(\||\|\||&&|;|>|>>)$/

/** The `az` commands in some lines of shell code; a line that ends in `\` goes on in the next. */
export function cliCallsIn(
  lines: readonly { readonly number: number; readonly text: string }[],
  index: CliIndex,
): readonly (CliCall & { readonly line: number })[] {
  return joined(lines)
    .filter(({ text }) => text.startsWith('az '))
    .map(({ text, number }) => ({ ...parseCall(text, index), line: number }))
}

/** Every option of a known command, each as the list of its names. */
export function optionsOf(command: string, index: CliIndex): readonly (readonly string[])[] {
  return [...index.everywhere, ...(index.commands.get(command) ?? [])].map((names) =>
    names.split(' '),
  )
}

function parseCall(text: string, index: CliIndex): CliCall {
  const all = text.match(WORD) ?? []
  const end = all.findIndex((word) => END_OF_COMMAND.test(word))
  const words = end < 0 ? all : all.slice(0, end)
  for (let length = words.length; length > 1; length--) {
    const command = words.slice(0, length).join(' ')
    if (index.commands.has(command)) {
      return { words, command, options: optionNames(words.slice(length)) }
    }
  }
  return { words, command: null, options: [] }
}

function optionNames(words: readonly string[]): string[] {
  return words.filter((word) => /^--?[a-z]/i.test(word)).map((word) => word.replace(/=.*$/s, ''))
}

function joined(lines: readonly { readonly number: number; readonly text: string }[]) {
  const commands: { number: number; text: string }[] = []
  let open = false
  for (const { number, text } of lines) {
    const last = commands.at(-1)
    const part = text.replace(/\s*\\\s*$/, '')
    if (open && last) last.text += ` ${part.trim()}`
    else commands.push({ number, text: part.trim() })
    open = /\\\s*$/.test(text)
  }
  return commands
}
