import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isError } from '../core/deck/message.ts'
import { lockEntries, lockEntry, lockText } from '../core/deck/release.ts'
import { reportOf } from '../core/deck/summary.ts'
import { BlueprintError } from './blueprints.ts'
import { checkDay, checkProject } from './check-project.ts'
import type { CheckedProject } from './check-project.ts'
import { shortHash } from './hash.ts'
import { DECKS_FOLDER, LOCK, readProject } from './project.ts'
import type { Project } from './project.ts'

const HELP = `usage: node src/compile/lint-cli.ts [DIR] [options]
Checks the decks in DIR (decks/ if left out) and says what is wrong, like a compiler.
  --today YYYY-MM-DD  check as of this day
  --accept ID         the answer of ID was only reworded: enter it in ids.lock as it is now
  --write-lock        enter all cards in ids.lock as they are now (for a release)
  --help              this text`

/** Exits with 1 where there are errors, and with 2 where the call made no sense. */
function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      today: { type: 'string', default: checkDay() },
      accept: { type: 'string', multiple: true, default: [] },
      'write-lock': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(HELP)
    return
  }
  const project = readProject(positionals[0] ?? DECKS_FOLDER)
  if (values.accept.length > 0) accept(project, values.accept, values.today)
  const checked = checkProject(readProject(project.folder), values.today)
  process.stdout.write(reportOf(checked))
  const failed = checked.messages.some(isError)
  if (values['write-lock'] && !failed) writeLock(project, checked)
  process.exitCode = failed ? 1 : 0
}

function accept(project: Project, ids: readonly string[], today: string): void {
  const path = join(project.folder, LOCK)
  const notes = checkProject(project, today).decks.flatMap((deck) => deck.notes)
  const entries = lockEntries({ file: path, text: readFileSync(path, 'utf8') })
  for (const id of ids) {
    const known = notes.some((note) => note.id === id) && entries.some((entry) => entry.id === id)
    if (!known) throw new UsageError(`there is no released card "${id}"`)
  }
  const accepted = notes
    .filter(({ id }) => ids.includes(id))
    .map((note) => lockEntry(note, shortHash))
  const others = entries.filter(({ id }) => !ids.includes(id))
  writeFileSync(path, lockText([...others, ...accepted]))
}

function writeLock({ folder }: Project, { decks }: CheckedProject): void {
  const entries = decks.flatMap((deck) => deck.notes.map((note) => lockEntry(note, shortHash)))
  writeFileSync(join(folder, LOCK), lockText(entries))
  console.log(`${LOCK} written: ${entries.length} cards`)
}

class UsageError extends Error {
  override readonly name = 'UsageError'
}

try {
  main()
} catch (error) {
  if (!(error instanceof Error)) throw error
  console.error(error instanceof BlueprintError ? error.message : `${error.message}\n\n${HELP}`)
  process.exitCode = 2
}
