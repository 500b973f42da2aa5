import { firstById } from './collection-rules.ts'
import { answerText, itemKeysOf } from './items.ts'
import type { Message } from './message.ts'
import { revOf } from './metadata-rules.ts'
import { didYouMean } from './nearest.ts'
import type { NoteTree } from './tree.ts'

/** A card as it was released: one line of ids.lock. */
export interface LockEntry {
  readonly id: string
  readonly rev: number
  readonly answerHash: string
  readonly itemKeys: readonly string[]
}

/** A text file of the decks folder under the name that messages give. */
export interface NamedText {
  readonly file: string
  readonly text: string
}

/** Shortens a text to what can be compared, e.g. a part of its SHA-256. */
export type HashText = (text: string) => string

interface Numbered<T> {
  readonly line: number
  readonly value: T
}

const LOCK_LINE = /^([a-z0-9-]+)\t(\d+)\t([0-9a-f]+)\t(\S+)$/
const RETIRED_LINE = /^([a-z0-9-]+(?:#[a-z0-9-]+)?)(?:\s+->\s+([a-z0-9-]+(?:#[a-z0-9-]+)?))?$/

/**
 * Progress hangs on ids and on the meaning of answers, so what was released stays, or is retired.
 *
 * @param lock    ids.lock, as it was at the last release
 * @param retired retired.txt, or null where there is none
 */
export function checkRelease(
  notes: readonly NoteTree[],
  lock: NamedText,
  retired: NamedText | null,
  hash: HashText,
): Message[] {
  const messages: Message[] = []
  const byId = firstById(notes)
  const gone = retired ? readRetired(retired, byId, messages) : new Set<string>()
  for (const { line, value } of numbered(lock, lockEntryOf, messages)) {
    const note = byId.get(value.id)
    if (note) {
      messages.push(...changesOf(note, value, gone, hash))
    } else if (!gone.has(value.id)) {
      const cure = `restore it or add it to retired.txt${didYouMean(value.id, byId.keys())}`
      const text = `released card "${value.id}" has vanished: ${cure}`
      messages.push({ file: lock.file, line, code: 'E100', text })
    }
  }
  return messages
}

/** What ids.lock says after a release, ordered by id. */
export function lockText(entries: readonly LockEntry[]): string {
  return entries
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, rev, answerHash, itemKeys }) =>
      [id, rev, answerHash, itemKeys.join(',')].join('\t'),
    )
    .map((line) => `${line}\n`)
    .join('')
}

export function lockEntry(note: NoteTree, hash: HashText): LockEntry {
  const itemKeys = itemKeysOf(note)
  return { id: note.id, rev: revOf(note), answerHash: hash(answerText(note)), itemKeys }
}

/** The lines of ids.lock that can be read. */
export function lockEntries(lock: NamedText): LockEntry[] {
  return numbered(lock, lockEntryOf, []).map(({ value }) => value)
}

function changesOf(
  note: NoteTree,
  released: LockEntry,
  retired: ReadonlySet<string>,
  hash: HashText,
): readonly Message[] {
  const { file, line, id } = note
  const now = lockEntry(note, hash)
  const messages: Message[] = []
  if (now.rev === released.rev && now.answerHash !== released.answerHash) {
    const cure = `bump rev (fact changed) or run "decks accept ${id}" (wording only)`
    const text = `answer of released card "${id}" changed but rev is still ${now.rev}: ${cure}`
    messages.push({ file, line, code: 'E101', text })
  }
  const gone = released.itemKeys
    .filter((key) => !now.itemKeys.includes(key) && !retired.has(`${id}#${key}`))
    .toSorted()
  if (gone.length > 0) {
    const text = `released item(s) ${gone.join(', ')} of "${id}" are gone`
    const cure = 'keep the key or list it in retired.txt'
    messages.push({ file, line, code: 'E102', text: `${text}: ${cure}` })
  }
  return messages
}

function readRetired(
  retired: NamedText,
  byId: ReadonlyMap<string, NoteTree>,
  messages: Message[],
): ReadonlySet<string> {
  const lines = numbered(retired, (line) => RETIRED_LINE.exec(line), messages)
  for (const { line, value } of lines) {
    const [id = ''] = (value[2] ?? '').split('#')
    if (id === '' || byId.has(id)) continue
    const text = `retired.txt moves progress to "${id}", which does not exist`
    messages.push({ file: retired.file, line, code: 'E104', text })
  }
  return new Set(lines.map(({ value }) => value[1] ?? ''))
}

function lockEntryOf(line: string): LockEntry | null {
  const match = LOCK_LINE.exec(line)
  if (!match) return null
  const [, id = '', rev, answerHash = '', keys = ''] = match
  return { id, rev: Number(rev), answerHash, itemKeys: keys.split(',') }
}

/** Lines with their numbers, without empty ones and `#` comments. */
function numbered<T>(
  { file, text }: NamedText,
  read: (line: string) => T | null,
  messages: Message[],
): readonly Numbered<T>[] {
  return text.split('\n').flatMap((raw, index) => {
    const written = raw.trim()
    if (written === '' || written.startsWith('#')) return []
    const line = index + 1
    const value = read(written)
    if (value !== null) return [{ line, value }]
    messages.push({ file, line, code: 'E103', text: `line cannot be read: "${written}"` })
    return []
  })
}
