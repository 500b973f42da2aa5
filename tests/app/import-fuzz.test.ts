import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { unzipSync, zipSync } from 'fflate'
import * as v from 'valibot'
import { beforeAll, expect, test } from 'vitest'
import { ImportError } from '../../src/app/import/import-error.ts'
import { sqlite } from '../../src/app/import/sqlite.ts'
import { importFile, previewFile } from '../../src/app/import/tasks.ts'
import { problemWords } from '../../src/app/words/import.ts'
import { writeDeck } from '../../src/core/deck/write-deck.ts'
import { fullText } from '../../src/core/text/note-text.ts'
import type { MediaRow, StudyDb } from '../../src/db/db.ts'
import { ANKI_CLOCK, ankiFixture, loadSqlite } from '../support/anki.ts'
import { newerPackage } from '../support/anki-newer.ts'
import { EVERY_TYPE } from '../support/every-type.ts'
import { ownNote } from '../support/own-note.ts'
import { testDb } from '../support/test-db.ts'

/**
 * Broken files of every kind: none may crash the reader, change a stored byte unless all of it was taken in,
 * or end without one of our messages. `FUZZ_SEED` repeats a run, `FUZZ_RUNS` makes it longer. Seeds that
 * failed once are kept in tests/fixtures/fuzz-seeds.json and run every time.
 */
const SEEDS = 'tests/fixtures/fuzz-seeds.json'
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 20)
const SEED = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31))

type Bytes = Uint8Array
type Random = () => number
/** Makes a broken file from a random number. */
type Breaker = (random: Random) => Promise<Bytes> | Bytes

let database: Bytes
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
  'a table': (random) => broken(text(TABLE), random),
  'a deck': (random) => broken(text(deck()), random),
  'lines of a deck': (random) => text(shuffledLines(deck(), random)),
  'anything at all': (random) =>
    Uint8Array.from({ length: Math.floor(random() * 3000) }, () => Math.floor(random() * 256)),
}

test.each(Object.keys(BREAKERS))(
  '%s, broken',
  async (kind) => {
    const db = testDb()
    await ownNote(db, 'kept', 'Mine', 1)
    const before = await everything(db)
    const seeds = [...keptSeeds(kind), ...Array.from({ length: RUNS }, (_, run) => SEED + run)]
    for (const seed of seeds) {
      const problem = await problemOf(db, kind, seed, before)
      if (problem !== null) keepSeed(kind, seed)
      expect(problem, `FUZZ_SEED=${seed} FUZZ_RUNS=1, ${kind}`).toBeNull()
    }
    console.log(`${kind}: seeds ${SEED} to ${SEED + RUNS - 1}`)
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
  return taken !== null && (await everything(other)) !== empty ? 'half of it was taken in' : null
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

async function everything(db: StudyDb): Promise<string> {
  const tables = await Promise.all(
    db.tables.map(async (table) => [table.name, await table.toArray()]),
  )
  return JSON.stringify(tables)
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

/** Bytes with a few of the faults that disks, networks and people make. */
function broken(bytes: Bytes, random: Random): Bytes {
  const at = (length: number) => Math.floor(random() * length)
  let out: Bytes = bytes.slice()
  const faults = 1 + at(4)
  for (let fault = 0; fault < faults; fault++) {
    const [from, length] = [at(out.length), 1 + at(200)]
    const kind = at(6)
    if (kind === 0) out = out.slice(0, from)
    else if (kind === 1) for (let n = 0; n < 8; n++) out[at(out.length)] = at(256)
    else if (kind === 2) out.fill(at(2) * 255, from, from + length)
    else if (kind === 3) out = joined(out.slice(0, from), out.slice(from + length))
    else if (kind === 4)
      out = joined(out.slice(0, from), out.slice(at(out.length)), out.slice(from))
    else out[from] = (out[from] ?? 0) ^ (1 << at(8))
  }
  return out
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
  return bytes
}

function packed(collection: Bytes): Bytes {
  return zipSync({ 'collection.anki2': collection, media: text('{"0":"a.png"}'), '0': text('x') })
}

function shuffledLines(whole: string, random: Random): string {
  const lines = whole.split('\n')
  for (let swap = 0; swap < 3; swap++) {
    const [a, b] = [1, 2].map(() => Math.floor(random() * lines.length))
    const one = lines[a ?? 0] ?? ''
    lines[a ?? 0] = lines[b ?? 0] ?? ''
    if (random() < 0.5) lines[b ?? 0] = one
  }
  return lines.join('\n')
}

function text(value: string): Bytes {
  return new TextEncoder().encode(value)
}

function joined(...parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

async function bytesOf(file: Blob): Promise<Bytes> {
  return new Uint8Array(await file.arrayBuffer())
}

/** Numbers that follow from a seed (mulberry32). */
function randomOf(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const SeedsSchema = v.record(v.string(), v.array(v.number()))

function allSeeds(): Record<string, number[]> {
  return existsSync(SEEDS) ? v.parse(SeedsSchema, JSON.parse(readFileSync(SEEDS, 'utf8'))) : {}
}

function keptSeeds(kind: string): number[] {
  return process.env['FUZZ_SEED'] ? [] : (allSeeds()[kind] ?? [])
}

function keepSeed(kind: string, seed: number): void {
  const seeds = allSeeds()
  const kept = [...new Set([...(seeds[kind] ?? []), seed])]
  writeFileSync(SEEDS, `${JSON.stringify({ ...seeds, [kind]: kept }, null, 2)}\n`)
}

test('every problem has words', () => {
  expect(problemWords('damaged')).toContain('Nothing was changed')
})
