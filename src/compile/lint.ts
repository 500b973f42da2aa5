import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isError } from '../core/deck/message.ts'
import { lockEntries, lockEntry, lockText } from '../core/deck/release.ts'
import { reportOf } from '../core/deck/summary.ts'
import { BlueprintError } from './blueprints.ts'
import { checkDay, checkProject } from './check-project.ts'
import { shortHash } from './hash.ts'
import { DECKS_FOLDER, LOCK, readProject } from './project.ts'
import type { Project } from './project.ts'

const HELP = `usage: node src/compile/lint-cli.ts [DIR] [options]
Checks the decks in DIR (decks/ if left out) and says what is wrong, like a compiler.
  --today YYYY-MM-DD  check as of this day
  --accept ID         the answer of ID was only reworded: enter it in ids.lock as it is now
  --write-lock        enter all cards in ids.lock as they are now, unless there are errors
  --help              this text
`

/** Takes a text as it is to be printed, line ends included. */
export type Print = (text: string) => void

/** A call that makes no sense. */
class UsageError extends Error {
  override readonly name = 'UsageError'
}

/**
 * The command line of the deck checker.
 *
 * @returns the exit code: 0 without errors, 1 with errors in the decks, 2 where they could not be checked
 */
export function lint(args: readonly string[], print: Print): 0 | 1 | 2 {
  try {
    return run(args, print)
  } catch (error) {
    if (error instanceof BlueprintError) print(`${error.message}\n`)
    else if (error instanceof Error) print(`${error.message}\n\n${HELP}`)
    else throw error
    return 2
  }
}

function run(args: readonly string[], print: Print): 0 | 1 {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      today: { type: 'string', default: checkDay() },
      accept: { type: 'string', multiple: true, default: [] },
      'write-lock': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    print(HELP)
    return 0
  }
  const folder = positionals[0] ?? DECKS_FOLDER
  if (!existsSync(folder)) throw new UsageError(`there is no folder "${folder}"`)
  if (values.accept.length > 0) accept(readProject(folder), values.accept, values.today)

  const project = readProject(folder)
  const checked = checkProject(project, values.today)
  print(reportOf(checked))
  if (checked.messages.some(isError)) return 1
  if (values['write-lock']) print(writeLock(project, values.today))
  return 0
}

function accept(project: Project, ids: readonly string[], today: string): void {
  const released = project.sources.lock ? lockEntries(project.sources.lock) : []
  const entries = new Map(released.map((entry) => [entry.id, entry]))
  const notes = new Map(notesOf(project, today).map((note) => [note.id, note]))
  for (const id of ids) {
    const note = notes.get(id)
    if (!note || !entries.has(id)) throw new UsageError(`there is no released card "${id}"`)
    entries.set(id, lockEntry(note, shortHash))
  }
  writeFileSync(join(project.folder, LOCK), lockText([...entries.values()]))
}

function writeLock(project: Project, today: string): string {
  const entries = notesOf(project, today).map((note) => lockEntry(note, shortHash))
  const path = join(project.folder, LOCK)
  const text = lockText(entries)
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return `${LOCK} is up to date\n`
  writeFileSync(path, text)
  return `${LOCK} written: ${entries.length} cards\n`
}

function notesOf(project: Project, today: string) {
  return checkProject(project, today).decks.flatMap((deck) => deck.notes)
}
