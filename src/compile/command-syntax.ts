import { cliCallsIn, optionsOf } from '../core/deck/cli-index.ts'
import type { CliIndex } from '../core/deck/cli-index.ts'
import type { CommandSyntax } from '../core/note.ts'

/** The syntax of every Azure CLI command in some answers, each once. */
export function syntaxOf(answers: readonly string[], index: CliIndex): CommandSyntax[] {
  const commands = answers.flatMap((answer) => {
    const lines = answer.split('\n').map((text, line) => ({ text, number: line + 1 }))
    return cliCallsIn(lines, index).flatMap(({ command }) => command ?? [])
  })
  return [...new Set(commands)].map((command) => commandSyntax(command, index))
}

function commandSyntax(command: string, index: CliIndex): CommandSyntax {
  const options = optionsOf(command, index)
  return {
    command,
    options: options
      .flat()
      .filter((name) => name.startsWith('--'))
      .toSorted(),
    aliases: Object.fromEntries(
      options.flatMap(([name = '', ...others]) => others.map((other) => [other, name])),
    ),
  }
}
