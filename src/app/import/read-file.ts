import { convertCollection } from '../../core/anki/convert.ts'
import type { HistoryClock } from '../../core/anki/history.ts'
import type { Message } from '../../core/deck/message.ts'
import type { ImportContent } from '../../core/import/content.ts'
import { readTable } from '../../core/import/csv.ts'
import type { Table } from '../../core/import/csv.ts'
import type { Delimiter } from '../../core/import/table.ts'
import { notesOfDeck } from '../../core/import/deck-notes.ts'
import { guessMapping, notesOfTable } from '../../core/import/table-notes.ts'
import type { TableMapping } from '../../core/import/table.ts'
import type { OnShare } from '../in-worker.ts'
import { readPackage } from './anki-package.ts'
import { ImportError } from './import-error.ts'

/** Bytes that a text file may have. */
const MOST_TEXT = 50_000_000

/** What the learner decided about a table; null to find it out. */
export interface TableChoice {
  readonly delimiter: Delimiter | null
  readonly mapping: TableMapping | null
}

/** A file as it was read, whatever it is. */
export interface ReadFile {
  readonly kind: 'anki' | 'table' | 'deck'
  readonly content: ImportContent
  /** Of a package: which images it has, and one by its name. */
  readonly mediaNames: ReadonlySet<string>
  readonly media: (name: string) => Promise<Uint8Array | null>
  /** Of a table: itself, and how it became notes. */
  readonly table: Table | null
  readonly mapping: TableMapping | null
  /** Of a deck file: what its author should know. */
  readonly messages: readonly Message[]
}

/**
 * Reads a file of any kind that can be imported. What it is, is found from its content, not from its name; but
 * what is called a package of Anki and is none is damaged.
 *
 * @throws ImportError
 */
export async function readFile(
  file: Blob,
  name: string,
  choice: TableChoice,
  clock: HistoryClock,
  onShare: OnShare,
): Promise<ReadFile> {
  if (file.size === 0) throw new ImportError('empty')
  const start = new Uint8Array(await file.slice(0, 16).arrayBuffer())
  if (startsWith(start, [0x50, 0x4b, 0x03, 0x04])) return readAnki(file, clock, onShare)
  if (startsWith(start, [0x1f, 0x8b])) throw new ImportError('backup')
  // A page of a broken download, say: as a table it would become a card.
  if (/\.(apkg|colpkg)$/i.test(name)) throw new ImportError('damaged', 'no archive')
  const text = await textOf(file, start)
  if (text.trim() === '') throw new ImportError('empty')
  onShare(0.5)
  return /^---\r?\n[\s\S]*?^deck:/m.test(text.slice(0, 4000))
    ? readDeck(name, text)
    : readTableFile(name, text, choice)
}

async function readAnki(file: Blob, clock: HistoryClock, onShare: OnShare): Promise<ReadFile> {
  const { collection, ...media } = await readPackage(file)
  onShare(0.3)
  const content = convertCollection(collection, clock, (done, total) =>
    onShare(0.3 + (0.7 * done) / Math.max(1, total)),
  )
  return { kind: 'anki', content, ...media, ...NO_TABLE, messages: [] }
}

const NO_TABLE = { table: null, mapping: null } as const
const NO_MEDIA = { mediaNames: new Set<string>(), media: () => Promise.resolve(null) } as const

function readDeck(name: string, text: string): ReadFile {
  const { messages, ...content } = notesOfDeck(name, text)
  return { kind: 'deck', content, ...NO_MEDIA, ...NO_TABLE, messages }
}

function readTableFile(name: string, text: string, choice: TableChoice): ReadFile {
  const table = readTable(text, choice.delimiter)
  if (table.isCutOff) throw new ImportError('too large', 'rows')
  const mapping = choice.mapping ?? guessMapping(table, titleOf(name))
  const content = notesOfTable(table, mapping)
  return { kind: 'table', content, ...NO_MEDIA, table, mapping, messages: [] }
}

/** "az-104 notes.csv" → "az-104 notes". */
function titleOf(name: string): string {
  const title = name.replace(/\.[a-z0-9]{1,5}$/i, '').trim()
  return title === '' ? 'Imported' : title.slice(0, 80)
}

/** Text in UTF-8, or in UTF-16 as spreadsheets write it. */
async function textOf(file: Blob, start: Uint8Array): Promise<string> {
  if (file.size > MOST_TEXT) throw new ImportError('too large', 'text')
  const encoding = startsWith(start, [0xff, 0xfe])
    ? 'utf-16le'
    : startsWith(start, [0xfe, 0xff])
      ? 'utf-16be'
      : 'utf-8'
  const bytes = await file.arrayBuffer()
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    if (text.includes('\0')) throw new ImportError('unknown', 'zero bytes')
    return text
  } catch {
    throw new ImportError('unknown', 'no text')
  }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}
