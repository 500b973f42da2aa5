import { unzipSync, zipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { ImportError } from '../../src/app/import/import-error.ts'
import { sqlite } from '../../src/app/import/sqlite.ts'
import { importFile, previewFile } from '../../src/app/import/tasks.ts'
import { problemWords } from '../../src/app/words/import.ts'
import { writeDeck } from '../../src/core/deck/write-deck.ts'
import { fullText } from '../../src/core/text/note-text.ts'
import { backupLines } from '../../src/db/backup-lines.ts'
import type { MediaRow, StudyDb } from '../../src/db/db.ts'
import { ANKI_CLOCK, ankiFixture, loadSqlite } from '../support/anki.ts'
import { newerPackage } from '../support/anki-newer.ts'
import { EVERY_TYPE } from '../support/every-type.ts'
import { faultOfLines } from '../support/fault-of-lines.ts'
import {
  broken,
  bytesOf,
  everything,
  fuzz,
  randomOf,
  shuffledLines,
  utf8,
} from '../support/fuzz.ts'
import type { Breaker, Bytes, Random } from '../support/fuzz.ts'
import { ownNote } from '../support/own-note.ts'
import { testDb } from '../support/test-db.ts'

/**
 * Broken files of every kind: none may crash the reader, change a stored byte unless all of it was taken in,
 * or end without one of our messages.
 */
let database: Uint8Array
let newer: Bytes
beforeAll(async () => {
  await loadSqlite()
  database =
    unzipSync(await bytesOf(ankiFixture('deck-v1.apkg')))['collection.anki2'] ?? new Uint8Array()
  const notes = [
    { guid: 'a', model: 'basic', fields: ['Front', 'Back'] },
    { guid: 'b', model: 'cloze', fields: ['{{c1::a}} b', ''] },
  ] as const
  const media = { 'a.png': Uint8Array.from([1, 2, 3]) }
  newer = await bytesOf(await newerPackage({ notes, answers: [[1_700_000_100_000, 3, 1]], media }))
})

const BREAKERS: Readonly<Record<string, Breaker>> = {
  'bytes of an older package': async (random) =>
    broken(await bytesOf(ankiFixture('collection-v2.colpkg')), random),
  'bytes of a newer package': (random) => broken(newer, random),
  'bytes of its database': (random) => packed(broken(database, random)),
  'values of its database': async (random) => packed(await withBrokenValues(random)),
  'a table': (random) => broken(utf8(TABLE), random),
  'a deck': (random) => broken(utf8(deck()), random),
  'lines of a deck': (random) => utf8(shuffledLines(deck(), random)),
  'anything at all': (random) =>
    Uint8Array.from({ length: Math.floor(random() * 3000) }, () => Math.floor(random() * 256)),
}

test.each(Object.keys(BREAKERS))(
  '%s, broken',
  async (kind) => {
    const db = testDb()
    await ownNote(db, 'kept', 'Mine', 1)
    const before = await everything(db)
    expect(await fuzz(kind, (seed) => problemOf(db, kind, seed, before))).toBeNull()
  },
  120_000,
)

/** What was wrong with how a broken file was met; null if nothing was. */
async function problemOf(
  db: StudyDb,
  kind: string,
  seed: number,
  before: string,
): Promise<string | null> {
  const random = randomOf(seed)
  const bytes = (await BREAKERS[kind]?.(random)) ?? new Uint8Array()
  const input = {
    file: new Blob([bytes.slice()]),
    name: 'broken',
    table: { delimiter: null, mapping: null },
    offsets: ANKI_CLOCK.offsets,
    now: ANKI_CLOCK.now,
  }
  const looked = await messageOf(previewFile(db, input, () => {}))
  if (looked?.startsWith('no message')) return looked
  if ((await everything(db)) !== before) return 'looking at it changed what is stored'
  if (looked !== null || random() < 0.7) return null
  // One of those that can still be read: all of it or nothing.
  const other = testDb()
  const empty = await everything(other)
  const written = { at: ANKI_CLOCK.now, device: 'here' }
  const taken = await messageOf(
    importFile(other, { ...input, choice: 'update', written }, () => {}, draw),
  )
  if (taken?.startsWith('no message')) return taken
  if (taken !== null) return (await everything(other)) === empty ? null : 'half of it was taken in'
  return faultOfLines(await Array.fromAsync(backupLines(other, written)))
}

/** The message that a failure leads to, null for success, "no message…" where there is none. */
async function messageOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work
    return null
  } catch (error) {
    if (error instanceof ImportError) return problemWords(error.problem)
    return `no message for ${error instanceof Error ? error.stack : String(error)}`
  }
}

async function draw(file: Blob, createdAt: number): Promise<MediaRow> {
  const bytes = await file.arrayBuffer()
  return { id: 'c'.repeat(64), type: 'image/png', width: 1, height: 1, bytes, createdAt }
}

const TABLE =
  'question,answer,tags\n"What, exactly?","A ""quoted""\nanswer",one two\nPlain;,|answer,\n'

function deck(): string {
  const notes = EVERY_TYPE.map((stored) => ({
    heading: `my-${stored.type}-card`,
    text: fullText(stored),
    tags: ['t'],
    skills: [],
  }))
  return writeDeck({ id: 'own-1', title: 'Mine' }, notes)
}

const VALUES = [
  null,
  '',
  'x',
  -1,
  0,
  2 ** 53,
  1.5,
  'a'.repeat(70_000),
  '{"a":1}',
  '{',
  '[]',
  '\u001F\u001F',
  '<b>'.repeat(3000),
  '{{c1::'.repeat(500),
  '[sound:'.repeat(200),
  '<img src="../../x">',
  new Uint8Array([1, 2, 3]),
]
const COLUMNS = {
  col: ['crt', 'ver', 'conf', 'models', 'decks'],
  notes: ['id', 'guid', 'mid', 'mod', 'tags', 'flds'],
  cards: ['nid', 'did', 'ord', 'type', 'queue', 'due', 'ivl', 'flags', 'odid', 'odue'],
  revlog: ['cid', 'ease', 'ivl', 'factor', 'time', 'type'],
} as const

/** The database with values of other types than Anki writes, and huge ones. */
async function withBrokenValues(random: Random): Promise<Bytes> {
  const sql = await sqlite()
  const file = new sql.Database(database)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]
  for (let change = 0; change < 6; change++) {
    const [table, columns] = pick(Object.entries(COLUMNS)) ?? ['notes', ['flds']]
    const column = pick(columns)
    const rows = `rowid % ${1 + Math.floor(random() * 5)} = 0`
    try {
      file.run(`UPDATE ${table} SET ${column} = ? WHERE ${rows}`, [pick(VALUES) ?? null])
    } catch {
      // Not every value can stand everywhere.
    }
  }
  const bytes = file.export()
  file.close()
  return bytes.slice()
}

function packed(collection: Bytes): Bytes {
  return zipSync({ 'collection.anki2': collection, media: utf8('{"0":"a.png"}'), '0': utf8('x') })
}

test('every problem has words', () => {
  expect(problemWords('damaged')).toContain('Nothing was changed')
})
