import { cliCallsIn, optionsOf } from './cli-index.ts'
import type { CliCall, CliIndex } from './cli-index.ts'
import { didYouMean } from './nearest.ts'
import type { Say } from './rule.ts'
import { fencesIn } from './text.ts'
import type { Section } from './tree.ts'

/** Every `az` command in a code block exists, and so do its options. */
export function checkCommands(section: Section, say: Say, index: CliIndex): void {
  for (const block of section.blocks.values()) {
    for (const { lines } of fencesIn(block)) {
      for (const call of cliCallsIn(lines, index)) checkCall(call, call.line, say, index)
    }
  }
}

function checkCall(call: CliCall, line: number, say: Say, index: CliIndex): void {
  const { command, options } = call
  if (command === null) {
    const written = call.words.filter((word) => /^[a-z]/.test(word)).join(' ')
    say('E110', `no such command "${written}"${didYouMean(written, index.commands.keys())}`, line)
    return
  }
  const known = optionsOf(command, index).flat()
  for (const option of options) {
    if (known.includes(option)) continue
    const long = known.filter((name) => name.startsWith('--'))
    say('E111', `"${command}" has no option ${option}${didYouMean(option, long)}`, line)
  }
}
