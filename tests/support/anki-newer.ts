import { zstdCompressSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { sqlite } from '../../src/app/import/sqlite.ts'

/** What a package of the newer generation is made of; no Anki that writes one can be installed here. */
export interface NewerPackage {
  readonly notes: readonly {
    readonly guid: string
    readonly model: 'basic' | 'cloze' | 'occlusion'
    readonly fields: readonly string[]
    readonly tags?: string
  }[]
  /** Answers of the first card of the first note: epoch ms, button, kind. */
  readonly answers?: readonly (readonly [at: number, ease: number, kind: number])[]
  readonly media?: Readonly<Record<string, Uint8Array>>
}

const MODELS = { basic: 1001, cloze: 1002, occlusion: 1003 } as const
export const CREATED = 1_700_000_000

/** A package as Anki writes it since 2022: `collection.anki21b` of schema 18, everything zstd-compressed. */
export async function newerPackage({
  notes,
  answers = [],
  media = {},
}: NewerPackage): Promise<Blob> {
  const collection = await collectionOf(notes, answers)
  const names = Object.keys(media)
  const list = joined(
    names.map((name) => field(1, joined([field(1, text(name)), varintField(2, 1)]))),
  )
  const files = names.map((name, index) => [`${index}`, zstd(media[name] ?? new Uint8Array())])
  const zip = zipSync({
    meta: joined([varintField(1, 3)]),
    'collection.anki2': text(
      'Please update to the latest Anki version, then import the .colpkg file again.',
    ),
    'collection.anki21b': zstd(collection),
    media: zstd(list),
    ...Object.fromEntries(files),
  })
  return new Blob([zip.slice()])
}

async function collectionOf(
  notes: NewerPackage['notes'],
  answers: NonNullable<NewerPackage['answers']>,
): Promise<Uint8Array> {
  const sql = await sqlite()
  const database = new sql.Database()
  database.run(SCHEMA)
  database.run("INSERT INTO col VALUES (1,?,0,0,18,0,0,0,'','','','','')", [CREATED])
  database.run("INSERT INTO config VALUES ('schedVer',0,0,?)", [text('2')])
  database.run('INSERT INTO decks VALUES (1,?,0,0,?,?)', ['Default', blob(), normal()])
  database.run('INSERT INTO decks VALUES (7,?,0,0,?,?)', ['Azure\u001FNewer', blob(), normal()])
  const basic = template('{{Front}}', '{{FrontSide}}<hr id=answer>{{Back}}')
  model(database, MODELS.basic, 'Basic', ['Front', 'Back'], basic, [])
  const cloze = template('{{cloze:Text}}', '{{cloze:Text}}<br>{{Extra}}')
  model(database, MODELS.cloze, 'Cloze', ['Text', 'Extra'], cloze, [varintField(1, 1)])
  const occlusion = [varintField(1, 1), varintField(9, 6)]
  model(database, MODELS.occlusion, 'Image Occlusion', ['Occlusion', 'Image'], cloze, occlusion)
  notes.forEach(({ guid, model: name, fields, tags = '' }, index) => {
    const id = (CREATED + index) * 1000
    database.run("INSERT INTO notes VALUES (?,?,?,?,0,?,?,'',0,0,'')", [
      id,
      guid,
      MODELS[name],
      CREATED,
      tags,
      fields.join('\u001F'),
    ])
    database.run("INSERT INTO cards VALUES (?,?,7,0,?,0,2,2,150,30,2500,3,0,0,0,0,0,'{}')", [
      id,
      id,
      CREATED,
    ])
  })
  for (const [at, ease, kind] of answers) {
    database.run('INSERT INTO revlog VALUES (?,?,0,?,10,5,2500,4000,?)', [
      at,
      CREATED * 1000,
      ease,
      kind,
    ])
  }
  // As Anki has it: a sorting that SQLite itself does not know.
  database.run('PRAGMA writable_schema = ON')
  database.run("UPDATE sqlite_master SET sql = replace(sql, 'COLLATE nocase', 'COLLATE unicase')")
  const bytes = database.export()
  database.close()
  return bytes
}

type Db = InstanceType<Awaited<ReturnType<typeof sqlite>>['Database']>

function model(
  database: Db,
  id: number,
  name: string,
  fields: readonly string[],
  cards: Uint8Array,
  config: readonly Uint8Array[],
): void {
  database.run('INSERT INTO notetypes VALUES (?,?,0,0,?)', [id, name, joined(config)])
  fields.forEach((each, ord) =>
    database.run('INSERT INTO fields VALUES (?,?,?,?)', [id, ord, each, blob()]),
  )
  database.run('INSERT INTO templates VALUES (?,0,?,0,0,?)', [id, 'Card 1', cards])
}

const SCHEMA = `
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL, ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL, models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL, ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL);
CREATE TABLE graves (oid integer NOT NULL, type integer NOT NULL, usn integer NOT NULL, PRIMARY KEY (oid, type)) WITHOUT ROWID;
CREATE TABLE fields (ntid integer NOT NULL, ord integer NOT NULL, name text NOT NULL COLLATE nocase, config blob NOT NULL, PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
CREATE UNIQUE INDEX idx_fields_name_ntid ON fields (name, ntid);
CREATE TABLE templates (ntid integer NOT NULL, ord integer NOT NULL, name text NOT NULL COLLATE nocase, mtime_secs integer NOT NULL, usn integer NOT NULL, config blob NOT NULL, PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
CREATE TABLE notetypes (id integer NOT NULL PRIMARY KEY, name text NOT NULL COLLATE nocase, mtime_secs integer NOT NULL, usn integer NOT NULL, config blob NOT NULL);
CREATE UNIQUE INDEX idx_notetypes_name ON notetypes (name);
CREATE TABLE decks (id integer PRIMARY KEY NOT NULL, name text NOT NULL COLLATE nocase, mtime_secs integer NOT NULL, usn integer NOT NULL, common blob NOT NULL, kind blob NOT NULL);
CREATE UNIQUE INDEX idx_decks_name ON decks (name);
CREATE TABLE tags (tag text NOT NULL PRIMARY KEY COLLATE nocase, usn integer NOT NULL, collapsed boolean NOT NULL, config blob NULL) WITHOUT ROWID;
CREATE TABLE config (KEY text NOT NULL PRIMARY KEY, usn integer NOT NULL, mtime_secs integer NOT NULL, val blob NOT NULL) WITHOUT ROWID;
`

function template(front: string, back: string): Uint8Array {
  return joined([field(1, text(front)), field(2, text(back))])
}

/** The kind of a deck that is not filtered. */
function normal(): Uint8Array {
  return field(1, varintField(1, 1))
}

function blob(): Uint8Array {
  return new Uint8Array()
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value)
}

function zstd(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(zstdCompressSync(bytes))
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))]
}

function varintField(number: number, value: number): Uint8Array {
  return Uint8Array.from([...varint(number * 8), ...varint(value)])
}

function field(number: number, bytes: Uint8Array): Uint8Array {
  return Uint8Array.from([...varint(number * 8 + 2), ...varint(bytes.length), ...bytes])
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}
